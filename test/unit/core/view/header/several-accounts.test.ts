import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import type {Counts} from '../../../../../source/core/fleet/counts.js';
import {sumCounts} from '../../../../../source/core/fleet/several/count-accounts.js';
import {accountId, type AccountId} from '../../../../../source/core/instance/instance.js';
import {newFeed, type Feed, type Trouble} from '../../../../../source/core/polling/feed.js';
import {foldServerLook} from '../../../../../source/core/polling/server.js';
import {describeTrouble} from '../../../../../source/core/polling/trouble.js';
import {lineWidth} from '../../../../../source/core/screen/line.js';
import type {Line} from '../../../../../source/core/screen/span.js';
import {asciiSymbols, unicodeSymbols} from '../../../../../source/core/screen/symbols.js';
import {sanitize} from '../../../../../source/core/text/sanitize.js';
import type {HealthContext} from '../../../../../source/core/view/header/describe-health.js';
import {describeTitle} from '../../../../../source/core/view/describe-title.js';
import {stateLine, titleLine} from '../../../../../source/core/view/header/header-lines.js';
import {sortByHealth, worstFeed} from '../../../../../source/core/view/header/worst-feed.js';
import {noon} from '../../../../helpers/fleet.js';
import {utc} from '../../../../helpers/utc.js';
import {tries} from '../../../../helpers/properties/tries.js';

const textOf = (line: Line) => line.map(({text}) => text).join('');

function feedOf(name: string, parts: Partial<Feed> = {}): Feed {
	return {...newFeed(accountId(name), sanitize('ryze.example'), name), answeredAt: noon - 3000, ...parts};
}

function countsOf(connected: number, disconnected = 0): Counts {
	return {
		connected, connecting: 0, disconnected, loggedout: 0, other: 0, total: connected + disconnected,
	};
}

const told = {budget: undefined, message: undefined};
const refused: Trouble = {
	kind: 'unauthorized', status: 401, tokenChanged: false, ...told,
};
const unavailable: Trouble = {
	kind: 'server-error', status: 503, isHtml: false, ...told,
};
const health: HealthContext = {
	now: noon, interval: 5000, heldAt: undefined, waiting: 0, time: utc, symbols: unicodeSymbols,
};
const next = {at: noon + 8000, reason: 'back-off'} as const;
const prod = feedOf('prod', {budget: {limit: 100, remaining: 88, resetAt: undefined}});
const lab = feedOf('lab', {trouble: {outcome: refused}, next, answeredAt: noon - 192_000});

function secondLine(feeds: readonly Feed[], width: number, parts: {readonly health?: Partial<HealthContext>; readonly filter?: string} = {}): string {
	const line = stateLine({
		feed: worstFeed(feeds) ?? prod, feeds, health: {...health, ...parts.health}, lastHour: [],
		view: {sort: '', filter: parts.filter ?? '', matches: 4},
	}, width);
	assert.equal(lineWidth(line), width);
	return textOf(line).trimEnd();
}

function firstLine(feeds: readonly Feed[], width: number, parts: {readonly alone?: AccountId; readonly mass?: readonly string[]; readonly counts?: ReadonlyMap<AccountId, Counts>} = {}): string {
	const counts = parts.counts ?? new Map([[accountId('prod'), countsOf(33, 2)], [accountId('lab'), countsOf(10)]]);
	const line = titleLine({
		feed: worstFeed(feeds) ?? prod, counts: sumCounts(counts.values()), troubles: [], mass: parts.mass ?? [],
		accounts: {
			feeds, counts, alone: parts.alone, now: noon,
		},
	}, width, unicodeSymbols);
	assert.equal(lineWidth(line), width);
	return textOf(line);
}

test('the second line begins with the worst health by name and how many are well, and tells of that one as there is room', () => {
	assert.deepEqual([160, 120, 80, 40].map(width => secondLine([prod, lab, feedOf('sea')], width)), [
		' lab: token refused · 2 live · stale 3m 12s · the API does not know the token · next try in 8s · prod 88/100 calls left',
		' lab: token refused · 2 live · stale 3m 12s · the API does not know the token · next try in 8s',
		' lab: token refused · 2 live · stale 3m 12s · the API does n… · next try in 8s',
		' lab: token refused · 2 live',
	]);
});

test('where none is well, that is said, and the others in trouble are named', () => {
	assert.equal(
		secondLine([feedOf('prod', {trouble: {outcome: unavailable}, answeredAt: undefined}), lab], 220),
		' lab: token refused · none live · stale 3m 12s · the API does not know the token · next try in 8s · prod: no usable answer · mend the token_file or token_command of [profiles.lab], and refresh',
	);
});

test('where all are well the time of the oldest data is told, the interval that all share, and the lowest calls left', () => {
	const busy = feedOf('busy', {answeredAt: noon - 5000, budget: {limit: 100, remaining: 7, resetAt: undefined}});
	assert.equal(secondLine([prod, feedOf('lab')], 100), ' 2 live · 11:59:57 · every 5s · prod 88/100 calls left');
	assert.equal(secondLine([prod, busy], 100), ' 2 live · 11:59:55 · every 5s · busy 7/100 calls left');
	assert.equal(secondLine([prod, busy], 100, {health: {interval: undefined}}), ' 2 live · 11:59:55 · busy 7/100 calls left');
	assert.equal(secondLine([prod, feedOf('lab')], 40, {health: {interval: undefined}}), ' 2 live · 11:59:57', 'what is not low gives way');
});

test('what a person should know of one account has its name before it', () => {
	assert.equal(secondLine([prod, feedOf('lab', {rejected: 3, isAbsent: true})], 120), ' 2 live · 11:59:57 · lab: no such instance · lab: 3 could not be read · every 5s · prod 88/100 calls left');
	assert.equal(secondLine([prod, feedOf('lab', {isWaiting: true})], 100), ' lab: 3s old, no answer yet · 1 live · 11:59:57 · every 5s · prod 88/100 calls left');
	assert.equal(secondLine([prod, feedOf('lab', {answeredAt: undefined})], 80), ' lab: connecting… · 1 live · 11:59:57 · every 5s · prod 88/100 calls left');
	assert.equal(secondLine([prod, lab], 80, {health: {heldAt: noon - 42_000, waiting: 17}}), ' held 0:42 · 17 changes waiting · lab: token refused · 1 live · stale 3m 12s');
});

test('the first line names the accounts with the counts of each, or their number, or the one that is shown alone', () => {
	assert.deepEqual([80, 60, 40].map(width => firstLine([prod, feedOf('lab')], width)), [
		' ryzetop  prod ●33 ○2  lab ●10            ● 43 connected  ○ 2 disconnected   45 ',
		' ryzetop  prod ●33 ○2  lab ●10                   ●43 ○2  45 ',
		' ryzetop  2 accounts         ●43 ○2  45 ',
	]);
	assert.match(firstLine([prod, lab, feedOf('sea', {answeredAt: undefined})], 120), /^ ryzetop {2}prod ●33 ○2 {2}lab stale 3m ●10 {2}sea — /v);
	assert.match(firstLine([prod, lab], 120, {alone: accountId('lab')}), /^ ryzetop {2}account lab stale 3m {2}of 2 /v);
	assert.match(firstLine([prod, lab], 120, {mass: ['lab: 31 of 44 fell 20:51:30–50', 'last 40s ago']}), /^ ryzetop {2}lab: 31 of 44 fell 20:51:30–50 · last 40s ago /v);
});

test('before the news of many the first line names the account that is shown alone, as long as there is room', () => {
	const parts = {alone: accountId('prod'), mass: ['lab: 31 of 44 fell 20:51:30–50', 'last 40s ago']};
	assert.deepEqual([120, 80, 60, 40].map(width => firstLine([prod, feedOf('lab')], width, parts).split('●', 1)[0]?.trimEnd()), [
		' ryzetop  account prod  lab: 31 of 44 fell 20:51:30–50 · last 40s ago',
		' account prod  lab: 31 of 44 fell 20:51:30–50 · last 40s ago',
		' account prod  lab: 31 of 44 fell 20:51:30–50',
		' lab: 31 of 44 fell',
	]);
	assert.match(firstLine([prod, feedOf('lab')], 120, {...parts, mass: ['20 of 30 fell 20:51:30–50']}), /^ ryzetop {2}account prod {2}20 of 30 fell /v);
});

test('the title of the terminal begins with the worst health by name, and ends with the number of accounts', () => {
	const titleOf = (worst: Feed | undefined) => describeTitle({
		counts: countsOf(43, 2), host: sanitize('ryze.example'), several: {count: 2, worst},
	}, unicodeSymbols);
	assert.equal(titleOf(lab), 'lab: token refused ●43 ○2 ryzetop 2 accounts');
	assert.equal(titleOf(prod), '●43 ○2 ryzetop 2 accounts');
});

test('a trouble that a person has to mend is worse than one that may pass, and of two alike the older data are worse', () => {
	const outcomes: readonly Trouble[] = [
		{kind: 'old-data', age: 60_000},
		{kind: 'rate-limited', retryAt: undefined, ...told},
		{kind: 'overdue'},
		unavailable,
		{kind: 'unreachable', reason: 'refused'},
		refused,
	];
	const feeds = [prod, ...outcomes.map(outcome => feedOf(outcome.kind, {trouble: {outcome}})), feedOf('older', {trouble: {outcome: refused}, answeredAt: noon - 60_000})];
	assert.deepEqual(sortByHealth(feeds).map(({name}) => name), ['older', 'unauthorized', 'unreachable', 'server-error', 'overdue', 'rate-limited', 'old-data', 'prod']);
});

test('from 40 to 200 columns with two to five accounts each line has its width, and the worst health is never left out', () => {
	const outcome = fc.constantFrom<Trouble | undefined>(
		undefined, refused, unavailable, {kind: 'overdue'}, {kind: 'rate-limited', retryAt: undefined, ...told}, {kind: 'unreachable', reason: 'dns'},
	);
	const feed = fc.record({
		outcome, answeredAt: fc.constantFrom(undefined, noon - 3000, noon - 3_600_000), isWaiting: fc.boolean(),
		remaining: fc.constantFrom(undefined, 3, 88), name: fc.constantFrom('prod', 'lab', 'a-very-long-name-of-an-account', '東京の番号たち'),
	});
	fc.assert(fc.property(fc.array(feed, {minLength: 2, maxLength: 5}), fc.integer({min: 40, max: 200}), fc.record({
		filter: fc.constantFrom('', 'state:disconnected account:prod'),
		isHeld: fc.boolean(),
		symbols: fc.constantFrom(unicodeSymbols, asciiSymbols),
		count: fc.integer({min: 0, max: 9999}),
	}), (made, width, {filter, isHeld, symbols, count}) => {
		const feeds = made.map(({outcome: trouble, remaining, name, ...parts}, index) => feedOf(`${name}${index}`, {
			...parts, trouble: trouble && {outcome: trouble}, budget: {limit: 100, remaining, resetAt: undefined}, next,
		}));
		const text = secondLine(feeds, width, {filter, health: {symbols, ...isHeld && {heldAt: noon - 9000, waiting: 12}}});
		const worst = worstFeed(feeds)?.trouble?.outcome;
		assert.ok(worst === undefined || text.includes(`: ${describeTrouble(worst).health}`), text);
		firstLine(feeds, width, {counts: new Map(feeds.map(({account}) => [account, countsOf(count, 3)]))});
	}), {numRuns: tries(150)});
});

test('each account whose server is not well is named, whichever is in the worst health', () => {
	const {server} = foldServerLook(undefined, {at: noon, elapsed: 0, report: {kind: 'degraded', uptime: undefined, failing: [sanitize('db')]}});
	assert.match(secondLine([{...prod, server}, feedOf('far')], 120), /^ 2 live · \d\d:\d\d:\d\d · prod: server reports degraded: db · /v);
	assert.match(secondLine([{...prod, server}, lab], 160), /^ lab: token refused · 1 live · .* · prod: server reports degraded: db/v);
});
