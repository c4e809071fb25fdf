import type {StateKind} from '../instance/instance.js';
import {heldUntil, isSeenClosely} from '../fleet/past/held-until.js';
import type {Share} from '../fleet/past/share.js';
import {openStrip, type StripCell} from '../fleet/past/strip.js';
import {partsWithin} from '../fleet/past/watched.js';
import {openFlapCounter} from './count-flapping.js';
import {lengthOutside} from './fleet-fall.js';
import {followOutages} from './follow-outages.js';
import {
	addOutage,
	noOutages,
	type OutageSums,
	type ReportedOutage,
} from './outage-sums.js';
import {countedLength, type ReportFrame} from './report-frame.js';

/** A change of an instance as the record has it. A state is `undefined` where the list did not have the instance. */
type StateChange = {
	readonly instance: number;
	readonly at: number;
	/** Time since the last look that did not show it; `undefined` where there was none. */
	readonly slack: number | undefined;
	readonly was: StateKind | undefined;
	readonly became: StateKind | undefined;
	/** For how long the state before it was known. */
	readonly lasted: number;
};

/** A state that goes on, and since when. */
type Standing = {readonly kind: StateKind | undefined; readonly since: number};

/** A state, and whether its beginning was seen closely. */
type Held = Standing & {readonly isStartSeen: boolean};

/** What a report tells of an instance. */
export type InstanceCounts = {
	readonly share: Share;
	readonly outages: OutageSums;
	readonly flapped: number;
	readonly strip: readonly StripCell[];
	/** The state at the end of the window; `undefined` where the list did not have the instance. */
	readonly last: StateKind | undefined;
};

/** Adds up one instance, of its changes in the order of time: what is kept does not grow with their number. */
export type InstanceReport = {
	/** Takes a change since the beginning of the window; of those after its end the first one tells what held at the end. */
	readonly take: (change: StateChange) => void;
	/**
	Gives what was added up; `standing` is the present state, which counts where there was no change. It is `undefined` where the list did not
	have the instance in the window.
	*/
	readonly finish: (standing: Standing) => InstanceCounts | undefined;
};

/** Opens the report of an instance. */
export function openInstanceReport(instance: number, frame: ReportFrame): InstanceReport {
	const {window, until, watched, counted, leftOut, cells} = frame;
	const runs = watched.runsOf(instance);
	const outages = followOutages(window.from);
	const flaps = openFlapCounter();
	const strip = cells === 0 ? undefined : openStrip({window, count: cells});
	let current: Held | undefined;
	/** The last look that had the state, where it is not known that it held until the end of the window. */
	let end: number | undefined;
	let isOver = false;
	let isListed = false;
	let [up, seen] = [0, 0];
	let sums = noOutages;
	let knownSince = -Infinity;
	const addEnded = (outage: ReportedOutage | undefined) => {
		const length = outage && lengthOutside(outage, leftOut);
		sums = outage === undefined || length === undefined ? sums : addOutage(sums, outage, length);
	};

	/** Adds a state that held until a time, which `isLast` says was a look that had it. */
	const hold = ({kind, since, isStartSeen}: Held, {to, isLast}: {readonly to: number; readonly isLast: boolean}) => {
		const span = {from: Math.max(window.from, since), to: Math.min(window.to, Math.max(since, to))};
		if (kind === undefined || since >= until) {
			return;
		}

		// The look at the beginning of the window may have shown the next state already.
		if (span.from > span.to || (to === window.from && since < to && !isLast)) {
			outages.next({
				kind, parts: [], since, isStartSeen,
			});
			return;
		}

		isListed = true;
		const part = counted.between(instance, span.from, span.to);
		seen += part;
		up += kind === 'connected' ? part : 0;
		const isEndIn = to < window.to ? isLast : until > window.to;
		const parts = partsWithin(runs, span).filter(({from}) => isEndIn || from < span.to || from === since);
		addEnded(outages.next({
			kind, parts, since, isStartSeen,
		}));
		for (const {from, to: partTo} of parts) {
			strip?.add({
				kind, from, to: partTo, isStartSeen: isStartSeen && from === since, isEndSeen: false,
			});
		}
	};

	/** Begins with the state that was there when the window began, or at the first look of the record. */
	const begin = ({kind, since}: Standing): Held => {
		knownSince = kind === undefined ? knownSince : Math.max(knownSince, since > window.from ? since : -Infinity);
		return {kind, since, isStartSeen: false};
	};

	return {
		take(change) {
			const {at, was, became, lasted} = change;
			if (at < window.from || isOver) {
				return;
			}

			const isNew = current === undefined && was === undefined && lasted === 0;
			current ??= begin({kind: was, since: at - lasted});
			const heldTo = heldUntil({...change, isGone: became === undefined}, watched);
			if (at >= until) {
				isOver = true;
				end = heldTo < window.to ? heldTo : undefined;
				return;
			}

			hold(current, {to: heldTo, isLast: heldTo < at});
			knownSince = isNew ? at : knownSince;

			if (was === undefined || became === undefined) {
				flaps.interrupt();
			} else {
				flaps.changed(at);
			}

			// What appears in the list may have been in its state before.
			current = {kind: became, since: at, isStartSeen: was !== undefined && isSeenClosely(change, watched)};
		},
		finish(standing) {
			const last = current ?? begin(standing);
			hold(last, {to: end ?? Infinity, isLast: true});
			addEnded(outages.finish(last.kind !== undefined));
			return isListed
				? {
					share: {up, seen, window: countedLength(frame)},
					outages: sums,
					flapped: flaps.count(),
					strip: strip?.cells(knownSince) ?? [],
					last: last.kind,
				}
				: undefined;
		},
	};
}
