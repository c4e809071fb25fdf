import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {createListParser} from '../../source/api/list-parser.js';
import {splitList} from '../../source/api/split-list.js';

const split = (text: string) => {
	const splitting = splitList(text);
	for (;;) {
		const step = splitting.next();
		if (step.done === true) {
			return step.value;
		}
	}
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

test('whatever the body, the parser says what JSON says', async () => {
	const bodies = fc.oneof(
		fc.record({instances: fc.array(fc.jsonValue()), success: fc.boolean()}, {requiredKeys: []}).map(body => JSON.stringify({...body, ...padding})),
		fc.tuple(fc.jsonValue(), fc.nat(), fc.constantFrom('', '"', ']', '}', ',', '{', '\\')).map(([value, at, damage]) => {
			const text = JSON.stringify({...padding, instances: [value, value]});
			const from = text.length - 1 - (at % Math.min(60, text.length - 1));
			return text.slice(0, from) + damage + text.slice(from + 1);
		}),
	);
	const parser = createListParser();
	await fc.assert(fc.asyncProperty(bodies, async text => {
		const said = (() => {
			try {
				return JSON.parse(text) as unknown;
			} catch {
				return undefined;
			}
		})();
		assert.deepEqual(await parser.parse(text), said);
	}), {numRuns: 400});
});

test('an item whose text is the same as before is the same object, also where the list has moved', async () => {
	const parser = createListParser();
	const parse = async (...names: readonly string[]) => {
		const {instances} = await parser.parse(JSON.stringify({...padding, instances: names.map(name => ({name}))})) as {readonly instances: readonly unknown[]};
		return instances;
	};

	const [a, b, c] = await parse('a', 'b', 'c');
	const [a2, b2, c2] = await parse('a', 'B', 'c');
	assert.ok(a2 === a && b2 !== b && c2 === c);
	const [zero, a3, b3, c3] = await parse('0', 'a', 'B', 'c');
	assert.deepEqual(zero, {name: '0'});
	assert.ok(a3 === a && b3 === b2 && c3 === c);
	const [a4, b4, c4] = await parse('a', 'B', 'c');
	assert.ok(a4 === a && b4 === b2 && c4 === c);
});
