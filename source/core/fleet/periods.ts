import type {StateKind} from '../instance/instance.js';
import type {Tracked} from './inventory.js';

/** A time an instance spent in one state while it was watched. */
export type Period = {
	readonly kind: StateKind;
	readonly from: number;
	readonly to: number;
	/** Whether it was seen to begin. */
	readonly isExact: boolean;
};

/** A time in which an instance was not connected, through whichever other states it went. */
export type Outage = {
	readonly from: number;
	readonly lasted: number;
	/** Whether it was seen to begin. */
	readonly isExact: boolean;
	/** When it was over; `undefined` for one that goes on. */
	readonly ended: number | undefined;
};

/** The spells of an instance, oldest first, as far back as its history goes. After a jump of the clock there is a hole between two. */
export function periodsOf({history, instance, since, gone}: Tracked, now: number): readonly Period[] {
	const former = history.map(({from, formerSince, at}): Period => ({
		kind: from.kind, from: formerSince.at, to: at, isExact: formerSince.isExact,
	}));
	return [...former, {
		kind: instance.state.kind, from: since.at, to: Math.max(since.at, gone ?? now), isExact: since.isExact,
	}];
}

/** The outages among the spells, oldest first. */
export function outagesOf(periods: readonly Period[]): readonly Outage[] {
	const outages: Outage[] = [];
	let open: Outage | undefined;
	for (const {kind, from, to, isExact} of periods) {
		if (kind === 'connected') {
			if (open !== undefined) {
				outages.push({...open, ended: from});
			}

			open = undefined;
		} else {
			open = {
				from: open?.from ?? from, lasted: (open?.lasted ?? 0) + (to - from), isExact: open?.isExact ?? isExact, ended: undefined,
			};
		}
	}

	return open === undefined ? outages : [...outages, open];
}

/** For how long an instance was watched, and for how much of that it was connected, in milliseconds. */
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

/** The worst first, as a minute of several states is shown. */
const worstFirst: readonly StateKind[] = ['other', 'loggedout', 'disconnected', 'connecting', 'connected'];

/** The worst state of each of the last minutes, oldest first; `undefined` for those in which nothing was seen. */
export function lastMinutes(periods: readonly Period[], count: number, now: number): ReadonlyArray<StateKind | undefined> {
	return Array.from({length: count}, (_, index) => {
		const start = now - ((count - index) * minute);
		// What began just now is in the last one.
		const end = index === count - 1 ? Infinity : start + minute;
		const seen = new Set(periods.filter(({from, to}) => from < end && to > start).map(({kind}) => kind));
		return worstFirst.find(kind => seen.has(kind));
	});
}
