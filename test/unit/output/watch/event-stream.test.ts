import assert from 'node:assert/strict';
import test from 'node:test';
import {runAtOnce} from '../../../../source/core/polling/slices.js';
import {parseFilter} from '../../../../source/core/filter/parse.js';
import type {Outcome} from '../../../../source/core/polling/outcome.js';
import {accountId} from '../../../../source/core/instance/instance.js';
import {newFleet} from '../../../../source/core/fleet/fleet.js';
import {sanitize} from '../../../../source/core/text/sanitize.js';
import {createEventStream} from '../../../../source/output/watch/event-stream.js';
import {hostileTexts} from '../../../../source/simulator/instances/hostile-texts.js';
import {
	account,
	noon,
	snapshotOf,
	type WireItem,
} from '../../../helpers/fleet.js';
import {foldOne, listed} from '../../../helpers/fold-snapshot.js';

type Poll = readonly WireItem[] | Outcome;

const down: Outcome = {kind: 'unreachable', reason: 'refused'};

/** The events that these polls tell, five seconds apart, without their times. */
const watch = (polls: readonly Poll[], {filter = '', hasInitial = false} = {}) => {
	const linesOf = createEventStream({filter: parseFilter(filter), hasInitial});
	let fleet = newFleet([{account, host: sanitize('api.example')}]);
	return polls.flatMap((poll, index) => {
		const at = noon + (index * 5000);
		const before = fleet;
		fleet = foldOne(before, 'kind' in poll ? poll : listed(snapshotOf(poll, at)), {at});
		return runAtOnce(linesOf(before, fleet, at));
	}).map(line => {
		assert.ok(line.endsWith('\n') && line.trim().split('\n').length === 1);
		return JSON.parse(line) as Readonly<Record<string, unknown>>;
	});
};

const sales = (state: string): WireItem => ({name: 'sales', state});

test('the first answer tells nothing, unless the present state is asked for', () => {
	const items = [{name: 'b'}, {name: 'a', state: 'loggedout', numberJid: undefined}];
	assert.deepEqual(watch([items]), []);
	assert.deepEqual(watch([items], {hasInitial: true}).map(({event, name, state}) => [event, name, state]), [['present', 'a', 'loggedout'], ['present', 'b', 'connected']]);
});

test('of two accounts the first answer of each writes its own instances, and no others', () => {
	const linesOf = createEventStream({filter: parseFilter(''), hasInitial: true});
	const other = accountId('other');
	const begun = newFleet([{account, host: sanitize('api.example')}, {account: other, host: sanitize('other.example')}]);
	const mine = foldOne(begun, listed(snapshotOf([{name: 'a'}, {name: 'b'}])), {at: noon});
	const both = foldOne(mine, listed(snapshotOf([{name: 'c'}], noon + 1000, other)), {at: noon + 1000, of: other});
	const again = foldOne(both, listed(snapshotOf([{name: 'a'}, {name: 'b'}], noon + 5000)), {at: noon + 5000});
	const told = [runAtOnce(linesOf(begun, mine, noon)), runAtOnce(linesOf(mine, both, noon + 1000)), runAtOnce(linesOf(both, again, noon + 5000))];
	assert.deepEqual(told.map(lines => lines.map(line => /"event":"present","name":"(?<name>\w)"/v.exec(line)?.groups?.name)), [['a', 'b'], ['c'], []]);
});

test('a change tells from what to what, with the words that came, and how long the former state had lasted', () => {
	const [first, second, ...more] = watch([[sales('connected')], [sales('LOGGED_OUT')], [sales('banned')]]).filter(({event}) => event === 'changed');
	assert.deepEqual(more, []);
	const {
		at, event, name, from, fromWord, to, toWord, lasted, exact,
	} = first ?? {};
	assert.deepEqual([at, event, name, from, fromWord, to, toWord, lasted, exact], ['2026-05-01T12:00:05.000Z', 'changed', 'sales', 'connected', 'connected', 'loggedout', 'LOGGED_OUT', 0, false]);
	assert.deepEqual([second?.from, second?.fromWord, second?.to, second?.toWord, second?.lasted, second?.exact, second?.do], ['loggedout', 'LOGGED_OUT', 'other', 'banned', 5, true, 'look']);
});

test('instances that appear, vanish and return, and what begins and ends to be odd, are told', () => {
	const other = {name: 'other'};
	const events = watch([[other], [other, sales('connected')], [other], [other, {...sales('connected'), chatwoot: {enabled: true, status: 'error'}}], [other, sales('connected')]]);
	assert.deepEqual(events.map(({event, name, odd}) => [event, name, odd]), [
		['appeared', 'sales', undefined],
		['vanished', 'sales', undefined],
		['returned', 'sales', undefined],
		['odd-began', 'sales', 'Chatwoot reports an error'],
		['odd-ended', 'sales', 'Chatwoot reports an error'],
	]);
});

test('trouble with polling is told when it begins and when it ends, whatever the filter', () => {
	const events = watch([[sales('connected')], down, down, [sales('connected')]], {filter: 'name:nobody'});
	assert.deepEqual(events.map(({event, trouble, lasted}) => [event, trouble, lasted]), [
		['trouble-began', 'unreachable: the connection was refused', undefined],
		['trouble-ended', 'unreachable: the connection was refused', 10],
	]);
});

test('a filter lets through what an instance has become, and the present state by the same rule', () => {
	const polls = [[sales('connected'), {name: 'b', state: 'disconnected'}], [sales('disconnected'), {name: 'b', state: 'connected'}]];
	assert.deepEqual(watch(polls, {filter: 'state:disconnected', hasInitial: true}).map(({event, name}) => [event, name]), [['present', 'b'], ['changed', 'sales']]);
});

test('what an instance does not have is null', () => {
	const [present] = watch([[{name: 'sales', id: undefined, connection: {state: 'disconnected', numberJid: null}}]], {hasInitial: true});
	assert.deepEqual([present?.id, present?.number, present?.do], [null, null, 'pair']);
});

test('names come as they are on the wire, and no line holds a character that commands a terminal', () => {
	const linesOf = createEventStream({filter: parseFilter(''), hasInitial: true});
	const before = newFleet([{account, host: sanitize('api.example')}]);
	const told = runAtOnce(linesOf(before, foldOne(before, listed(snapshotOf(hostileTexts.map(name => ({name, state: `x${name}`}))))), noon));
	assert.deepEqual(told.map(line => (JSON.parse(line) as {readonly name: string}).name).toSorted(), [...hostileTexts].toSorted());
	assert.deepEqual(told.filter(line => /[\p{Control}\p{Format}\p{Line_Separator}\p{Paragraph_Separator}]/v.test(line.trimEnd())), []);
});

test('every change of one poll is told, however many there are', () => {
	const all = (state: string) => Array.from({length: 2100}, (_, index): WireItem => ({name: `line-${index}`, state}));
	const events = watch([all('connected'), all('disconnected')]);
	assert.equal(new Set(events.map(({name}) => name)).size, 2100);
});

test('a time in which nobody watched is told with its two ends, and what changed in it has bounds on both sides', () => {
	const linesOf = createEventStream({filter: parseFilter(''), hasInitial: false});
	const begun = foldOne(newFleet([{account, host: sanitize('api.example')}]), listed(snapshotOf([sales('connected')], noon)), {at: noon});
	const seen = foldOne(begun, listed(snapshotOf([sales('connected')], noon + 4000)), {at: noon + 4000});
	const later = noon + (8 * 3_600_000);
	const after = foldOne(seen, listed(snapshotOf([sales('disconnected')], later)), {at: later});
	const [hole, changed, ...more] = runAtOnce(linesOf(seen, after, later)).map(line => JSON.parse(line) as Readonly<Record<string, unknown>>);
	assert.deepEqual(more, []);
	assert.deepEqual([hole?.event, hole?.from, hole?.to], ['unwatched', '2026-05-01T12:00:04.000Z', '2026-05-01T20:00:00.000Z']);
	assert.deepEqual([changed?.event, changed?.to, changed?.lasted, changed?.exact], ['changed', 'disconnected', 4, false]);
});

/** The events of polls that come so many seconds after noon, by the wall clock and by the monotonic clock, five seconds apart where nothing is missing. */
const watchAt = (polls: ReadonlyArray<readonly [seconds: number, poll: Poll, elapsed?: number]>) => {
	const linesOf = createEventStream({filter: parseFilter(''), hasInitial: false});
	let fleet = newFleet([{account, host: sanitize('api.example')}]);
	return polls.flatMap(([seconds, poll, elapsed = seconds]) => {
		const at = noon + (seconds * 1000);
		const before = fleet;
		fleet = foldOne(before, 'kind' in poll ? poll : listed(snapshotOf(poll, at)), {at, elapsed: elapsed * 1000});
		return runAtOnce(linesOf(before, fleet, at));
	}).map(line => JSON.parse(line) as Readonly<Record<string, unknown>>);
};

const other = {name: 'other'};
const both = [other, sales('connected')];
const hours = (count: number) => count * 3600;

/** How long an instance was gone by the one event that tells of its return. */
const goneBy = (polls: Parameters<typeof watchAt>[0]) => watchAt(polls).filter(({event}) => event === 'returned').map(({lasted, exact}) => [lasted, exact]);

test('how long an instance was gone is exact only where its absence was seen from its begin to its end', () => {
	assert.deepEqual(goneBy([[0, both], [5, [other]], [10, [other]], [15, both]]), [[10, true]]);
	assert.deepEqual(goneBy([[0, both], [5, [other]], [10, [other]], [10 + hours(4), both]]), [[5, false]], 'a hole before its return');
	assert.deepEqual(goneBy([[0, both], [hours(4), [other]], [hours(4) + 5, both]]), [[0, false]], 'a hole before it vanished');
	assert.deepEqual(goneBy([[0, both], [5, [other]], [10 - hours(1), both, 10]]), [[0, false]], 'the clock is set back with its return');
	assert.deepEqual(goneBy([[0, both], [5, [other]], [10 - hours(1), [other], 10], [15 - hours(1), both, 15]]), [[0, false]], 'the clock is set back before');
	assert.deepEqual(goneBy([[0, both], [5 - hours(1), [other], 5], [10 - hours(1), both, 10]]), [[0, false]], 'the clock is set back as it vanishes');
});

/** How long trouble lasted by the one event that tells of its end. */
const troubleBy = (polls: Parameters<typeof watchAt>[0]) => watchAt(polls).filter(({event}) => event === 'trouble-ended').map(({lasted, exact}) => [lasted, exact]);

test('how long trouble lasted is exact only where it was seen from its begin to its end', () => {
	assert.deepEqual(troubleBy([[0, both], [5, down], [10, down], [15, both], [20, down], [25, both]]), [[10, true], [5, true]]);
	assert.deepEqual(troubleBy([[0, down], [5, down], [10, both]]), [[5, false]], 'it was there at the first poll');
	assert.deepEqual(troubleBy([[0, both], [5, down], [hours(8), both]]), [[0, false]], 'a hole before its end');
	assert.deepEqual(troubleBy([[0, both], [hours(8), down], [hours(8) + 5, down], [hours(8) + 10, both]]), [[5, false]], 'a hole before its begin');
	assert.deepEqual(troubleBy([[0, both], [5, down], [hours(8), down], [hours(8) + 5, both]]), [[hours(8) - 5, false]], 'a hole in it');
	assert.deepEqual(troubleBy([[0, both], [5, down], [10 - hours(1), both, 10]]), [[0, false]], 'the clock is set back with its end');
	assert.deepEqual(troubleBy([[0, both], [5, down], [10 - hours(1), down, 10], [15 - hours(1), down, 15], [20 - hours(1), both, 20]]), [[5, false]], 'the clock is set back in it');
	assert.deepEqual(troubleBy([[0, both], [5, down], [30, both]]), [[0, false]], 'its end lies between two polls that are far apart');
});
