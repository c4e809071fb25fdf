import assert from 'node:assert/strict';
import {test} from 'node:test';
import {utc} from '../../../../helpers/utc.js';
import {newFeed, type Feed, type Trouble} from '../../../../../source/core/polling/feed.js';
import {foldServerLook, type ServerReport} from '../../../../../source/core/polling/server.js';
import {describeHealth, type HealthContext} from '../../../../../source/core/view/header/describe-health.js';
import {fitHealth} from '../../../../../source/core/view/header/fit-health.js';
import {unicodeSymbols} from '../../../../../source/core/screen/symbols.js';
import {sanitize} from '../../../../../source/core/text/sanitize.js';
import {account, noon} from '../../../../helpers/fleet.js';
import {textOf} from '../../../../helpers/watch-polls.js';

const told = {budget: undefined, message: undefined};

const fresh = newFeed(account, sanitize('example.com'));

/** A feed that answered at noon, all well. */
const live: Feed = {...fresh, answeredAt: noon, next: {at: noon + 5000, reason: 'interval'}};

const failing = (outcome: Trouble, feed: Feed = live): Feed => ({...feed, trouble: {outcome}, next: {at: noon + 60_000, reason: 'back-off'}});

const context: HealthContext = {
	now: noon + 45_000, interval: 5000, heldAt: undefined, waiting: 0, time: utc, symbols: unicodeSymbols,
};

const say = (feed: Feed, given: Partial<HealthContext> = {}) => describeHealth(feed, {...context, ...given}).parts.map(part => textOf(part));

test('before the first answer it says so, and nothing of ages', () => {
	assert.deepEqual(say(fresh), ['connecting…']);
	assert.equal(describeHealth(fresh, context).isTicking, false);
});

test('while polls succeed it shows the clock time of the data, the interval and the calls left, and nothing ticks', () => {
	const well = {...live, budget: {limit: 100, remaining: 88, resetAt: undefined}};
	assert.deepEqual(say(well), ['live', '12:00:00', 'every 5s', '88/100 calls left']);
	assert.equal(describeHealth(well, context).isTicking, false);
	assert.deepEqual(say(well, {now: noon + 1_000_000}), say(well));
	assert.equal(say({...live, budget: {limit: undefined, remaining: 88, resetAt: undefined}}).at(-1), '88 calls left');
});

test('a poll that takes long is told with the age of the data, and ticks', () => {
	const waiting = {...live, isWaiting: true};
	assert.deepEqual(say(waiting).slice(0, 2), ['live', '45s old, no answer yet']);
	assert.equal(say(waiting, {now: noon + 46_000})[1], '46s old, no answer yet');
	assert.equal(describeHealth(waiting, context).isTicking, true);
	assert.deepEqual(say({...fresh, isWaiting: true}), ['connecting…']);
});

test('old data and silence are told as what they are, with the age of the picture', () => {
	assert.deepEqual(say(failing({kind: 'old-data', age: 5_400_000}, {...live, answeredAt: noon - 5_400_000})), [
		'old data', 'stale 1h 30m', 'a cache answered with an old copy', 'next try in 15s', 'no cache on the way may keep this list',
	]);
	assert.deepEqual(say({...failing({kind: 'overdue'}), next: undefined}), [
		'no answer', 'stale 45s', 'no poll has ended in the time that it may take', 'trying…', 'it is tried again',
	]);
});

test('while polls succeed and all is well no part is louder than plain', () => {
	const tones = (feed: Feed) => new Set(describeHealth(feed, context).parts.flat().filter(({text}) => text !== '').map(({tone}) => tone));
	assert.deepEqual(tones({...live, budget: {limit: 100, remaining: 88, resetAt: undefined}}), new Set(['plain', 'dim']));
	assert.ok(tones({...live, budget: {limit: 100, remaining: 9, resetAt: undefined}}).has('caution'));
	assert.ok(tones(failing({kind: 'unreachable', reason: 'dns'})).has('trouble'));
});

test('once polls fail it says how old the picture is, what happened, when the next try is and what to do, and ticks', () => {
	const feed = failing({kind: 'unreachable', reason: 'refused'});
	assert.deepEqual(say(feed), ['unreachable', 'stale 45s', 'the connection was refused', 'next try in 15s', 'is the server running, and the port right?']);
	assert.deepEqual(say(feed, {now: noon + 46_000}).slice(1, 4), ['stale 46s', 'the connection was refused', 'next try in 14s']);
	assert.equal(describeHealth(feed, context).isTicking, true);
});

test('every kind of trouble has its word first, and its age as long as there is a picture', () => {
	for (const [outcome, word] of [
		[{kind: 'rate-limited', retryAt: undefined, ...told}, 'rate limited'],
		[{
			kind: 'unauthorized', status: 401, tokenChanged: false, ...told,
		}, 'token refused'],
		[{kind: 'unreachable', reason: 'tls'}, 'unreachable'],
		[{kind: 'malformed', reason: 'html', ...told}, 'no usable answer'],
		[{
			kind: 'server-error', status: 500, isHtml: false, ...told,
		}, 'no usable answer'],
		[{kind: 'wrong-path', ...told}, 'no usable answer'],
		[{kind: 'refused', status: 400, ...told}, 'no usable answer'],
		[{
			kind: 'redirected', status: 302, host: undefined, ...told,
		}, 'no usable answer'],
	] as const) {
		assert.deepEqual(say(failing(outcome)).slice(0, 2), [word, 'stale 45s'], outcome.kind);
		assert.ok(say(failing(outcome, fresh)).every(part => !part.startsWith('stale')), outcome.kind);
	}
});

test('while a try is under way there is no countdown', () => {
	assert.ok(say({...failing({kind: 'unreachable', reason: 'dns'}), next: undefined}).includes('trying…'));
});

test('an instance that does not exist is told calmly', () => {
	const feed = {...live, isAbsent: true};
	assert.deepEqual(say(feed).slice(0, 2), ['live · no such instance', '12:00:00']);
	assert.equal(describeHealth(feed, context).isTicking, false);
	assert.ok(describeHealth(feed, context).parts.flat().every(({tone}) => tone !== 'trouble'));
});

test('items that could not be read and few calls left are told beside `live`', () => {
	assert.ok(say({...live, rejected: 3}).includes('3 could not be read'));
	assert.ok(say({...live, next: {at: noon + 60_000, reason: 'budget'}}).includes('few calls left: next at 12:01:00'));
});

test('what others use of the token is told where few calls are left, and beside a 429', () => {
	const use = {
		first: {
			remaining: 99, resetAt: noon + 60_000, at: noon, polls: 1,
		}, others: 84, share: 0.25,
	};
	const words = 'others use about 84 of 100 a minute';
	const budget = {limit: 100, remaining: 9, resetAt: noon + 60_000};
	assert.deepEqual(say({
		...live, use, budget, next: {at: noon + 60_000, reason: 'budget'},
	}).slice(2, 4), ['few calls left: next at 12:01:00', words]);
	assert.ok(say({...live, use, budget}).includes(words));
	assert.ok(!say({...live, use, budget: {...budget, remaining: 10}}).includes(words), 'enough are left');
	assert.ok(say({
		...live, use, budget: {...budget, remaining: 40}, next: {at: noon + 3000, reason: 'share'},
	}).includes(words), 'polls are slower because of them');
	const limited: Trouble = {kind: 'rate-limited', retryAt: undefined, ...told};
	assert.deepEqual(say(failing(limited, {...live, use, budget})).slice(-3), ['next try in 15s', words, 'a longer --interval leaves calls for others']);
	assert.ok(!say(failing({kind: 'unreachable', reason: 'dns'}, {...live, use, budget})).includes(words));
});

test('a held picture tells since when and how many changes wait, in trouble too', () => {
	assert.deepEqual(say(live, {heldAt: noon + 3000, waiting: 17}).slice(0, 2), ['held 0:42 · 17 changes waiting', '12:00:00']);
	assert.equal(say(live, {heldAt: noon - 600_000, waiting: 1})[0], 'held 10:45 · 1 change waiting');
	assert.deepEqual(say(failing({kind: 'unreachable', reason: 'dns'}), {heldAt: noon + 3000, waiting: 0}).slice(0, 2), ['held 0:42 · 0 changes waiting', 'unreachable']);
	assert.equal(describeHealth(live, {...context, heldAt: noon}).isTicking, true);
});

test('where there is little room the age and the next try stay longest, and what happened is cut', () => {
	const limited = failing({
		kind: 'rate-limited', retryAt: undefined, budget: undefined, message: sanitize('Rate limit exceeded. Try again later.'),
	});
	const fitted = (width: number) => textOf(fitHealth(describeHealth(limited, context), width, unicodeSymbols));
	assert.equal(fitted(200), 'rate limited · stale 45s · the API asked to wait: Rate limit exceeded. Try again later. · next try in 15s · a longer --interval leaves calls for others');
	assert.equal(fitted(78), 'rate limited · stale 45s · the API asked to wait: Rate limi… · next try in 15s');
	assert.equal(fitted(48), 'rate limited · stale 45s · next try in 15s');
	assert.equal(fitted(12), 'rate limited');
	for (let width = 1; width < 150; width++) {
		assert.ok(fitted(width).length <= width, String(width));
	}
});

test('where the token is refused and cannot be read again, what is wrong with its file comes first', () => {
	const tokenProblem = sanitize('the token file: It is a pipe, which may never give its text. Give the path of a file.');
	const refused = failing({
		kind: 'unauthorized', status: 401, tokenChanged: false, tokenProblem, budget: undefined, message: sanitize('Invalid token'),
	});
	const fitted = (width: number) => textOf(fitHealth(describeHealth(refused, context), width, unicodeSymbols));
	assert.deepEqual(say(refused).slice(2), [tokenProblem, 'next try in 15s', 'the API does not know the token: Invalid token']);
	assert.equal(fitted(132), `token refused · stale 45s · ${tokenProblem} · next try in 15s`);
	assert.equal(fitted(78), 'token refused · stale 45s · the token file: It is a pipe, w… · next try in 15s');
});

test('a time of another day is told with its date', () => {
	const now = noon + (12 * 3_600_000);
	const waiting: Feed = {...live, next: {at: now + 90_000, reason: 'budget'}};
	assert.deepEqual(say(waiting, {now}).slice(1, 3), ['05-01 12:00:00', 'few calls left: next at 00:01:30']);
	assert.deepEqual(say(waiting, {now: now - 1000}).slice(1, 3), ['12:00:00', 'few calls left: next at 05-02 00:01:30']);
});

/** A feed whose server was looked at. */
const served = (report: ServerReport, feed: Feed = live): Feed => ({...feed, server: foldServerLook(undefined, {at: noon, elapsed: 0, report}).server});

const ill: ServerReport = {kind: 'degraded', uptime: 1000, failing: [sanitize('db'), sanitize('queue')]};

test('a server that is well is told on a wide screen alone, dim, and one whose health is not known too', () => {
	const up = served({kind: 'ok', uptime: 3 * 86_400_000, failing: []});
	const parts = (feed: Feed, width: number) => describeHealth(feed, context, width).parts.map(part => textOf(part));
	assert.deepEqual(parts(up, 119), parts(live, 119));
	assert.deepEqual(parts(up, 120), [...parts(live, 120), 'up 3d']);
	assert.equal(parts(served({kind: 'unknown', reason: 'not-there'}), 120).at(-1), 'server: health not known');
	assert.ok(describeHealth(up, context, 200).parts.at(-1)?.every(({tone}) => tone === 'dim'));
	assert.equal(describeHealth(up, context, 200).isTicking, false);
});

test('a server that is not well is loud, on a narrow screen too, and while the list is in trouble', () => {
	const line = (feed: Feed, width: number) => textOf(fitHealth(describeHealth(feed, context, width), width, unicodeSymbols));
	assert.equal(line(served(ill), 60), 'live · 12:00:00 · server reports degraded: db, queue');
	assert.ok(describeHealth(served(ill), context).parts.flat().some(({text, tone}) => text.startsWith('server reports') && tone === 'trouble'));
	const unreachable = failing({kind: 'unreachable', reason: 'refused'}, served(ill));
	assert.match(line(unreachable, 90), /^unreachable · stale 45s · .*next try in 15s · server reports degraded: db, queue$/v);
	assert.deepEqual(say(served(ill, fresh)), ['connecting…', 'server reports degraded: db, queue']);
});
