import assert from 'node:assert/strict';
import {test} from 'node:test';
import {layoutSection, hasSecrets, type Entry} from '../../source/core/sections/layout.js';
import {sectionIds, type SectionId, type Subject} from '../../source/core/sections/section.js';
import {sections} from '../../source/core/sections/sections.js';
import {asciiSigns, unicodeSigns} from '../../source/core/signs.js';
import type {WireItem} from '../helpers/fleet.js';
import sampleJson from '../fixtures/sample-200.json' with {type: 'json'};
import {
	subjectAsItCame,
	subjectOf,
	textOf,
	trackedOf,
	watch,
} from './watching.js';

const blocks = ['connection', 'profile', 'settings', 'webhook', 'websocket', 'chatwoot', 'proxy', 's3'] as const;

const layout = (id: SectionId, subject: Subject, {width = 60, isRevealed = false}: {readonly width?: number; readonly isRevealed?: boolean} = {}) => layoutSection(id, subject, {width, isRevealed, signs: unicodeSigns});

const textsOf = (entries: readonly Entry[]) => entries.flatMap(({lines}) => lines.map(line => textOf(line)));

/** All that is shown of an instance. */
const everything = (subject: Subject, isRevealed: boolean) => sectionIds.flatMap(id => textsOf(layout(id, subject, {width: 200, isRevealed}))).join('\n');

/** The one entry at a path, as one text. */
const at = (path: string, entries: readonly Entry[]) => {
	const entry = entries.find(found => found.path === path);
	assert.ok(entry, `${path} is shown`);
	return entry.lines.map(line => textOf(line)).join('\n');
};

/** The one instance of the API's sample, as it came. */
const sampleItem = sampleJson.instances[0];

/** The paths of all values of a tree; a list is one value. */
const leafPaths = (value: unknown, path = ''): readonly string[] => typeof value === 'object' && value !== null && !Array.isArray(value)
	? Object.entries(value).flatMap(([name, child]) => leafPaths(child, path === '' ? name : `${path}.${name}`))
	: [path];

const secretive: WireItem = {
	name: 'sales',
	token: 'zz-instance',
	chatwoot: {
		enabled: true, status: 'active', apiToken: 'zz-chatwoot', baseUrl: 'https://zz-user:zz-pass@example.com/?key=zz-query',
	},
	proxy: {
		enabled: true, host: '10.0.0.1', username: 'orion', password: 'zz-proxy',
	},
	s3: {enabled: true, accessKey: 'zz-access', secretKey: {nested: 'zz-secret'}},
	webhook: {enabled: true, url: 'https://example.com/hook?token=zz-hook', signingSecret: 'zz-signing'},
	sessionKeys: ['zz-session'],
};

test('every value of the API\'s sample is shown in the section of its block', () => {
	const subject = subjectOf({name: 'sales'});
	for (const path of leafPaths(sampleItem)) {
		const [block = ''] = path.split('.', 1);
		const id = sectionIds.find(section => section === block && path.includes('.')) ?? 'connection';
		const found = sections[id].fields(subject).filter(field => field.path === path);
		assert.equal(found.length, 1, `${path} in ${id}`);
		assert.ok(found.every(({label}) => label !== ''), path);
	}
});

test('values are in words, with what they mean beside them', () => {
	const subject = subjectOf({name: 'sales'});
	const of = (id: SectionId, path: string) => at(path, layout(id, subject, {width: 120}));
	assert.match(of('connection', 'connection.numberJid'), /5511999999999@s\.whatsapp\.net/v);
	assert.match(of('connection', 'createdAt'), /2026-04-28 10:30:00 · 3d 1h ago/v);
	assert.match(of('settings', 'settings.disableHistorySync'), /on +past messages are not synced/v);
	assert.match(of('chatwoot', 'chatwoot.accountId'), /\b5\b/v);
	assert.match(of('webhook', 'webhook.events'), /message\.exchange\s+empty means all six/v);
	assert.match(textsOf(layout('connection', subject, {width: 120})).join('\n'), /Since +≥ 1m 00s · before 2026-05-01 12:00:00/v);
	assert.match(textsOf(layout('connection', subject)).join('\n'), /\+55 11 99999-9999/v);
});

test('secrets are masked by one length until they are revealed, in their own section', () => {
	const subject = subjectOf(secretive);
	assert.doesNotMatch(everything(subject, false), /zz-/v);
	for (const [id, path, secret] of [
		['connection', 'token', 'zz-instance'],
		['connection', 'sessionKeys', '["zz-session"]'],
		['chatwoot', 'chatwoot.apiToken', 'zz-chatwoot'],
		['chatwoot', 'chatwoot.baseUrl', 'https://zz-user:zz-pass@example.com/?key=zz-query'],
		['proxy', 'proxy.password', 'zz-proxy'],
		['s3', 's3.accessKey', 'zz-access'],
		['s3', 's3.secretKey', 'zz-secret'],
		['webhook', 'webhook.url', 'zz-hook'],
		['webhook', 'webhook.signingSecret', 'zz-signing'],
	] as const) {
		assert.ok(at(path, layout(id, subject, {width: 120})).includes('••••••••'), path);
		assert.ok(at(path, layout(id, subject, {width: 120, isRevealed: true})).includes(secret), path);
		assert.ok(hasSecrets(id, subject), id);
	}

	assert.ok(!hasSecrets('settings', subject));
});

test('the JSON hides its secrets even when they are revealed', () => {
	const json = (isRevealed: boolean) => textsOf(layout('json', subjectOf(secretive), {width: 200, isRevealed})).join('\n');
	assert.doesNotMatch(json(true), /zz-/v);
	assert.equal(json(true), json(false));
	assert.match(json(true), /"apiToken": "••••••••"/v);
	assert.ok(textsOf(layoutSection('json', subjectOf(secretive), {width: 200, isRevealed: true, signs: asciiSigns})).some(line => line.includes('"apiToken": "********"')));
});

test('off, empty, null and not in the answer look different', () => {
	const {name, token} = secretive;
	const subject = subjectAsItCame({
		name, token, profile: {name: '', pictureUrl: null, isBusiness: false}, webhook: {enabled: null, url: '', events: []}, chatwoot: {apiToken: '', status: null},
	});
	const entries = (['profile', 'webhook', 'chatwoot'] as const).flatMap(id => layout(id, subject, {width: 200}));
	const check = (cases: Readonly<Record<string, string>>) => {
		for (const [path, words] of Object.entries(cases)) {
			assert.ok(at(path, entries).includes(` ${words}`), `${path}: ${at(path, entries)}`);
		}
	};

	check({
		'profile.isBusiness': 'off',
		'profile.name': '"" empty',
		'profile.pictureUrl': 'null',
		'profile.businessName': 'not in the answer',
		'webhook.enabled': 'null',
		'webhook.url': '"" empty',
		'webhook.events': '[] empty',
		'chatwoot.apiToken': '"" empty',
		'chatwoot.status': 'null',
		'chatwoot.enabled': 'not in the answer',
	});
});

test('a block that is not what the API documents is shown as it came', () => {
	for (const block of blocks) {
		for (const [came, words] of [['broken', '"broken"'], [['a', 1], '["a",1]'], [true, 'true'], [5, '5']] as const) {
			const [first] = layout(block, subjectOf({name: 'sales', [block]: came}));
			assert.equal(first?.path, block);
			assert.ok(textsOf(first === undefined ? [] : [first]).join(' ').includes(words), `${block}: ${words}`);
		}
	}
});

test('a block that is missing still names its fields, and one that is null says so', () => {
	const documented = (block: typeof blocks[number], subject: Subject) => sections[block].fields(subject).filter(({path}) => path.startsWith(`${block}.`));
	for (const block of blocks) {
		const paths = leafPaths(sampleItem?.[block], block);
		const missing = documented(block, subjectAsItCame({name: 'sales'}));
		const empty = documented(block, subjectOf({name: 'sales', [block]: null}));
		assert.deepEqual(missing.map(({path}) => path), paths);
		assert.deepEqual(empty.map(({path}) => path), paths);
		assert.ok(missing.every(({shown}) => shown.kind === 'nothing' && shown.why === 'missing'), block);
		assert.ok(empty.every(({shown}) => shown.kind === 'nothing' && shown.why === 'null'), block);
	}
});

test('a field the API does not document stands under its own name, with what came', () => {
	const subject = subjectOf({
		name: 'sales', region: 'sa-east', webhook: {enabled: true, url: 'https://example.com', retries: {most: 3}}, settings: {autoRejectCalls: 'sometimes'},
	});
	assert.match(at('region', layout('connection', subject)), /^region +"sa-east"/v);
	assert.match(at('webhook.retries', layout('webhook', subject)), /^retries +\{"most":3\}/v);
	assert.match(at('settings.autoRejectCalls', layout('settings', subject)), /^Auto-reject calls +"sometimes"/v);
});

test('the history tells each change with how long the former state had lasted', () => {
	const {inventory} = watch([0, [{name: 'sales', state: 'connected'}]], [30, [{name: 'sales', state: 'disconnected'}]], [60, [{name: 'sales', state: 'logged_out'}]]);
	const subject = {...subjectOf({name: 'sales'}), tracked: trackedOf(inventory, 'sales')};
	const lines = textsOf(layout('history', subject));
	assert.deepEqual(lines.slice(-2).map(line => line.replaceAll(/ {2,}/gv, ' ')), ['12:01:00 disconnected → logged out, after 30s', '12:00:30 connected → disconnected, after at least 30s']);
	assert.ok(lines.some(line => line.includes('2 seen, 2 in the last 10 minutes')));
});
