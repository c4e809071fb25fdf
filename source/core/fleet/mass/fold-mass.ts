import type {AccountId, Instance, InstanceKey} from '../../instance/instance.js';
import {
	countInSlices,
	filterInSlices,
	takeInSlices,
	type Slices,
} from '../../polling/slices.js';
import {isFlapping} from '../flapping.js';
import type {Inventory} from '../inventory.js';
import {
	isBack,
	longestEvent,
	noMass,
	type Fall,
	type MassEvent,
	type MassState,
} from '../mass-event.js';
import {emptyHistory} from '../packed-history.js';
import {lastLook, type Coverage} from '../seen/coverage.js';
import {isWithin} from '../seen/is-within.js';
import type {Tracked} from '../tracked.js';
import type {Transition} from '../transitions.js';
import {findInCommon} from '../why/in-common.js';
import {isMany} from './is-many.js';
import {findMassDown} from './mass-down.js';
import {findVanishing, keepVanishing} from './mass-vanishing.js';
import {foldTurnover, isComingAndGoing, isOnlyTurnover} from './turnover.js';

/**
Time within which many fall in a mass event. Half a minute spans six polls at the usual interval of five seconds, and the keep-alives by
which a gateway finds out that its connections are lost (WhatsApp's take up to 30 seconds).
*/
const fallWindow = 30_000;

/** Share of the instances that has to be back. A few never come back by themselves, so nine in ten count as all. */
const shareBack = 0.9;

/** Number of instances in a slice: whether so many flap is known after a few milliseconds. */
const perSlice = 500;

/**
Folds the transitions that one poll of an account found, in slices; `inventory` is the fleet after it. Falls of several polls add up.
The falls of one poll count as together, however long ago the poll before it was.
One that is back by then does not count, nor does one that is flapping: what flaps has not fallen. An event of which most are flapping
is over. While many come back as others fall, what falls belongs to no mass event; one that was in it is still the last to fall.
A clock that was set back begins all of it anew.

@yields Nothing.
*/
export function * foldMass(
	state: MassState,
	transitions: readonly Transition[],
	{account, now, inventory}: {readonly account: AccountId; readonly now: number; readonly inventory: Inventory},
): Slices<MassState> {
	const coverage = inventory.coverage.get(account);
	const isSetBack = state.coverage !== undefined && state.coverage.era !== coverage?.era;
	const last = isSetBack ? noMass : state;
	const {coverage: before, event: lastEvent} = last;
	const listed = ofAccount(inventory, account);
	const isFlapper = (key: InstanceKey) => isFlapping(inventory.tracked.get(key)?.history ?? emptyHistory, {now, era: coverage?.era ?? 0});
	yield;
	const allFalls = findFalls(transitions, before);
	const newFalls = yield * filterInSlices(allFalls, perSlice, ({key}) => !isFlapper(key));
	const turnover = yield * foldTurnover(last.turnover, newFalls, transitions, {now, window: fallWindow, isFlapper});
	const isBalanced = isComingAndGoing(turnover);
	const isEnding = lastEvent === undefined || isOnlyTurnover(turnover, lastEvent.fallen.size)
		|| (yield * judgeOver(lastEvent, inventory, now)) || (yield * judgeMostly(lastEvent, isFlapper));
	const previous = isEnding ? undefined : lastEvent;
	yield;
	const isSoon = ({after}: Fall) => previous !== undefined && after - previous.until < fallWindow;
	const isPart = (fall: Fall) => isSoon(fall) && (!isBalanced || previous?.fallen.has(fall.key) === true);
	const count = countListed(listed);
	// One of the event that begins to flap is still the last of it to fall.
	const again = allFalls.filter(fall => isSoon(fall) && previous?.fallen.has(fall.key) === true);
	const event = previous === undefined ? undefined : joinEvent(previous, [...again, ...newFalls.filter(fall => isPart(fall))], count);

	const recent = last.falls.filter(fall => isWithin(fallWindow, fall.at, now));
	const apart = [...recent, ...newFalls.filter(fall => !isPart(fall))];
	const falls = yield * filterInSlices(apart, perSlice, ({key}) => isDown(inventory.tracked.get(key)) && !isFlapper(key));
	const fallen = new Set(falls.map(({key}) => key));
	const isMass = isMany(fallen.size, count) && !isBalanced;
	// While nothing changes, what they have in common does not either: comparing ten thousand takes some thirty milliseconds.
	const isSame = transitions.length === 0 && last.down?.of === count;
	const told = yield * compare(isMass ? {...timesOf(falls), fallen, of: count} : event, listed);
	return {
		coverage,
		falls: isMass ? [] : falls,
		turnover,
		event: told,
		down: told === undefined ? (isSame ? last.down : yield * findMassDown(listed, last.down)) : undefined,
		vanishing: (before && coverage && findVanishing(listed, account, lastLook(coverage))) ?? keepVanishing(last.vanishing, listed, now),
	};
}

/**
Compares the fallen with the others of the list, unless that was done since the last of them fell. Those that have left the list, as
some of a remembered event may have, are not known any more; the settings of the others are those of now, which is soon after they fell.

@yields Nothing.
*/
function * compare(event: MassEvent | undefined, listed: readonly Tracked[]): Slices<MassEvent | undefined> {
	if (event === undefined || event.common !== undefined) {
		return event;
	}

	const [fallen, others]: readonly [Instance[], Instance[]] = [[], []];
	yield * takeInSlices(listed, perSlice, ({gone, instance}) => {
		if (gone === undefined && !instance.isRemembered) {
			(event.fallen.has(instance.key) ? fallen : others).push(instance);
		}
	});
	const common = yield * findInCommon({fallen, of: event.fallen.size, others});
	return {...event, common: common ?? 'nothing'};
}

function ofAccount({tracked}: Inventory, account: AccountId): readonly Tracked[] {
	return tracked.values().filter(({instance}) => instance.account === account).toArray();
}

function findFalls(transitions: readonly Transition[], before: Coverage | undefined): readonly Fall[] {
	return transitions
		.filter(({former, to}) => before !== undefined && former.state.kind === 'connected' && to.kind !== 'connected')
		.map(({key, at, former}) => ({key, after: former.to, at}));
}

/** Adds to the event the falls that came soon after it. One that came back and falls again is no other instance, but the last to fall. */
function joinEvent(event: MassEvent, falls: readonly Fall[], listed: number): MassEvent {
	if (falls.length === 0) {
		return event;
	}

	const {until} = timesOf(falls);
	const others = falls.filter(({key}) => !event.fallen.has(key));
	if (others.length === 0) {
		return {...event, until};
	}

	const fallen = event.fallen.union(new Set(others.map(({key}) => key)));
	return {
		from: event.from, until, fallen, of: Math.max(fallen.size, listed),
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

/**
Whether the event is too old, or enough of its instances are back. Those that have left the inventory since do not count.

@yields Nothing.
*/
function * judgeOver({fallen, until}: MassEvent, {tracked}: Inventory, now: number): Slices<boolean> {
	if (!isWithin(longestEvent, until, now)) {
		return true;
	}

	const remaining = yield * countInSlices(fallen, perSlice, key => tracked.has(key));
	return (yield * countInSlices(fallen, perSlice, key => isBack(tracked.get(key)))) >= remaining * shareBack;
}

/**
Whether more than half of the fallen are such.

@yields Nothing.
*/
function * judgeMostly({fallen}: MassEvent, isSuch: (key: InstanceKey) => boolean): Slices<boolean> {
	return (yield * countInSlices(fallen, perSlice, isSuch)) > fallen.size / 2;
}

function isDown(tracked: Tracked | undefined): boolean {
	return tracked !== undefined && tracked.gone === undefined && tracked.instance.state.kind !== 'connected';
}

function countListed(ofOne: readonly Tracked[]): number {
	return ofOne.reduce((count, {gone}) => count + Number(gone === undefined), 0);
}
