import type {StateKind} from '../../instance/instance.js';
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

/** What is added up for one bucket: the times seen in each state, in milliseconds. A state that one look showed has a time of zero. */
type Bucket = {
	readonly times: Map<StateKind, number>;
	changes: number;
};

/**
Makes the cells of an instance's states in a window, of its stretches, which are in the order of time. A bucket has its beginning and
not its end; the last one has both. All stretches and all buckets are walked once.
*/
export function stripOf(stretches: readonly Stretch[], {window, count, knownSince, until = window.to}: StripFrame): readonly StripCell[] {
	const size = (window.to - window.from) / count;
	const startOf = (index: number) => index === count ? window.to : window.from + (index * size);
	const buckets = Array.from({length: count}, (): Bucket => ({times: new Map(), changes: 0}));
	let former: StateKind | undefined;
	let at = 0;
	for (const {kind, from, to, isStartSeen} of stretches) {
		const isChange = isStartSeen || (former !== undefined && former !== kind);
		former = kind;
		// The end of a stretch is not in it, unless it is a single look.
		if (from > window.to || to < window.from || (to === window.from && from < to)) {
			continue;
		}

		while (at < count - 1 && startOf(at + 1) <= from) {
			at++;
		}

		for (let index = at; index === at || (index < count && startOf(index) < to); index++) {
			const bucket = buckets[index];
			const part = Math.min(to, startOf(index + 1)) - Math.max(from, startOf(index));
			bucket?.times.set(kind, (bucket.times.get(kind) ?? 0) + Math.max(0, part));
		}

		const first = buckets[at];
		if (isChange && first !== undefined && from >= window.from) {
			first.changes++;
		}
	}

	return buckets.map((bucket, index) => {
		const end = startOf(index + 1);
		const isBeforeKnown = index < count - 1 ? end <= knownSince : end < knownSince;
		return bucket.times.size === 0 && isBeforeKnown ? {kind: 'blank'} : cellOf(bucket, Math.min(size, Math.max(0, until - startOf(index))));
	});
}

/** `size` is how much of the bucket has passed. */
function cellOf({times, changes}: Bucket, size: number): StripCell {
	const connected = times.get('connected') ?? 0;
	const down = downKinds.reduce((sum, kind) => sum + (times.get(kind) ?? 0), 0);
	const [state] = downKinds.filter(kind => times.has(kind)).toSorted((one, other) => (times.get(other) ?? 0) - (times.get(one) ?? 0));
	if (state === undefined) {
		return {kind: 2 * connected < size || !times.has('connected') ? 'unseen' : 'fine'};
	}

	if (changes >= flapCount) {
		return {kind: 'flapping', state};
	}

	return {kind: 10 * down < connected + down ? 'brief' : 'down', state};
}
