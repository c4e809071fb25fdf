import type {StateKind} from '../instance/instance.js';
import {
	lastLook,
	runsOf,
	type Coverage,
	type Run,
} from './seen/coverage.js';
import {ownCoverage} from './seen/own-coverage.js';
import {transitionsOf} from './packed-history.js';
import type {Tracked} from './tracked.js';
import {seenSince, type Bound, type Lasted} from './seen/since.js';
import type {Transition} from './transitions.js';

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
is between two of them; so is the time between two looks of which the later showed another state, where that is long. `older` are
transitions before those of its history, oldest first.
*/
export function stretchesOf(tracked: Tracked, ofAccount: Coverage, older: readonly Transition[] = []): readonly Stretch[] {
	const {history, instance, since} = tracked;
	const coverage = ownCoverage(tracked, ofAccount);
	// Of a period that the first look of the era had already ended nothing was seen in the era.
	const seen = [...older, ...transitionsOf(instance, history)];
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
	return cutAtHoles(whole, runsOf(coverage));
}

/** The parts of stretches in the runs of their account. Both are in the order of time, and are walked once. */
function cutAtHoles(stretches: readonly Stretch[], runs: readonly Run[]): readonly Stretch[] {
	const parts: Stretch[] = [];
	let first = 0;
	for (const {kind, from, to, isStartSeen, isEndSeen} of stretches) {
		while (first < runs.length - 1 && (runs[first]?.to ?? 0) < from) {
			first++;
		}

		for (let index = first; index < runs.length; index++) {
			const run = runs[index];
			if (run === undefined || run.from > to) {
				break;
			}

			if (run.to >= from) {
				parts.push({
					kind,
					from: Math.max(run.from, from),
					to: Math.max(run.from, from, Math.min(run.to, to)),
					isStartSeen: isStartSeen && from >= run.from,
					isEndSeen: isEndSeen && to <= run.to,
				});
			}
		}
	}

	return parts;
}

/** Finds the outages among the stretches, oldest first. One that was there before and after a hole is one outage. */
export function outagesOf(stretches: readonly Stretch[]): readonly Outage[] {
	const outages: Outage[] = [];
	let current: Stretch[] = [];
	for (const stretch of stretches) {
		if (stretch.kind !== 'connected') {
			current.push(stretch);
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
