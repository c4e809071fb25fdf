import type {AccountId, InstanceKey} from '../instance/instance.js';
import {filterInSlices, type Slices} from '../polling/slices.js';
import {lastLook, type Coverage} from './seen/coverage.js';
import type {Inventory} from './inventory.js';
import type {Tracked} from './tracked.js';
import {isWithin} from './seen/is-within.js';
import {
	describeVanishing,
	findVanishing,
	isNews,
	keepVanishing,
	type MassVanishing,
} from './mass-vanishing.js';
import {emptyHistory} from './packed-history.js';
import {isFlapping} from './flapping.js';
import {type Transition} from './transitions.js';

/**
Many instances that fell together: `fallen` of the `of` instances in the list, each counted once.
`from` is the time of the poll before the first fall, in which the instance was still connected; `until` is the time at which
the last of them was seen down. They fell between these two times; polls cannot tell it more closely.
*/
export type MassEvent = {
	readonly from: number;
	readonly until: number;
	readonly fallen: ReadonlySet<InstanceKey>;
	readonly of: number;
};

/** One instance that was connected at `after` and no longer at `at`. */
type Fall = {
	readonly key: InstanceKey;
	readonly after: number;
	readonly at: number;
};

/**
The mass event and the vanishing of one account that go on, and the data needed at the next poll:
the coverage at its last answer, and the falls that can still become a mass event.
*/
export type MassState = {
	readonly coverage: Coverage | undefined;
	readonly falls: readonly Fall[];
	readonly event: MassEvent | undefined;
	readonly vanishing: MassVanishing | undefined;
};

export const noMass: MassState = {
	coverage: undefined, falls: [], event: undefined, vanishing: undefined,
};

/**
Least number and least share of a fleet that make a mass event, and the time within which they fall. In any fleet a few instances,
fewer than five, can fall by chance within half a minute; a third of a fleet does not, whatever its size. Half a minute spans
six polls at the usual interval of five seconds, and the keep-alives by which a gateway finds out that its connections are lost
(WhatsApp's take up to 30 seconds).
*/
const fewestFallen = 5;
const leastShare = 1 / 3;
const fallWindow = 30_000;

/** Share of the instances that has to be back. A few never come back by themselves, so nine in ten count as all. */
const shareBack = 0.9;

/** A mass event ends after a quarter of an hour: it is no longer news, even with instances that are still down. */
export const longestEvent = 15 * 60_000;

/** Number of transitions or falls in a slice: whether so many instances flap is known after a few milliseconds. */
const fallsPerSlice = 500;

/**
Folds the transitions that one poll of an account found, in slices; `inventory` is the fleet after it. Falls of several polls add up.
The falls of one poll count as together, however long ago the poll before it was.
One that is back by then does not count, nor does one that is flapping: what flaps has not fallen. An event of which most are flapping
is over. A clock that was set back begins all of it anew.

@yields Nothing.
*/
export function * foldMass(
	state: MassState,
	transitions: readonly Transition[],
	{account, now, inventory}: {readonly account: AccountId; readonly now: number; readonly inventory: Inventory},
): Slices<MassState> {
	const coverage = inventory.coverage.get(account);
	const isSetBack = state.coverage !== undefined && state.coverage.era !== coverage?.era;
	const {coverage: before, event: lastEvent, falls: lastFalls, vanishing} = isSetBack ? noMass : state;
	const listed = ofAccount(inventory, account);
	const isFlapper = (key: InstanceKey) => isFlapping(inventory.tracked.get(key)?.history ?? emptyHistory, {now, era: coverage?.era ?? 0});
	yield;
	const newFalls = yield * filterInSlices(findFalls(transitions, before), fallsPerSlice, ({key}) => !isFlapper(key));
	const isEnding = lastEvent === undefined || isOver(lastEvent, inventory, now) || isMostly(lastEvent, isFlapper);
	const previous = isEnding ? undefined : lastEvent;
	const isPart = ({after}: Fall) => previous !== undefined && after - previous.until < fallWindow;
	const count = countListed(listed);
	const event = previous === undefined ? undefined : joinEvent(previous, newFalls.filter(fall => isPart(fall)), count);

	const recent = lastFalls.filter(fall => isWithin(fallWindow, fall.at, now));
	const apart = [...recent, ...newFalls.filter(fall => !isPart(fall))];
	const falls = yield * filterInSlices(apart, fallsPerSlice, ({key}) => isDown(inventory.tracked.get(key)) && !isFlapper(key));
	const fallen = new Set(falls.map(({key}) => key));
	const isMass = fallen.size >= fewestFallen && fallen.size >= count * leastShare;
	return {
		coverage,
		falls: isMass ? [] : falls,
		event: isMass ? {...timesOf(falls), fallen, of: count} : event,
		vanishing: (before && coverage && findVanishing(listed, account, lastLook(coverage))) ?? keepVanishing(vanishing, listed, now),
	};
}

/** Mass events by account. */
export type Masses = ReadonlyMap<AccountId, MassState>;

/**
Describes for the top of the screen what happened last, a vanishing or a mass event of any account; `undefined` where there is neither.
The state of an account that does not answer stays as it is, so what is too old by now is left out here.
*/
export function describeMass(masses: Masses, inventory: Inventory, now: number): string | undefined {
	const [last] = masses.values().flatMap(({vanishing, event}) => [
		...vanishing !== undefined && isNews(vanishing, now) ? [{at: vanishing.at, describe: () => describeVanishing(vanishing)}] : [],
		...event !== undefined && isWithin(longestEvent, event.until, now)
			? [{at: event.until, describe: () => describeMassEvent(event, inventory)}]
			: [],
	]).toArray().toSorted((one, other) => other.at - one.at);
	return last?.describe();
}

/** Describes a mass event: `31 of 44 fell within 20s: server or network?`, or `…, 12 are back` once some have come back. */
export function describeMassEvent(event: MassEvent, inventory: Inventory): string {
	const {fallen, of, from, until} = event;
	const back = countBack(event, inventory);
	const rest = back === 0 ? ': server or network?' : `, ${back} ${back === 1 ? 'is' : 'are'} back`;
	return `${describeFall(fallen.size, of, until - from)}${rest}`;
}

/** Describes how many fell within a time, in milliseconds: `31 of 44 fell within 20s`. */
export function describeFall(fallen: number, of: number, length: number): string {
	return `${fallen} of ${of} fell within ${describeBound(length)}`;
}

/** Counts the fallen instances that are connected again. */
export function countBack({fallen}: MassEvent, inventory: Inventory): number {
	return fallen.values().reduce((count, key) => count + Number(isBack(inventory.tracked.get(key))), 0);
}

function ofAccount({tracked}: Inventory, account: AccountId): readonly Tracked[] {
	return tracked.values().filter(({instance}) => instance.account === account).toArray();
}

function findFalls(transitions: readonly Transition[], before: Coverage | undefined): readonly Fall[] {
	return transitions
		.filter(({former, to}) => before !== undefined && former.state.kind === 'connected' && to.kind !== 'connected')
		.map(({key, at, former}) => ({key, after: former.to, at}));
}

/** Adds to the event the falls that came soon after it. An instance of the event that came back and falls again changes nothing. */
function joinEvent(event: MassEvent, falls: readonly Fall[], listed: number): MassEvent {
	const others = falls.filter(({key}) => !event.fallen.has(key));
	if (others.length === 0) {
		return event;
	}

	const fallen = event.fallen.union(new Set(others.map(({key}) => key)));
	return {
		from: event.from, until: timesOf(others).until, fallen, of: Math.max(fallen.size, listed),
	};
}

function timesOf(falls: readonly Fall[]): {readonly from: number; readonly until: number} {
	let [from, until] = [Infinity, -Infinity];
	// There can be more falls than a function takes arguments.
	for (const {after, at} of falls) {
		from = Math.min(from, after);
		until = Math.max(until, at);
	}

	return {from, until};
}

/** Whether the event is too old, or enough of its instances are back. Those that have left the inventory since do not count. */
function isOver(event: MassEvent, inventory: Inventory, now: number): boolean {
	const remaining = event.fallen.values().reduce((count, key) => count + Number(inventory.tracked.has(key)), 0);
	return !isWithin(longestEvent, event.until, now) || countBack(event, inventory) >= remaining * shareBack;
}

/** Whether more than half of the fallen are such. */
function isMostly({fallen}: MassEvent, isSuch: (key: InstanceKey) => boolean): boolean {
	return fallen.values().reduce((count, key) => count + Number(isSuch(key)), 0) > fallen.size / 2;
}

function isDown(tracked: Tracked | undefined): boolean {
	return tracked !== undefined && tracked.gone === undefined && tracked.instance.state.kind !== 'connected';
}

function isBack(tracked: Tracked | undefined): boolean {
	return tracked !== undefined && tracked.gone === undefined && tracked.instance.state.kind === 'connected';
}

function countListed(ofOne: readonly Tracked[]): number {
	return ofOne.reduce((count, {gone}) => count + Number(gone === undefined), 0);
}

/** Describes an upper bound of a length of time, so it is rounded up. */
function describeBound(milliseconds: number): string {
	const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
	const minutes = Math.ceil(seconds / 60);
	return seconds < 60 ? `${seconds}s` : (minutes < 60 ? `${minutes}m` : `${Math.ceil(minutes / 60)}h`);
}
