import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import {test} from 'node:test';
import {decodeInSlices} from '../../../../source/api/decode.js';
import {createListParser} from '../../../../source/api/json/list-parser.js';
import {TooMuch} from '../../../../source/api/json/scan-value.js';
import {createResponseCache, readResponse} from '../../../../source/api/read-response.js';
import {bounds} from '../../../../source/core/json/bounds.js';
import {Secret} from '../../../../source/core/text/secret.js';
import {someOf} from '../../../helpers/properties/tries.js';
import {account} from '../decoding.js';
import {readList} from './read-list.js';

const mebibyte = 1024 * 1024;
const parse = async (text: string) => readList(await createListParser().parse(Buffer.from(text)));
const listOf = (items: string) => `{"success":true,"instances":[${items}]}`;

/** What the list of these items is told to have too much of; `undefined` where it is read. */
const excessOf = async (items: string) => {
	const parsed = await parse(listOf(items));
	assert.notEqual(parsed, undefined);
	return parsed instanceof TooMuch ? parsed.excess : undefined;
};

const list = (count: number, item: (index: number) => string) => Array.from({length: count}, (_, index) => item(index)).join(',');

test('a list is read up to each of its bounds, and beyond it is told what was too much', async () => {
	const keys = (count: number) => `{${list(count, index => `"k${index}":1`)}}`;
	const deep = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`;
	const texts = (count: number) => `[${list(count, () => `"${'x'.repeat(mebibyte)}"`)}]`;
	const cases: ReadonlyArray<readonly [items: string, excess: string | undefined]> = [
		[list(100_000, () => '{}'), undefined],
		[list(bounds.items + 1, () => '{}'), 'too-many-items'],
		[keys(9000), undefined],
		[keys(bounds.values + 1), 'too-many-values'],
		[deep(bounds.depth), undefined],
		[deep(bounds.depth + 1), 'too-deep'],
		['['.repeat(mebibyte), 'too-deep'],
		[texts(3), undefined],
		[texts(5), 'item-too-large'],
		[list(1000, () => `[${list(4500, () => '{}')}]`), 'too-many-values'],
	];
	for (const [items, excess] of cases) {
		// eslint-disable-next-line no-await-in-loop -- the cases are large
		assert.equal(await excessOf(items), excess, items.slice(0, 40));
	}
});

test('what is around a list, or in its place, has the same bounds', async () => {
	const many = list(20_000, () => '{}');
	for (const text of [`{"more":[${many}],"instances":[]}`, `{"instances":[],"more":[${many}]}`, `[${many}]`, `{"list":[${many}]}`]) {
		// eslint-disable-next-line no-await-in-loop -- the cases are large
		assert.deepEqual(await parse(text), new TooMuch('too-many-values'), text.slice(0, 20));
	}

	assert.deepEqual(await parse('['.repeat(8 * mebibyte)), new TooMuch('too-deep'));
	assert.equal(await parse('x'.repeat(8 * mebibyte)), undefined);
	assert.equal(await parse(' '.repeat(8 * mebibyte)), undefined);
});

test('a text is cut at a mebibyte, between two characters, wherever it stands', async () => {
	const long = (character: string) => character.repeat(Math.ceil(1.2 * mebibyte / Buffer.byteLength(character)));
	const writings = [['x', 'x'], ['é', 'é'], ['漢', '漢'], ['🍕', '🍕'], [String.raw`\"`, '"'], [String.raw`\u00e9`, 'é']] as const;
	const places: ReadonlyArray<readonly [before: string, after: string, read: (cut: string) => unknown]> = [
		['{"success":true,"instances":[{"name":"', '"}]}', name => ({success: true, instances: [{name}]})],
		['{"message":"', '","instances":[1]}', message => ({message, instances: [1]})],
		['["', '"]', text => [text]],
	];
	for (const [[written, meant], [before, after, read]] of someOf(writings.flatMap(writing => places.map(place => [writing, place] as const)), 4)) {
		const kept = Math.floor(mebibyte / Buffer.byteLength(written));
		// eslint-disable-next-line no-await-in-loop -- the cases are large
		assert.deepEqual(await parse(`${before}${long(written)}${after}`), read(`${meant.repeat(kept)}…`), `${before}${written}`);
	}

	const whole = 'x'.repeat(mebibyte);
	assert.deepEqual(await parse(listOf(`"${whole}"`)), {success: true, instances: [whole]});
});

test('a nested list of the same name is no second list', async () => {
	const body = {instances: [{instances: [1]}], meta: {instances: 1}};
	assert.deepEqual(await parse(JSON.stringify(body)), body);
});

test('items that are rejected let other work have its turn, as all others do', () => {
	const steps = [...decodeInSlices({instances: Array.from({length: 1000}, () => ({}))}, {
		account, at: 0, token: new Secret('x'), wanted: [],
	})].length;
	assert.ok(steps >= 1000, String(steps));
});

test('an answer is left unread once its signal is aborted, and is read when it comes again', async () => {
	const cache = createResponseCache();
	const ending = new AbortController();
	const bytes = Buffer.from(listOf(list(10_000, index => `{"name":"n${index}"}`)));
	const read = async (signal: AbortSignal) => {
		const buffer = cache.parser.buffer();
		buffer.append(bytes);
		const context = {
			account, url: new URL('https://ryze.test'), wanted: [], token: new Secret('x'), isTokenChanged: false, tokenProblem: undefined, cache, signal,
		};
		return readResponse(context, {
			at: 0, status: 200, headers: {}, body: {kind: 'whole', content: buffer.content(), bytes: bytes.length},
		});
	};

	const reading = read(ending.signal);
	ending.abort();
	assert.deepEqual(await reading, {kind: 'unreachable', reason: 'closed'});
	const outcome = await read(new AbortController().signal);
	assert.strictEqual(outcome.kind, 'ok');
	assert.equal(outcome.snapshot.instances.length, 10_000);
});
