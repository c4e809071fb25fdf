import assert from 'node:assert/strict';
import test from 'node:test';
import {newFleet, type Fleet} from '../../../../../source/core/fleet/fleet.js';
import type {Outcome} from '../../../../../source/core/polling/outcome.js';
import {runAtOnce} from '../../../../../source/core/polling/slices.js';
import {sanitize} from '../../../../../source/core/text/sanitize.js';
import {describeEvent, describeLine} from '../../../../../source/core/view/events/describe-event.js';
import {foldEvents} from '../../../../../source/core/view/events/event-lines.js';
import {
	account,
	noon,
	snapshotOf,
	type WireItem,
} from '../../../../helpers/fleet.js';
import {foldOne, listed} from '../../../../helpers/fold-snapshot.js';
import {utc} from '../../../../helpers/utc.js';
import {textOf} from '../../../../helpers/watch-polls.js';

const refused: Outcome = {kind: 'unreachable', reason: 'refused'};

/** The lines of all events of polls at these seconds after noon, oldest first; a poll without items had no answer. */
function linesOf(...polls: ReadonlyArray<readonly [seconds: number, items: readonly WireItem[] | undefined]>): readonly string[] {
	return linesAt(noon, ...polls);
}

/** The same, as they are told at this time. */
function linesAt(now: number, ...polls: ReadonlyArray<readonly [seconds: number, items: readonly WireItem[] | undefined]>): readonly string[] {
	let fleet: Fleet = newFleet([{account, host: sanitize('api.example')}]);
	for (const [seconds, items] of polls) {
		const at = noon + (seconds * 1000);
		fleet = foldOne(fleet, items === undefined ? refused : listed(snapshotOf(items, at)), {at});
	}

	return fleet.log.events.map(event => textOf(describeEvent(event, utc, now))).toReversed();
}

const up = {name: 'sales', state: 'connected'};
const down = {name: 'sales', state: 'loggedout'};

test('an event tells its time, the instance, what happened and how long the former state had lasted', () => {
	assert.deepEqual(linesOf([0, []], [5, [up]], [10, [down]], [15, [up]], [20, []], [25, [up]]), [
		'12:00:05  sales  appeared in the list',
		'12:00:10  sales  connected → logged out',
		'12:00:15  sales  logged out → connected, after 5s',
		'12:00:20  sales  vanished from the list',
		'12:00:25  sales  is in the list again, after 5s',
	]);
});

test('a length of which nothing was seen is left out', () => {
	assert.deepEqual(linesOf([0, [up]], [5, [down]], [65, [up]]), [
		'12:00:05  sales  connected → logged out',
		'12:01:05  sales  logged out → connected',
	]);
	assert.deepEqual(linesOf([0, [up]], [5, [up]], [65, [down]]), ['12:01:05  sales  connected → logged out, after at least 5s']);
});

test('trouble with polling and a time that nobody watched are events without an instance', () => {
	assert.deepEqual(linesOf([0, [up]], [5, undefined], [10, undefined], [15, [up]], [20, undefined], [80, [up]], [400, [up]]), [
		'12:00:05  unreachable: the connection was refused',
		'12:00:15  polling works again, after 10s of unreachable: the connection was refused',
		'12:00:20  unreachable: the connection was refused',
		'12:01:20  polling works again; it was unreachable: the connection was refused',
		'12:06:40  nobody watched from 12:01:20 to 12:06:40',
	]);
});

test('what was not today is told with its date, and what was in another year with that', () => {
	const day = 86_400;
	const polls = [[0, []], [5, [up]], [3 * day, [up]], [(3 * day) + 5, [down]]] as const;
	assert.deepEqual(linesAt(noon + (((3 * day) + 10) * 1000), ...polls), [
		'05-01 12:00:05  sales  appeared in the list',
		'12:00:00  nobody watched from 05-01 12:00:05 to 12:00:00',
		'12:00:05  sales  connected → logged out, after ~2d 23h',
	]);
	assert.equal(linesAt(noon + (13 * 3_600_000), ...polls)[0], '05-01 12:00:05  sales  appeared in the list', 'yesterday is another day, however few hours ago');
	assert.equal(linesAt(noon + (300 * day * 1000), ...polls)[0], '2026-05-01 12:00:05  sales  appeared in the list');
});

test('marks that one look shows are one line, which says where it was the first look of this start: they may have begun before', () => {
	const names = ['a', 'b', 'c'];
	const fine = names.map(name => ({name, state: 'connected'}));
	const odd = (count: number) => fine.map((item, index) => index < count ? {...item, chatwoot: {enabled: true, status: 'error'}} : item);
	const tell = (items: readonly WireItem[], isRemembered: boolean) => {
		const seen = foldOne(newFleet([{account, host: sanitize('api.example')}]), listed(snapshotOf(fine, noon)), {at: noon});
		const tracked = new Map(seen.inventory.tracked.entries().map(([key, one]) => [key, {...one, instance: {...one.instance, isRemembered}}]));
		const {log} = foldOne({...seen, inventory: {...seen.inventory, tracked}}, listed(snapshotOf(items, noon + 5000)), {at: noon + 5000});
		return runAtOnce(foldEvents(log.events, log.falls, new Set())).map(line => textOf(describeLine(line, {
			time: utc, now: noon, massWords: new Map(), isFiltered: false,
		})));
	};

	assert.deepEqual(tell(odd(3), true), ['12:00:05  3 odd at the first look: Chatwoot reports an error']);
	assert.deepEqual(tell(odd(3), false), ['12:00:05  3 odd at one look: Chatwoot reports an error']);
	assert.deepEqual(tell([...odd(2).slice(0, 2), {name: 'c', state: 'connected', webhook: {enabled: true, url: ''}}], false), ['12:00:05  3 odd at one look']);
	assert.deepEqual(tell(odd(1), true), ['12:00:05  a  odd at the first look: Chatwoot reports an error']);
	assert.deepEqual(tell(odd(1), false), ['12:00:05  a  odd: Chatwoot reports an error']);
});
