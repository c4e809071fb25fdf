import {stateKinds, type StateKind} from '../../instance/instance.js';
import type {Stretch} from '../periods.js';
import type {Run} from '../seen/coverage.js';

/** A state other than connected. */
type DownKind = Exclude<StateKind, 'connected'>;

/**
One bucket of a strip. `state` is the state that took most of the time not connected. `unseen` also stands for a bucket that was connected
as far as it was seen, where that is under half of it.
*/
export type StripCell =
	/** Before the instance was known. */
	| {readonly kind: 'blank'}
	| {readonly kind: 'unseen'}
	/** Connected throughout. */
	| {readonly kind: 'fine'}
	/** Four changes of state or more. */
	| {readonly kind: 'flapping'; readonly state: DownKind}
	/** Not connected for under a tenth of the time in which it was seen. */
	| {readonly kind: 'brief'; readonly state: DownKind}
	| {readonly kind: 'down'; readonly state: DownKind};

/** A window of time, the number of buckets of equal length that it is cut into, and since when the instance is known. */
export type StripFrame = {
	readonly window: Run;
	readonly count: number;
	readonly knownSince: number;
	/** The present, where the last bucket is not over; the end of the window without it. */
	readonly until?: number;
};

/** So many changes of state in one bucket are shown as such. */
const flapCount = 4;

/** States other than connected, the worst first: it counts where several took the same time. */
const downKinds: readonly DownKind[] = ['other', 'loggedout', 'disconnected', 'connecting'];

/** A strip that is made stretch by stretch, which come in the order of time: what is kept does not grow with their number. */
export type StripMaker = {
	readonly add: (stretch: Stretch) => void;
	readonly cells: (knownSince: number) => readonly StripCell[];
};

/** The cells without a state, one for all strips: a report has a million of them. */
const cells = {blank: {kind: 'blank'}, unseen: {kind: 'unseen'}, fine: {kind: 'fine'}} as const;

/** Numbers that are kept of one bucket: the time seen in each state, in milliseconds, and the changes; -1 where there was none. */
const kept = stateKinds.length + 1;
const changesAt = stateKinds.length;

/** The places of the states among the numbers of a bucket. */
const connectedAt = stateKinds.indexOf('connected');
const downAt = downKinds.map(kind => ({kind, place: stateKinds.indexOf(kind)}));

/** Makes the cells of an instance's states in a window, of its stretches, which are in the order of time. */
export function stripOf(stretches: readonly Stretch[], {knownSince, ...frame}: StripFrame): readonly StripCell[] {
	const strip = openStrip(frame);
	for (const stretch of stretches) {
		strip.add(stretch);
	}

	return strip.cells(knownSince);
}

/** Opens a strip. A bucket has its beginning and not its end; the last one has both. All stretches and all buckets are walked once. */
export function openStrip({window, count, until = window.to}: Omit<StripFrame, 'knownSince'>): StripMaker {
	const size = (window.to - window.from) / count;
	const startOf = (index: number) => index === count ? window.to : window.from + (index * size);
	const numbers = new Float64Array(count * kept).fill(-1);
	let former: StateKind | undefined;
	let at = 0;
	const addTime = (index: number, kind: StateKind, part: number) => {
		const place = (index * kept) + stateKinds.indexOf(kind);
		numbers[place] = Math.max(0, numbers[place] ?? 0) + Math.max(0, part);
	};

	return {
		add({kind, from, to, isStartSeen}) {
			const isChange = isStartSeen || (former !== undefined && former !== kind);
			former = kind;
			// The end of a stretch is not in it, unless it is a single look.
			if (from > window.to || to < window.from || (to === window.from && from < to)) {
				return;
			}

			while (at < count - 1 && startOf(at + 1) <= from) {
				at++;
			}

			for (let index = at; index === at || (index < count && startOf(index) < to); index++) {
				addTime(index, kind, Math.min(to, startOf(index + 1)) - Math.max(from, startOf(index)));
			}

			const place = (at * kept) + changesAt;
			numbers[place] = Math.max(0, numbers[place] ?? 0) + Number(isChange && from >= window.from);
		},
		cells(knownSince) {
			const made: StripCell[] = [];
			for (let index = 0; index < count; index++) {
				const end = startOf(index + 1);
				const isBeforeKnown = index < count - 1 ? end <= knownSince : end < knownSince;
				made.push(cellOf(numbers, index * kept, Math.min(size, Math.max(0, until - startOf(index))), isBeforeKnown));
			}

			return made;
		},
	};
}

/**
Makes the cell of a bucket, whose numbers begin at a place, of which `size` milliseconds have passed. A report has a million of them, so
that nothing is made for one.
*/
function cellOf(numbers: Float64Array, place: number, size: number, isBeforeKnown: boolean): StripCell {
	const connected = numbers[place + connectedAt] ?? -1;
	let down = 0;
	let longest = -1;
	let state: DownKind | undefined;
	for (const {kind, place: own} of downAt) {
		const time = numbers[place + own] ?? -1;
		down += Math.max(0, time);
		state = time > longest ? kind : state;
		longest = Math.max(longest, time);
	}

	if (state === undefined) {
		return isBeforeKnown && connected < 0 ? cells.blank : (2 * connected < size || connected < 0 ? cells.unseen : cells.fine);
	}

	if ((numbers[place + changesAt] ?? 0) >= flapCount) {
		return {kind: 'flapping', state};
	}

	return {kind: 10 * down < Math.max(0, connected) + down ? 'brief' : 'down', state};
}
