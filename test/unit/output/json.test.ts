import assert from 'node:assert/strict';
import test from 'node:test';
import {runAtOnce} from '../../../source/core/polling/slices.js';
import {mask} from '../../../source/core/text/secret.js';
import {writeJson, writeNdjson} from '../../../source/output/json.js';
import {hostileTexts} from '../../../source/simulator/instances/hostile-texts.js';
import {listingOf} from './listing.js';

type Document = {
	readonly instances: ReadonlyArray<Readonly<Record<string, unknown>>>;
};

const masked = {isRevealed: false};

const read = (text: string) => JSON.parse(text) as Document;

test('the document says its version, when and whence it is, and holds the instances as they came', () => {
	const {instances, ...head} = read(runAtOnce(writeJson(listingOf([{name: 'sales', state: 'disconnected'}]), masked)));
	assert.deepEqual(head, {
		version: 2,
		at: '2026-05-01T12:00:00.000Z',
		sources: [{
			name: 'api.example', host: 'api.example', url: 'https://api.example', health: 'live', error: null, at: '2026-05-01T12:00:00.000Z', token: 'account', unreadable: 0, server: null,
		}],
	});
	const [instance] = instances;
	assert.equal(instances.length, 1);
	assert.equal(instance?.name, 'sales');
	assert.equal((instance?.connection as Readonly<Record<string, unknown>>).state, 'disconnected');
	assert.deepEqual(instance?.ryzetop, {
		account: 'api.example', state: 'disconnected', do: 'reconnect', why: 'down, session saved', odd: [], since: '2026-05-01T12:00:00.000Z', sinceBound: 'at-least', flaps: null, up24h: null, up7d: null, up30d: null,
	});
});

test('an empty fleet is a document with no instances', () => {
	assert.deepEqual(read(runAtOnce(writeJson(listingOf([]), masked))).instances, []);
	assert.equal(runAtOnce(writeNdjson(listingOf([]), masked)), '');
});

test('each instance stands on a line, in the document and in the lines alike', () => {
	const listing = listingOf([{name: 'b'}, {name: 'a', state: 'disconnected'}]);
	const lines = runAtOnce(writeNdjson(listing, masked)).trimEnd().split('\n');
	assert.deepEqual(lines.map(line => (JSON.parse(line) as {readonly name: string}).name), ['a', 'b']);
	assert.deepEqual(runAtOnce(writeJson(listing, masked)).trimEnd().split('\n').slice(1, -1).map(line => line.replace(/,$/v, '')), lines);
});

test('secrets are masked unless they are revealed, and then they are as they came', () => {
	const item = {
		name: 'sales', proxy: {enabled: true, host: 'h', password: 'hunter2'}, webhook: {url: 'https://u:p@h.example/?key=k'}, apiKeys: {one: 'k1'},
	};
	const pick = (isRevealed: boolean) => {
		const [instance] = read(runAtOnce(writeJson(listingOf([item]), {isRevealed}))).instances;
		const {token, proxy, webhook, apiKeys} = instance ?? {};
		return {
			token, proxy, webhook, apiKeys,
		};
	};

	assert.deepEqual(pick(false), {
		token: mask, proxy: {enabled: true, host: 'h', password: mask}, webhook: {url: `https://u:${mask}@h.example/?key=${mask}`}, apiKeys: mask,
	});
	assert.deepEqual(pick(true), {
		token: 'token-of-sales', proxy: {enabled: true, host: 'h', password: 'hunter2'}, webhook: {url: 'https://u:p@h.example/?key=k'}, apiKeys: {one: 'k1'},
	});
});

test('every text means what came, and none of its characters commands a terminal or ends a line', () => {
	const listing = listingOf(hostileTexts.map((text, index) => ({name: `${index}`, profile: {name: text}, [text]: text})));
	for (const text of [runAtOnce(writeJson(listing, masked)), runAtOnce(writeNdjson(listing, masked))]) {
		assert.doesNotMatch(text.replaceAll('\n', ''), /[\p{Control}\p{Format}\p{Line_Separator}\p{Paragraph_Separator}]/v);
	}

	const instances = runAtOnce(writeNdjson(listing, masked)).trimEnd().split('\n').map(line => JSON.parse(line) as {readonly name: string; readonly profile: {readonly name: string}});
	assert.deepEqual(instances.toSorted((one, other) => Number(one.name) - Number(other.name)).map(({profile}) => profile.name), hostileTexts);
});

test('a field of the API that has the program\'s own name does not make the JSON ambiguous', () => {
	const text = runAtOnce(writeNdjson(listingOf([{name: 'a', ryzetop: 'theirs', ['__proto__']: 1}]), masked));
	assert.equal(text.split('"ryzetop":').length, 2);
	assert.ok(text.includes('"__proto__":1'));
});
