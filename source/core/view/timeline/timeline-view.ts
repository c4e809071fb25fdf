import {day, hour, minute} from '../../text/duration.js';
import type {Run} from '../../fleet/seen/coverage.js';
import {clamp} from '../../screen/viewport.js';
import {ownState} from '../own-state.js';

/**
TABLE of the spans of time that the timeline shows, each longer than the one before, in milliseconds, and of the steps that its ruler can
have: the shortest one is taken for which there is room.
*/
export const timelineSpans = [
	{name: '1h', length: hour, steps: [15 * minute, 30 * minute]},
	{name: '6h', length: 6 * hour, steps: [hour, 2 * hour, 3 * hour]},
	{name: '24h', length: day, steps: [3 * hour, 6 * hour, 12 * hour]},
	{name: '7d', length: 7 * day, steps: [day]},
	{name: '30d', length: 30 * day, steps: [5 * day, 10 * day]},
] as const;

/** State of the timeline: the place of its span in the table, and the time that its cursor is at, without which nothing is told. */
export type TimelineView = {
	readonly span: number;
	readonly cursor: number | undefined;
};

/** The state of the timeline, which begins with a day. */
export const timelineState = ownState<TimelineView>('timeline', {span: 2, cursor: undefined});

/** A window of time in buckets of equal length, which are one cell each. */
export type Buckets = {
	readonly window: Run;
	readonly count: number;
	readonly length: number;
};

/**
The buckets of a span that ends with the one of `now`. They begin at multiples of their length, so that they move on once in such a time
and not with every poll.
*/
export function bucketsOf({span}: Pick<TimelineView, 'span'>, count: number, now: number): Buckets {
	const cells = Math.max(1, count);
	const {length: whole} = timelineSpans[clamp(span, 0, timelineSpans.length - 1)] ?? timelineSpans[2];
	const length = whole / cells;
	const to = Math.ceil(now / length) * length;
	return {window: {from: to - whole, to}, count: cells, length};
}

/** The bucket of the cursor, from 0; `undefined` without one. */
export function cursorBucket({cursor}: Pick<TimelineView, 'cursor'>, {window, count, length}: Buckets): number | undefined {
	return cursor === undefined ? undefined : clamp(Math.floor((cursor - window.from) / length), 0, count - 1);
}

/** Moves the cursor by buckets. Without one it begins at the present. */
export function moveInTime(view: TimelineView, buckets: Buckets, steps: number): TimelineView {
	const {window, count, length} = buckets;
	const from = cursorBucket(view, buckets);
	const bucket = from === undefined ? count - 1 : clamp(from + steps, 0, count - 1);
	return {...view, cursor: window.from + ((bucket + 0.5) * length)};
}

/** Chooses a shorter or longer span. The cursor stays where the span still has it. */
export function changeSpan(view: TimelineView, steps: number): TimelineView {
	return {...view, span: clamp(view.span + steps, 0, timelineSpans.length - 1)};
}
