import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import {test} from 'node:test';
import fc from 'fast-check';
import {createListParser} from '../../../../source/api/json/list-parser.js';
import {noPreviousBody, splitList} from '../../../../source/api/json/split-list.js';
import {TooMuch} from '../../../../source/api/json/scan-value.js';
import {readJson} from '../../../../source/core/json/late.js';
import {NumberText} from '../../../../source/core/json/number-text.js';
import {runAtOnce} from '../../../../source/core/polling/slices.js';
import {tries} from '../../../helpers/properties/tries.js';
import {readList} from './read-list.js';

const itemsOf = (parsed: unknown): readonly unknown[] => typeof parsed === 'object' && parsed !== null && 'instances' in parsed && Array.isArray(parsed.instances)
	? parsed.instances
	: [];

const split = (text: string) => {
	const bytes = Buffer.from(text);
	const body = runAtOnce(splitList(bytes, noPreviousBody, () => undefined));
	assert.ok(!(body instanceof TooMuch));
	return body && {envelope: body.envelope, items: body.items.map(({from, item}) => bytes.toString('utf8', from, from + item.length))};
};

test('a body is taken apart into its envelope and the texts of its items', () => {
	assert.deepEqual(split('{"success": true, "instances" : [ {"a":[1,{"b":"]"}]} ,\n{"c":"\\\\\\"}"}, 3 ], "meta":{}}'), {
		envelope: '{"success": true, "instances" : [], "meta":{}}', items: ['{"a":[1,{"b":"]"}]}', String.raw`{"c":"\\\"}"}`, '3'],
	});
	assert.deepEqual(split('{"instances":[]}'), {envelope: '{"instances":[]}', items: []});
	assert.deepEqual(split('{"of":"instances","in":{"instances":[1]},"instances":[2]}')?.items, ['2']);
});

test('what is no object with one such list is not taken apart', () => {
	for (const text of ['', '[]', '[{"instances":[1]}]', '{}', '{"instances":{}}', '{"instances":[1', '{"instances":[1,]}', '{"instances":["a]}', '{"instances":[1],"instances":[2]}', '{"list":[1]}', '"instances"']) {
		assert.equal(split(text), undefined, text);
	}
});

/** Longer than what is parsed in one go. */
const padding = {padding: 'x'.repeat(100_000)};

/**
Whether a key is written with an escape, which bodies at random must not have: the `JSON.parse` of Node 24 now and then reads such a key wrong,
and a body that is parsed whole differs then from one that is parsed item by item.
*/
const hasEscapedKey = (text: string) => /"[^"\\]*(?:\\.[^"\\]*)+"\s*:/v.test(text);

/** A value in which numbers that were kept as they came are JavaScript's. */
const asNumbers = (value: unknown): unknown => {
	if (value instanceof NumberText) {
		return Number(value.text);
	}

	if (typeof value !== 'object' || value === null) {
		return value;
	}

	return Array.isArray(value)
		? value.map(item => asNumbers(item))
		: Object.fromEntries(Object.entries(value).map(([name, item]) => [name, asNumbers(item)]));
};

test('whatever the body, the parser says what JSON says', async () => {
	const bodies = fc.oneof(
		fc.record(
			{instances: fc.array(fc.jsonValue()), success: fc.boolean()},
			{requiredKeys: []},
		).map(body => JSON.stringify({...body, ...padding})),
		fc.tuple(fc.jsonValue(), fc.nat(), fc.constantFrom('', '"', ']', '}', ',', '{', '\\')).map(([value, at, damage]) => {
			const text = JSON.stringify({...padding, instances: [value, value]});
			const from = text.length - 1 - (at % Math.min(60, text.length - 1));
			return text.slice(0, from) + damage + text.slice(from + 1);
		}),
	).filter(text => !hasEscapedKey(text));
	const parser = createListParser();
	await fc.assert(fc.asyncProperty(bodies, async text => {
		const said = (() => {
			try {
				return JSON.parse(text) as unknown;
			} catch {
				return undefined;
			}
		})();
		assert.deepEqual(asNumbers(readList(await parser.parse(Buffer.from(text)))), said);
	}), {numRuns: tries(250)});
});

test('an item whose text is the same as before is the same object, also where the list has moved', async () => {
	const parser = createListParser();
	const parse = async (...names: readonly string[]) => {
		const {instances} = await parser.parse(Buffer.from(JSON.stringify({...padding, instances: names.map(name => ({name}))}))) as {readonly instances: readonly unknown[]};
		return instances;
	};

	const [a, b, c] = await parse('a', 'b', 'c');
	const [a2, b2, c2] = await parse('a', 'B', 'c');
	assert.ok(a2 === a && b2 !== b && c2 === c);
	const [zero, a3, b3, c3] = await parse('0', 'a', 'B', 'c');
	assert.deepEqual(readJson(zero), {name: '0'});
	assert.ok(a3 === a && b3 === b2 && c3 === c);
	const [a4, b4, c4] = await parse('a', 'B', 'c');
	assert.ok(a4 === a && b4 === b2 && c4 === c);
});

test('whatever a list was before, what the parser says of the next one is what JSON says', async () => {
	const item = fc.oneof(fc.constantFrom<unknown>(1, 12, 123, true, null, 'a', 'a"', '\\', '], {', 'é', '😀', '\u{FFFD}'), fc.record({name: fc.constantFrom('a', 'ab', 'b')}), fc.array(fc.constantFrom(1, 12), {maxLength: 2}));
	const blank = fc.constantFrom('', ' ', '\n\t');
	const body = fc.tuple(fc.array(item, {maxLength: 6}), blank, blank).map(([items, before, after]) => `{"padding":"${padding.padding}","instances":[${items.map(each => `${before}${JSON.stringify(each)}${after}`).join(',')}${before}]}`);
	await fc.assert(fc.asyncProperty(fc.array(body, {minLength: 2, maxLength: 4}), async bodies => {
		const parser = createListParser();
		for (const text of bodies) {
			// eslint-disable-next-line no-await-in-loop -- one answer after the other
			assert.deepEqual(readList(await parser.parse(Buffer.from(text))), JSON.parse(text));
		}
	}), {numRuns: tries(150)});
});

test('an item keeps its value when its list is gone, its buffer is used again and its value was forgotten', async () => {
	const name = fc.constantFrom('a', 'é', '"', 'x'.repeat(300));
	const bodies = fc.array(fc.tuple(fc.array(name, {maxLength: 5}), fc.constantFrom('', '', ',', ']')), {minLength: 2, maxLength: 6});
	await fc.assert(fc.asyncProperty(bodies, async polls => {
		const parser = createListParser(1);
		const seen = new Map<unknown, unknown>();
		for (const [names, damage] of polls) {
			const text = JSON.stringify({instances: names.map((each, index) => ({id: index, name: each, is: null}))});
			const buffer = parser.buffer();
			buffer.append(Buffer.from(text.slice(0, -2) + damage + text.slice(-2)));
			// eslint-disable-next-line no-await-in-loop -- one answer after the other
			const parsed = await parser.parse(buffer.content());
			assert.equal(parsed === undefined, damage !== '');
			for (const item of parsed === undefined ? [] : itemsOf(parsed)) {
				seen.set(item, seen.get(item) ?? structuredClone(readJson(item)));
			}

			for (const [item, value] of seen) {
				assert.deepEqual(readJson(item), value);
			}
		}
	}), {numRuns: tries(200)});
});

test('a byte order mark is no part of a body, and an answer of the same bytes is the very same value', async () => {
	const parser = createListParser();
	for (const extra of [{}, padding]) {
		const text = `\u{FEFF}${JSON.stringify({...extra, instances: [{name: 'a'}]})}`;
		// eslint-disable-next-line no-await-in-loop -- one answer after the other
		const [first, second] = [await parser.parse(Buffer.from(text)), await parser.parse(Buffer.from(text))];
		assert.deepEqual(readList(first), {...extra, instances: [{name: 'a'}]});
		assert.equal(first, second);
	}
});

test('bytes that are no UTF-8 spoil one name, not the list', async () => {
	const text = JSON.stringify({...padding, instances: [{name: 'a?'}, {name: 'b'}]});
	const bytes = Buffer.from(text);
	bytes[text.indexOf('a?') + 1] = 0xFF;
	assert.deepEqual(readList(await createListParser().parse(bytes)), {...padding, instances: [{name: 'a\u{FFFD}'}, {name: 'b'}]});
});
