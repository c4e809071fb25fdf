import type {StateKind} from '../instance/instance.js';
import type {Tracked} from './inventory.js';

/** A time that an instance spent in one state while it was watched. */
export type Period = {
	readonly kind: StateKind;
	readonly from: number;
	readonly to: number;
	/** Whether it was seen to begin. */
	readonly isExact: boolean;
};

/** A time in which an instance was not connected, in one other state or in several. */
export type Outage = {
	readonly from: number;
	readonly lasted: number;
	/** Whether it was seen to begin. */
	readonly isExact: boolean;
	/** Time at which it ended; `undefined` for one that goes on. */
	readonly ended: number | undefined;
};

/** The periods of an instance, oldest first, as far back as its history goes. A jump of the clock leaves a gap between two of them. */
export function periodsOf({history, instance, since, gone}: Tracked, now: number): readonly Period[] {
	const former = history.map(({from, formerSince, at}): Period => ({
		kind: from.kind, from: formerSince.at, to: at, isExact: formerSince.isExact,
	}));
	return [...former, {
		kind: instance.state.kind, from: since.at, to: Math.max(since.at, gone ?? now), isExact: since.isExact,
	}];
}

/** Finds the outages among the periods, oldest first. */
export function outagesOf(periods: readonly Period[]): readonly Outage[] {
	const outages: Outage[] = [];
	let current: Outage | undefined;
	for (const {kind, from, to, isExact} of periods) {
		if (kind === 'connected') {
			if (current !== undefined) {
				outages.push({...current, ended: from});
			}

			current = undefined;
		} else {
			current = {
				from: current?.from ?? from,
				lasted: (current?.lasted ?? 0) + (to - from),
				isExact: current?.isExact ?? isExact,
				ended: undefined,
			};
		}
	}

	return current === undefined ? outages : [...outages, current];
}

/** Adds up the time for which an instance was watched, and the part of it for which it was connected, in milliseconds. */
export function connectedTime(periods: readonly Period[]): {readonly connected: number; readonly watched: number} {
	let connected = 0;
	let watched = 0;
	for (const {kind, from, to} of periods) {
		watched += to - from;
		connected += kind === 'connected' ? to - from : 0;
	}

	return {connected, watched};
}

const minute = 60_000;

/** States in order, the worst first: a minute of several states is shown as the worst of them. */
const worstFirst: readonly StateKind[] = ['other', 'loggedout', 'disconnected', 'connecting', 'connected'];

/** The worst state of each of the last minutes, oldest first; `undefined` for those in which nothing was seen. */
export function lastMinutes(periods: readonly Period[], count: number, now: number): ReadonlyArray<StateKind | undefined> {
	return Array.from({length: count}, (_, index) => {
		const start = now - ((count - index) * minute);
		// The last minute includes a period that begins just now.
		const end = index === count - 1 ? Infinity : start + minute;
		const seen = new Set(periods.filter(({from, to}) => from < end && to > start).map(({kind}) => kind));
		return worstFirst.find(kind => seen.has(kind));
	});
}
