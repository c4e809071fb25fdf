import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import {test} from 'node:test';
import fc from 'fast-check';
import {runAtOnce} from '../../../source/core/polling/slices.js';
import {parseThreshold} from '../../../source/cli/values/range.js';
import {columns} from '../../../source/core/columns/columns.js';
import {copyField, copyPath} from '../../../source/core/detail/copy.js';
import {layoutSection} from '../../../source/core/detail/layout.js';
import {asciiSymbols, unicodeSymbols} from '../../../source/core/screen/symbols.js';
import {sectionIds} from '../../../source/core/sections/sections.js';
import {writeCsv} from '../../../source/output/csv.js';
import {createEventStream} from '../../../source/output/watch/event-stream.js';
import {parseFilter} from '../../../source/core/filter/parse.js';
import {newFleet} from '../../../source/core/fleet/fleet.js';
import {wholeItem} from '../../../source/core/instance/whole-item.js';
import {sanitize} from '../../../source/core/text/sanitize.js';
import {writeJson, writeNdjson} from '../../../source/output/json.js';
import {checkListing} from '../../../source/output/nagios.js';
import {writePrometheus} from '../../../source/output/prometheus.js';
import {writeTable} from '../../../source/output/table.js';
import {
	account,
	noon,
	snapshotOf,
	type WireItem,
} from '../../helpers/fleet.js';
import {foldOne, listed} from '../../helpers/fold-snapshot.js';
import {subjectOf, textOf} from '../../helpers/watch-polls.js';
import {tries} from '../../helpers/properties/tries.js';
import {listingOf} from './listing.js';

/** The token of `snapshotOf`, with which all lists of the tests are asked for. */
const own = 'account-token-of-the-tests';

const listedToken = '5e1d0c2a-77aa-4d09-a02e-1c9145de678e';

/** A secret, as a text of the answer: what it is named like or hidden in, and the part of it that must not be seen. */
type Planted = {readonly text: unknown; readonly secret: string};

const percents = (text: string) => text.replaceAll(/./gsv, character => `%${(character.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`);

const password = fc.string({unit: fc.constantFrom('q', 'Z', '7', '-', '.', '+', '/', '?', '#', '!'), minLength: 6, maxLength: 12}).map(text => `zq${text}9x`);
const word = fc.string({unit: fc.constantFrom('q', 'Z', '7', '-', '.', '+', '!'), minLength: 6, maxLength: 12}).map(text => `zq${text}9x`);
const name = fc.constantFrom('token', 'apiToken', 'pass', 'passwd', 'pwd', 'senha', 'auth', 'authorization', 'credential', 'cookie', 'session', 'jwt', 'bearer', 'sig', 'X-Amz-Signature', 'otp', 'dsn', 'access_key', 'client.secret');

const planted: fc.Arbitrary<Planted> = fc.oneof(
	password.map(secret => ({text: `https://user:${secret}@example.com/a`, secret})),
	password.map(secret => ({text: `user:${secret}@example.com:3128`, secret})),
	password.map(secret => ({text: `see //user:${secret}@example.com`, secret})),
	password.map(secret => ({text: `https://example.com/?next=${encodeURIComponent(`https://user:${encodeURIComponent(secret)}@example.com`)}`, secret: encodeURIComponent(encodeURIComponent(secret))})),
	fc.tuple(name, word).map(([field, secret]) => ({text: `https://example.com/?a=1&${field}=${secret}&b=2`, secret})),
	fc.tuple(name, word).map(([field, secret]) => ({text: JSON.stringify({[field]: secret, a: 1}), secret})),
	fc.tuple(name, word).map(([field, secret]) => ({text: `${field}: ${secret}`, secret})),
	fc.tuple(name, word).map(([field, secret]) => ({text: {[field]: secret}, secret})),
	fc.tuple(name, word).map(([field, secret]) => ({text: {name: field, value: secret}, secret})),
	fc.tuple(name, word).map(([field, secret]) => ({text: [{key: field, value: secret}, 'a'], secret})),
	word.map(secret => ({text: {headers: {Authorization: `Basic ${secret}`}}, secret})),
	fc.constantFrom(own, listedToken).map(secret => ({text: `a ${secret} b`, secret})),
	fc.constantFrom(own, listedToken).map(secret => ({text: secret, secret})),
	fc.constantFrom(own, listedToken).map(secret => ({text: percents(secret), secret: percents(secret)})),
	fc.constantFrom(own, listedToken).map(secret => ({text: Buffer.from(secret).toString('base64'), secret: Buffer.from(secret).toString('base64').slice(4, -4)})),
	fc.constantFrom(own, listedToken).map(secret => ({text: {[secret]: secret}, secret})),
);

/** Every field of an item, by its path; and one that the API does not document. */
const paths = [
	'name',
	'id',
	'status',
	'createdAt',
	'updatedAt',
	'connection.state',
	'connection.numberJid',
	'connection.presenceStatus',
	'profile.name',
	'profile.pictureUrl',
	'profile.businessName',
	'settings.callRejectMessage',
	'webhook.url',
	'webhook.events',
	'websocket.events',
	'chatwoot.status',
	'chatwoot.baseUrl',
	'chatwoot.inboxName',
	'chatwoot.accountId',
	'proxy.host',
	'proxy.port',
	'proxy.username',
	's3.endpoint',
	's3.bucket',
	's3.pathPrefix',
	'webhook',
	'profile',
	'more',
	'connection.more',
	'more.deep.er',
] as const;

function plant(path: string, value: unknown): WireItem {
	const [first = '', ...rest] = path.split('.');
	let inside = value;
	for (const part of rest.toReversed()) {
		inside = {[part]: inside};
	}

	const isText = first === 'name' && typeof value !== 'string';
	return {
		name: 'sales', state: 'disconnected', token: listedToken, ...!isText && {[first]: inside},
	};
}

function zero() {
	const parsed = parseThreshold('0');
	assert.strictEqual(parsed.kind, 'value');
	return parsed.value;
}

/** All that the outputs and the detail write of an item. */
function everythingOf(item: WireItem): string {
	const listing = listingOf([item, {name: 'other', token: 'token-of-another-one-of-them'}]);
	const all = Object.values(columns);
	const plain = {isRevealed: false, isTerminal: false};
	const subject = subjectOf(item);
	const before = newFleet([{account, host: sanitize('api.example')}]);
	const after = foldOne(before, listed(snapshotOf([item])));
	const shown = {isRevealed: false, symbols: unicodeSymbols};
	return [
		runAtOnce(writeTable(listing.rows, {columns: all, symbols: asciiSymbols, width: undefined})),
		runAtOnce(writeJson(listing, plain)),
		runAtOnce(writeNdjson(listing, plain)),
		runAtOnce(writeCsv(listing, {...plain, columns: all})),
		runAtOnce(writePrometheus(listing, plain)),
		checkListing(listing, {
			warning: zero(), critical: undefined, missing: [], counted: 'action', whenEmpty: 'unknown',
		}).text,
		...runAtOnce(createEventStream({filter: parseFilter(''), hasInitial: true})(before, after, noon)),
		...sectionIds.flatMap(id => {
			const entries = layoutSection(id, subject, {...shown, width: 200, find: ''});
			return entries.flatMap(({path, lines}, position) => [
				path,
				...lines.map(line => textOf(line)),
				JSON.stringify(copyField(id, subject, position, shown)),
				JSON.stringify(copyPath(id, subject, position)),
			]);
		}),
		// The key of an instance is compared, and never shown.
		JSON.stringify(after.inventory.tracked.values().map(({instance}) => ({...instance, item: wholeItem(instance), key: ''})).toArray()),
	].join('\n');
}

test('a secret in whatever field, name and spelling is in no output, no section and no copy', () => {
	fc.assert(fc.property(fc.constantFrom(...paths), planted, (path, {text, secret}) => {
		const written = everythingOf(plant(path, text));
		assert.ok(!written.includes(secret), written.split('\n').filter(line => line.includes(secret)).slice(0, 5).join('\n'));
	}), {numRuns: tries(50)});
});

test('what is masked cannot be found by a filter, and orders nothing', () => {
	const item = {name: 'sales', proxy: {enabled: true, host: 'user:zq-hunter2@example.com'}, profile: {name: `x ${own}`}};
	const found = (filter: string) => listingOf([item], filter).rows.length;
	assert.deepEqual(['profile:~^x.account', 'profile:account-token', 'account-token', '~hunter2'].map(filter => found(filter)), [0, 0, 0, 0]);
	assert.equal(found('profile:~^x'), 1);
	const [row] = listingOf([item]).rows;
	assert.ok(row);
	for (const {id, sortKey} of Object.values(columns)) {
		assert.ok(!String(sortKey(row)).includes('hunter2') && !String(sortKey(row)).includes(own), id);
	}
});

test('with secrets shown the formats for machines carry the texts of the answer', () => {
	const listing = listingOf([{name: `of ${own}`, webhook: {url: 'https://user:hunter2@example.com'}}]);
	for (const text of [
		runAtOnce(writeJson(listing, {isRevealed: true})),
		runAtOnce(writeNdjson(listing, {isRevealed: true})),
		runAtOnce(writeCsv(listing, {isRevealed: true, isTerminal: false, columns: Object.values(columns)})),
	]) {
		assert.ok(text.includes(`of ${own}`) && text.includes('https://user:hunter2@example.com'));
	}
});
