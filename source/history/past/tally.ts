import {heldUntil} from '../../core/fleet/past/held-until.js';
import type {Watched} from '../../core/fleet/past/watched.js';
import {absent, connected, type ChangeLine} from '../tables/line.js';

/** For how long an instance was listed and watched, and connected of that, in milliseconds; and how often it changed. */
export type Counted = {readonly up: number; readonly seen: number; readonly changes: number};

/** A state, and since when an instance is in it. */
export type Standing = {readonly state: number; readonly since: number};

/** A span of time in which the states of instances are counted, from their changes in the order of the record. */
export type Tally = {
	/** Takes a change. The first after the span tells what held at its end, and until when that is known. */
	readonly take: (line: ChangeLine) => void;
	/** The instances that changed, in the span or after it. */
	readonly touched: () => Iterable<number>;
	/** Counts an instance. `standing` is its state where it did not change in the span. */
	readonly count: (instance: number, standing: Standing) => Counted;
	/** The state of an instance at the end of the span; `undefined` where it did not change. */
	readonly standingOf: (instance: number) => Standing | undefined;
};

type Entry = Counted & Standing & {
	/** Last look that had the state, where it is not known whether it held until the end of the span. */
	readonly end: number | undefined;
};

/** Opens the tally of a span. */
export function openTally({from, to, watched}: {readonly from: number; readonly to: number; readonly watched: Watched}): Tally {
	const entries = new Map<number, Entry>();
	const add = (instance: number, entry: Entry, end: number): Entry => {
		const seen = entry.state === absent ? 0 : watched.between(instance, Math.max(from, entry.since), Math.min(to, end));
		return {...entry, seen: entry.seen + seen, up: entry.up + (entry.state === connected ? seen : 0)};
	};

	const begin = ({state, since}: Standing): Entry => ({
		state, since, up: 0, seen: 0, changes: 0, end: undefined,
	});
	return {
		take(line) {
			const {
				instance, at, slack, was, became, lasted,
			} = line;
			if (at < from) {
				return;
			}

			const end = heldUntil({
				instance, at, slack, isGone: became === absent,
			}, watched);
			const entry = entries.get(instance) ?? begin({state: was, since: at - lasted});
			if (at < to) {
				const added = add(instance, entry, end);
				entries.set(instance, {
					...added, state: became, since: at, changes: added.changes + 1,
				});
			} else if (entry.end === undefined) {
				entries.set(instance, {...entry, end: Math.min(end, to)});
			}
		},
		touched: () => entries.keys(),
		count(instance, standing) {
			const entry = entries.get(instance) ?? begin(standing);
			const {up, seen, changes} = add(instance, entry, entry.end ?? to);
			return {up, seen, changes};
		},
		standingOf: instance => entries.get(instance),
	};
}
