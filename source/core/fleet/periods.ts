import type {StateKind} from '../instance/instance.js';
import {lastLook, runsOf, type Coverage} from './seen/coverage.js';
import {ownCoverage} from './seen/own-coverage.js';
import {transitionsOf} from './packed-history.js';
import type {Tracked} from './tracked.js';
import {seenSince, type Bound, type Lasted} from './seen/since.js';

/** A stretch of a period without a hole, in milliseconds since the epoch. */
export type Stretch = {
	readonly kind: StateKind;
	readonly from: number;
	readonly to: number;
	/** Whether its beginning was seen. */
	readonly isStartSeen: boolean;
	/** Whether its end was seen; the last stretch has none. */
	readonly isEndSeen: boolean;
};

/** A time in which an instance was not connected, in one other state or in several, across holes. */
export type Outage = {
	readonly from: number;
	readonly lasted: Lasted;
	/** Time at which it was first seen to be over; `undefined` for one that goes on. */
	readonly ended: number | undefined;
};

/**
The stretches of an instance in the present era, oldest first, as far back as its history goes. A hole in the coverage of its account
is between two of them; so is the time between two looks of which the later showed another state, where that is long.
*/
export function stretchesOf(tracked: Tracked, ofAccount: Coverage): readonly Stretch[] {
	const {history, instance, since} = tracked;
	const coverage = ownCoverage(tracked, ofAccount);
	// Of a period that the first look of the era had already ended nothing was seen in the era.
	const seen = transitionsOf(instance, history);
	const present = seen.filter(({era, isExact, at, former}) => era === coverage.era && (isExact || former.to < at));
	const former = present.map(({former: {state, since: began, to}, at, isExact}) => ({
		kind: state.kind,
		from: seenSince(began, coverage).at,
		to: isExact ? at : to,
		isStartSeen: began.isExact && began.era === coverage.era,
		isEndSeen: isExact,
	}));
	const whole = [...former, {
		kind: instance.state.kind,
		from: seenSince(since, coverage).at,
		to: lastLook(coverage),
		isStartSeen: since.isExact && since.era === coverage.era,
		isEndSeen: false,
	}];
	return whole.flatMap(stretch => cutAtHoles(stretch, coverage));
}

/** The parts of a stretch in the runs of its account. */
function cutAtHoles(whole: Stretch, coverage: Coverage): readonly Stretch[] {
	return runsOf(coverage).filter(run => run.from <= whole.to && run.to >= whole.from).map(run => ({
		kind: whole.kind,
		from: Math.max(run.from, whole.from),
		to: Math.max(run.from, whole.from, Math.min(run.to, whole.to)),
		isStartSeen: whole.isStartSeen && whole.from >= run.from,
		isEndSeen: whole.isEndSeen && whole.to <= run.to,
	}));
}

/** Finds the outages among the stretches, oldest first. One that was there before and after a hole is one outage. */
export function outagesOf(stretches: readonly Stretch[]): readonly Outage[] {
	const outages: Outage[] = [];
	let current: readonly Stretch[] = [];
	for (const stretch of stretches) {
		if (stretch.kind !== 'connected') {
			current = [...current, stretch];
		} else if (current.length > 0) {
			outages.push(outageOf(current, stretch));
			current = [];
		}
	}

	return current.length === 0 ? outages : [...outages, outageOf(current, undefined)];
}

/** `next` is the connected stretch after the outage, if it is over. */
function outageOf(down: readonly Stretch[], next: Stretch | undefined): Outage {
	const [first] = down;
	const last = down.at(-1);
	const from = first?.from ?? 0;
	const to = last?.to ?? from;
	const hasHole = down.some((stretch, index) => index > 0 && stretch.from > (down[index - 1]?.to ?? 0) && !stretch.isStartSeen);
	const isEndClose = next === undefined || next.isStartSeen;
	const bound: Bound = hasHole ? 'approximate' : (first?.isStartSeen === true && isEndClose ? 'exact' : 'at-least');
	return {from, lasted: {milliseconds: to - from, bound}, ended: next?.from};
}

/** Adds up the time for which an instance was watched, and the part of it for which it was connected, in milliseconds. */
export function connectedTime(stretches: readonly Stretch[]): {readonly connected: number; readonly watched: number} {
	let connected = 0;
	let watched = 0;
	for (const {kind, from, to} of stretches) {
		watched += to - from;
		connected += kind === 'connected' ? to - from : 0;
	}

	return {connected, watched};
}

const minute = 60_000;

/** States in order, the worst first: a minute of several states is shown as the worst of them. */
const worstFirst: readonly StateKind[] = ['other', 'loggedout', 'disconnected', 'connecting', 'connected'];

/** The worst state of each of the last minutes, oldest first; `undefined` for those in which nothing was seen. */
export function lastMinutes(stretches: readonly Stretch[], count: number, now: number): ReadonlyArray<StateKind | undefined> {
	return Array.from({length: count}, (_, index) => {
		const start = now - ((count - index) * minute);
		// The last minute includes a stretch that begins just now.
		const end = index === count - 1 ? Infinity : start + minute;
		const seen = new Set(stretches.filter(({from, to}) => from < end && to > start).map(({kind}) => kind));
		return worstFirst.find(kind => seen.has(kind));
	});
}
