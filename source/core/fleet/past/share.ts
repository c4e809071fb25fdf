import {describePrecisely, minute} from '../../text/duration.js';
import type {Symbols} from '../../screen/symbols.js';
import type {Stretch} from '../periods.js';
import type {Run} from '../seen/coverage.js';

/** For how long an instance was connected (`up`) of the time for which it was seen in a window, in milliseconds. */
export type Share = {
	readonly up: number;
	readonly seen: number;
	readonly window: number;
};

/** Parts of the window that have to be seen: for a share to be told at all, and for it to be told without a mark. */
const leastCoverage = 0.05;
const goodCoverage = 0.95;

/** The shortest time seen of which a share is told. */
const leastSeen = 10 * minute;

/** Adds up the parts of the stretches that lie in a window. */
export function shareOf(stretches: readonly Stretch[], window: Run): Share {
	let up = 0;
	let seen = 0;
	for (const {kind, from, to} of stretches) {
		const part = Math.max(0, Math.min(to, window.to) - Math.max(from, window.from));
		seen += part;
		up += kind === 'connected' ? part : 0;
	}

	return {up, seen, window: window.to - window.from};
}

/** The share as a number from 0 to 1 to compare by, not rounded; `undefined` where too little was seen, which no comparison matches. */
export function ratioOf({up, seen, window}: Share): number | undefined {
	return seen < leastSeen || seen < leastCoverage * window ? undefined : up / seen;
}

/** The share as other programs are given it: rounded down to four digits. */
export function roundedRatio(share: Share): number | undefined {
	return ratioOf(share) === undefined ? undefined : Math.floor(10_000 * share.up / share.seen) / 10_000;
}

/** Whether two shares are told alike wherever they are: to four digits, and with the mark or without. */
export function isToldAlike(one: Share, other: Share): boolean {
	return roundedRatio(one) === roundedRatio(other) && isMarked(one) === isMarked(other);
}

/** Describes a share for a column: `99.2%`, `~99.2%` where a part of the window was not seen, or the sign for nothing. */
export function describeShare(share: Share, {about, nothing}: Pick<Symbols, 'about' | 'nothing'>): string {
	const percent = percentOf(share);
	return percent === undefined ? nothing : (isMarked(share) ? about : '') + percent;
}

/** Spells out a share: `99.2% of the 18h 20m seen in 24h`. */
export function spellShare(share: Share, windowText: string): string {
	const percent = percentOf(share);
	const seen = describePrecisely(share.seen);
	return percent === undefined ? `only ${seen} seen in ${windowText}` : `${percent} of the ${seen} seen in ${windowText}`;
}

/** Spells out a share in few cells: `99.2% of 18h 20m`. */
export function spellShareShortly(share: Share): string {
	const percent = percentOf(share);
	const seen = describePrecisely(share.seen);
	return percent === undefined ? `only ${seen} seen` : `${percent} of ${seen}`;
}

/** Whether a part of the window was not seen. */
function isMarked({seen, window}: Share): boolean {
	return seen < goodCoverage * window;
}

/** Is rounded down, so that an instance that was not always connected never has 100 %. */
function percentOf(share: Share): string | undefined {
	const ratio = ratioOf(share);
	if (ratio === undefined) {
		return undefined;
	}

	return ratio === 1 ? '100%' : `${(Math.min(999, Math.floor(1000 * share.up / share.seen)) / 10).toFixed(1)}%`;
}
