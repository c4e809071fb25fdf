import assert from 'node:assert/strict';
import {test} from 'node:test';
import {blockNames, type BlockName} from '../../../../source/core/blocks/blocks.js';
import type {Entry} from '../../../../source/core/detail/entry.js';
import {layoutSection, hasSecrets} from '../../../../source/core/detail/layout.js';
import type {Subject} from '../../../../source/core/sections/section.js';
import {sectionIds, sections, type SectionId} from '../../../../source/core/sections/sections.js';
import {asciiSymbols, unicodeSymbols} from '../../../../source/core/screen/symbols.js';
import {firstLook} from '../../../../source/core/fleet/seen/coverage.js';
import {noon, type WireItem} from '../../../helpers/fleet.js';
import sampleJson from '../../../fixtures/sample-200.json' with {type: 'json'};
import {
	subjectAsItCame,
	subjectOf,
	textOf,
	trackedOf,
	watch,
	type Poll,
} from '../../../helpers/watch-polls.js';

const layout = (id: SectionId, subject: Subject, {width = 60, isRevealed = false}: {readonly width?: number; readonly isRevealed?: boolean} = {}) => layoutSection(id, subject, {
	width, isRevealed, symbols: unicodeSymbols, find: '',
});

const textsOf = (entries: readonly Entry[]) => entries.flatMap(({lines}) => lines.map(line => textOf(line)));

/** The text of every section of an instance. */
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
		enabled: true, status: 'active', apiToken: 'zz-chatwoot', baseUrl: 'https://hook-user:zz-pass@example.com/?key=zz-query',
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
	assert.match(of('webhook', 'webhook.events'), /message\.exchange$/v);
	assert.match(textsOf(layout('connection', subject, {width: 120})).join('\n'), /Since +≥ 0s · before 2026-05-01 12:00:00/v);
	assert.match(textsOf(layout('connection', subject)).join('\n'), /\+55 11 99999-9999/v);
});

test('a meaning that has no room beside its value takes no line of its own, and is told apart from it', () => {
	const subject = subjectOf({name: 'sales'});
	const meanings = (width: number) => layout('webhook', subject, {width}).filter(({path}) => path === 'webhook.enabled').map(({lines, meaning}) => [lines.length, textOf(meaning)]);
	const meaning = 'only the default one of up to three: off here does not mean none';
	assert.deepEqual(meanings(60), [[1, meaning]]);
	assert.deepEqual(meanings(120), [[1, '']]);
});

test('the field that an oddity concerns is marked, without colour too', () => {
	const subject = subjectOf({name: 'sales', chatwoot: {enabled: true, status: 'error', inboxName: 'support'}});
	const of = (path: string) => at(path, layout('chatwoot', subject));
	assert.match(of('chatwoot.status'), /error !/v);
	assert.doesNotMatch(of('chatwoot.inboxName'), /!/v);
});

test('secrets are masked by one length until they are revealed, in their own section', () => {
	const subject = subjectOf(secretive);
	assert.doesNotMatch(everything(subject, false), /zz-/v);
	for (const [id, path, secret] of [
		['connection', 'token', 'zz-instance'],
		['connection', 'sessionKeys', '["zz-session"]'],
		['chatwoot', 'chatwoot.apiToken', 'zz-chatwoot'],
		['chatwoot', 'chatwoot.baseUrl', 'https://hook-user:zz-pass@example.com/?key=zz-query'],
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
	assert.ok(textsOf(layoutSection('json', subjectOf(secretive), {
		width: 200, isRevealed: true, symbols: asciiSymbols, find: '',
	})).some(line => line.includes('"apiToken": "********"')));
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
	for (const block of blockNames) {
		for (const [came, words] of [['broken', '"broken"'], [['a', 1], '["a",1]'], [true, 'true'], [5, '5']] as const) {
			const [first] = layout(block, subjectOf({name: 'sales', [block]: came}));
			assert.equal(first?.path, block);
			assert.ok(textsOf(first === undefined ? [] : [first]).join(' ').includes(words), `${block}: ${words}`);
		}
	}
});

test('a block that is missing still names its fields, and one that is null says so', () => {
	const documented = (block: BlockName, subject: Subject) => sections[block].fields(subject).filter(({path}) => path.startsWith(`${block}.`));
	for (const block of blockNames) {
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

/** The lines of one instance's history, so many seconds after noon, until when it was polled every minute; runs of spaces are one. */
const historyOf = (seconds: number, ...changes: readonly Poll[]) => {
	const minutes = Array.from({length: Math.floor(seconds / 60) + 1}, (_, index) => index * 60);
	const times = [...new Set([...minutes, ...changes.map(([second]) => second), seconds])].toSorted((one, other) => one - other);
	const {inventory} = watch(...times.map((second): Poll => [second, changes.findLast(([from]) => from <= second)?.[1] ?? []]));
	const [coverage = firstLook(noon)] = inventory.coverage.values();
	const subject = {
		...subjectOf({name: 'sales'}), tracked: trackedOf(inventory, 'sales'), coverage, now: noon + (seconds * 1000),
	};
	return textsOf(layout('history', subject, {width: 100})).map(line => line.replaceAll(/ {2,}/gv, ' '));
};

const sales = (state: string) => [{name: 'sales', state}];

test('the history tells each change with when it was and how long the former state had lasted', () => {
	const lines = historyOf(90, [0, sales('connected')], [30, sales('disconnected')], [60, sales('logged_out')]);
	assert.deepEqual(lines.slice(-2), ['12:01:00 disconnected → logged out · 30s ago · after 30s', '12:00:30 connected → disconnected · 1m 00s ago · after ≥ 0s']);
	assert.ok(lines.includes('Changes 2 seen, 2 in the last 10 minutes'));
});

/** The subject of an instance that was in these states from these times on, seen every minute to the last of them. */
const longSubject = (...changes: readonly Poll[]): Subject => {
	const [end = 0] = changes.at(-1) ?? [];
	const times = changes.flatMap(([second], index) => {
		const next = changes[index + 1]?.[0] ?? second;
		return changes[index]?.[1].length === 0 ? [] : Array.from({length: Math.max(1, Math.ceil((next - second) / 60))}, (_, minute) => second + (minute * 60));
	});
	const {inventory} = watch(...times.map((second): Poll => [second, changes.findLast(([from]) => from <= second)?.[1] ?? []]));
	const [coverage = firstLook(noon)] = inventory.coverage.values();
	return {
		...subjectOf({name: 'sales'}), tracked: trackedOf(inventory, 'sales'), coverage, now: noon + (end * 1000),
	};
};

test('the history has a strip and a share for each span that shows more than the shorter one', () => {
	const subject = longSubject([0, sales('connected')], [600, sales('disconnected')], [900, sales('connected')], [1200, sales('connecting')], [1260, sales('connected')], [3600, sales('connected')]);
	assert.deepEqual(textsOf(layout('history', subject, {width: 120})).slice(0, 1), [
		'Last hour   ──────────○○○○○─────◐───────────────────────────────────────  90.0% of the 1h 00m seen in 1h',
	]);
	const hole = [[3600, []], [36_000, sales('disconnected')], [40_000, sales('connected')], [43_200, sales('connected')]] as const;
	const longer = layout('history', longSubject([0, sales('connected')], ...hole), {width: 120});
	assert.deepEqual(textsOf(longer).slice(0, 2), [
		'Last hour       ○○○○○○○─────────────────────────────────────────────────────  88.8% of the 1h 00m seen in 1h',
		'Last 24 hours                                 ──·······················○○○──  62.7% of the 2h 59m seen in 24h',
	]);
});

test('the strips of a narrow screen have their shares in fewer words, and below them where there is no room for these', () => {
	const subject = longSubject([0, sales('connected')], [1800, sales('logged_out')], [7200, sales('logged_out')]);
	assert.deepEqual(textsOf(layout('history', subject, {width: 60})).slice(0, 2), [
		'Last hour      ✕✕✕✕✕✕✕✕✕✕✕✕✕✕✕✕✕✕✕✕✕✕✕✕✕✕✕✕  0.0% of 1h 00m',
		'Last 24 hours                           ·✕✕  25.0% of 2h 00m',
	]);
	assert.deepEqual(textsOf(layout('history', subject, {width: 38})).slice(0, 4), [
		'Last hour      ✕✕✕✕✕✕✕✕✕✕✕✕✕✕✕✕✕✕✕✕✕✕✕',
		'               0.0% of 1h 00m',
		'Last 24 hours                       ✕✕',
		'               25.0% of 2h 00m',
	]);
	assert.deepEqual(textsOf(layoutSection('history', subject, {
		width: 60, isRevealed: false, symbols: asciiSymbols, find: '',
	})).slice(0, 2), [
		'Last hour      xxxxxxxxxxxxxxxxxxxxxxxxxxxx  0.0% of 1h 00m',
		'Last 24 hours                           .xx  25.0% of 2h 00m',
	]);
});

test('what is searched for in the words of a share is in sight', () => {
	const subject = longSubject([0, sales('connected')], [1800, sales('logged_out')], [7200, sales('logged_out')]);
	const found = layoutSection('history', subject, {
		width: 60, isRevealed: false, symbols: unicodeSymbols, find: 'seen in 24h',
	}).filter(({isFound}) => isFound);
	assert.deepEqual(found.map(({lines}) => lines.flat().filter(({tone}) => tone === 'found').map(({text}) => text).join('')), ['seen in 24h']);
});

test('the history tells the newest ten outages, the newest first, and the longest of all', () => {
	const changes = Array.from({length: 12}, (_, index): readonly Poll[] => [
		[600 * (index + 1), sales('disconnected')],
		[(600 * (index + 1)) + (index === 0 ? 300 : 60), sales('connected')],
	]).flat();
	const lines = textsOf(layout('history', longSubject([0, sales('connected')], ...changes, [7800, sales('connected')]), {width: 120})).map(line => line.replaceAll(/ {2,}/gv, ' '));
	assert.ok(lines.includes('Outages 12 seen, of which these are the longest and the newest 10'));
	assert.ok(lines.includes('Longest 5m 00s, from 12:10:00, over for 1h 55m'));
	const outages = lines.filter(line => line.startsWith('Outage '));
	assert.equal(outages.length, 10);
	assert.deepEqual([outages[0], outages.at(-1)], ['Outage 1m 00s, from 14:00:00, over for 9m 00s', 'Outage 1m 00s, from 12:30:00, over for 1h 39m']);
});

test('the history tells the first look that had the instance, and whether it came into the list then', () => {
	const of = (...polls: readonly Poll[]) => historyOf(60, ...polls).find(line => line.startsWith('First seen'));
	assert.equal(of([0, sales('connected')]), 'First seen 2026-05-01 12:00:00, 1m 00s ago');
	assert.equal(of([0, [{name: 'other'}]], [30, [{name: 'other'}, ...sales('connected')]]), 'First seen 2026-05-01 12:00:30, 30s ago, when it came into the list');
});

test('a history whose oldest changes were dropped tells from when on it is', () => {
	const changes = Array.from({length: 211}, (_, index): Poll => [index * 10, sales(index % 2 === 0 ? 'connected' : 'disconnected')]);
	const lines = historyOf(2100, ...changes);
	assert.ok(lines.includes('Changes 210 seen, 60 in the last 10 minutes'));
	assert.ok(lines.includes('Kept the last 200 changes, since 12:01:40'));
	assert.ok(historyOf(90, [0, sales('connected')], [30, sales('disconnected')]).every(line => !line.startsWith('Kept')));
});

test('an outage that began before the program could see it, and one that goes on, are told as such', () => {
	const lines = historyOf(100, [0, sales('disconnected')], [60, sales('connected')], [90, sales('disconnected')]);
	assert.ok(lines.includes('Outage at least 1m 00s, from before 12:00:00, over for 40s'));
	assert.ok(lines.includes('Outage 10s, and it goes on'));
	assert.ok(historyOf(10, [0, sales('connected')]).includes('Outages none seen'));
	assert.ok(historyOf(0, [0, sales('connected')]).some(line => line.endsWith(' only 0s seen in 1h')));
});

test('the detail counts a time to the last answer that showed it, however long ago that is', () => {
	const nineHours = noon + (9 * 3_600_000);
	const shownAt = (...polls: readonly Poll[]) => {
		const {inventory} = watch(...polls);
		const [coverage = firstLook(noon)] = inventory.coverage.values();
		const subject: Subject = {
			...subjectOf({name: 'sales'}), tracked: trackedOf(inventory, 'sales'), coverage, now: nineHours,
		};
		const lines = [...textsOf(layout('connection', subject)), ...textsOf(layout('history', subject))];
		return lines.filter(line => /^(?:Since|Outage) /v.test(line)).map(line => line.replaceAll(/ {2,}/gv, ' '));
	};

	const other = {name: 'other'};
	const [up, down] = [[other, ...sales('connected')], [other, ...sales('disconnected')]];
	assert.deepEqual(shownAt([0, up], [5, down], [10, down]), [
		'Since 5s · since 2026-05-01 12:00:05',
		'Outage 5s, and it goes on',
	]);
	assert.deepEqual(shownAt([0, up], [5, down], [10, down], [15, [other]], [60, [other]]).slice(0, 1), [
		'Since 5s · since 2026-05-01 12:00:05',
	], 'gone from the list');
});

test('a field that changed stands out with the poll that changed it, and says what it was', () => {
	const {inventory} = watch([0, [{name: 'sales', proxy: {enabled: false, host: 'old.example', password: 'zz-old'}}]], [30, [{
		name: 'sales', proxy: {
			enabled: true, host: 'new.example', password: 'zz-new', port: '8080',
		},
	}]]);
	const tracked = trackedOf(inventory, 'sales');
	const subject = (seconds: number, polledAt: number): Subject => ({
		...subjectOf({name: 'sales'}), tracked, changes: inventory.changes.get(tracked.instance.key) ?? new Map(), polledAt: noon + (polledAt * 1000), older: [], now: noon + (seconds * 1000),
	});
	const entries = layout('proxy', subject(42, 30));
	assert.match(at('proxy.enabled', entries), /on +was: off · 12s ago/v);
	assert.match(at('proxy.host', entries), /new\.example +was: old\.example · 12s ago/v);
	assert.match(at('proxy.port', entries), /8080 +was: not in the answer · 12s ago/v);
	assert.doesNotMatch(textsOf(entries).join('\n'), /zz-/v);
	assert.match(at('proxy.password', entries), /was: ••••••••/v);
	assert.match(textsOf(layout('proxy', subject(42, 30), {width: 30})).join('\n'), /new\.example\n +was:/v, 'below it, where there is no room');
	const host = (from: readonly Entry[]) => from.find(({path}) => path === 'proxy.host')?.lines[0]?.find(({text}) => text.includes('new'))?.tone;
	assert.equal(host(entries), 'fresh');
	assert.equal(host(layout('proxy', subject(42, 35))), 'plain');
});

test('what is looked for is marked where it stands, in fields and in the JSON', () => {
	const subject = subjectOf({name: 'sales', webhook: {enabled: true, url: 'https://hooks.example.com/São', events: []}});
	const found = (id: SectionId, find: string) => layoutSection(id, subject, {
		width: 60, isRevealed: false, symbols: unicodeSymbols, find,
	}).filter(({isFound}) => isFound);
	const marked = (entries: readonly Entry[]) => entries.flatMap(({lines}) => lines.flat()).filter(({tone}) => tone === 'found').map(({text}) => text);
	assert.deepEqual(found('webhook', 'HOOKS').map(({path}) => path), ['webhook.url']);
	assert.deepEqual(marked(found('webhook', 'sao')), ['São']);
	assert.deepEqual(found('json', 'hooks').map(({path}) => path), ['webhook.url']);
	assert.deepEqual(marked(found('json', 'hooks.example')), ['hooks.example']);
	assert.deepEqual(found('webhook', ''), []);
});
