import {describeShare, shareOf} from '../../fleet/past/share.js';
import {drawStrip} from '../../fleet/past/draw-strip.js';
import {drawFleetStrip, type DownCount} from '../../fleet/past/fleet-strip.js';
import {stripOf} from '../../fleet/past/strip.js';
import {stretchesOf, type Stretch} from '../../fleet/periods.js';
import {instanceName} from '../../fleet/several/instance-name.js';
import {seenSince} from '../../fleet/seen/since.js';
import {lastLook, type Coverage} from '../../fleet/seen/coverage.js';
import {ownCoverage} from '../../fleet/seen/own-coverage.js';
import type {Row} from '../../fleet/row.js';
import type {Transition} from '../../fleet/transitions.js';
import {symbolCell, sinceCell} from '../../columns/cells.js';
import {markerWidth} from '../../columns/fit.js';
import {fitLine, joinSpans, lineWidth} from '../../screen/line.js';
import {span, type Line} from '../../screen/span.js';
import type {Symbols} from '../../screen/symbols.js';
import {cutMiddle} from '../../text/cut-middle.js';
import {fit} from '../../text/measure.js';
import {describePrecisely, minute} from '../../text/duration.js';
import type {ClockTime} from '../../text/clock-time.js';
import type {Buckets} from './timeline-view.js';

/** Cells of the parts of a line: the marker and the glyph, the name, the strip, the share and the time in the state. */
export type TimelineLayout = {readonly name: number; readonly strip: number};

const narrowestName = 8;
const widestName = 28;
export const glyphWidth = 2;
export const shareWidth = 7;
export const sinceWidth = 6;

/** Divides a line of so many cells. The name has a fifth of it, and what is left is the strip's. */
export function layoutTimeline(width: number): TimelineLayout {
	const name = Math.min(widestName, Math.max(narrowestName, Math.floor(width / 5)));
	return {name, strip: Math.max(1, width - markerWidth - glyphWidth - name - 1 - shareWidth - sinceWidth)};
}

/** What the strip of an instance is drawn of. */
export type RowPast = {
	readonly row: Row;
	/** Of its account. */
	readonly coverage: Coverage;
	/** Its changes before those of its own history. */
	readonly older: readonly Transition[];
};

/** The stretches of an instance, and since when it is known: what its strip in any span is drawn of. */
export type Stretched = {readonly stretches: readonly Stretch[]; readonly knownSince: number};

/** Finds the stretches of an instance. They are the same for all spans. */
export function stretch({row: {tracked}, coverage, older}: RowPast): Stretched {
	const stretches = stretchesOf(tracked, coverage, older);
	return {stretches, knownSince: Math.min(seenSince(tracked.appeared, ownCoverage(tracked, coverage)).at, stretches[0]?.from ?? Infinity)};
}

/** `cursor` is the bucket of the cursor, where it tells of the instance; `hasAccount` puts the account before the name. */
type RowLayout = TimelineLayout & {readonly cursor?: number; readonly hasAccount?: boolean};

/**
Makes the line of an instance, without the marker: glyph, name and strip, its share of the span, and for how long it is in its state.
Where the cursor in time tells of it, the bucket of the cursor has a bar.
*/
export function timelineRow(
	{row, coverage, stretches, knownSince}: Pick<RowPast, 'row' | 'coverage'> & Stretched,
	{window: {from, to}, count}: Pick<Buckets, 'window' | 'count'>,
	{name, cursor, hasAccount = false}: RowLayout,
	symbols: Symbols,
): Line {
	const now = lastLook(ownCoverage(row.tracked, coverage));
	const cells = stripOf(stretches, {
		window: {from, to}, count, knownSince, until: now,
	});
	// The strip ends with a bucket that is not over, the share with the last look.
	const share = describeShare(shareOf(stretches, {from: now - (to - from), to: now}), symbols);
	const since = sinceCell(row, symbols);
	return [
		...symbolCell(row, symbols),
		span(` ${fit(cutMiddle(instanceName(row.tracked.instance, hasAccount), name, symbols.ellipsis), name)} `, row.tracked.gone === undefined ? 'plain' : 'gone'),
		...joinSpans(drawStrip(cells, symbols).map((cell, index) => index === cursor ? span(symbols.bar, 'strong') : cell)),
		span(share.padStart(shareWidth)),
		...fitLine([span(' '.repeat(Math.max(0, sinceWidth - lineWidth(since)))), ...since], sinceWidth, symbols.ellipsis),
	];
}

/** Makes the line of the whole fleet, above those of its instances: the height of a bucket is the share that was down in it. */
export function fleetRow(counts: readonly DownCount[], {name, strip}: TimelineLayout, symbols: Symbols): Line {
	const most = Math.max(0, ...counts.map(count => count?.down ?? 0));
	const listed = Math.max(0, ...counts.map(count => count?.listed ?? 0));
	const scale = [`  up to ${most}/${listed}`, `  ${most}/${listed}`].find(text => text.length <= shareWidth + sinceWidth) ?? `  up to ${most}`;
	return [
		span(' '.repeat(markerWidth + glyphWidth)),
		span(`${fit(name < 'down at once'.length ? 'down' : 'down at once', name, {ellipsis: symbols.ellipsis})} `, 'dim'),
		...fitLine(joinSpans(drawFleetStrip(counts, symbols)), strip, symbols.ellipsis),
		span(most === 0 ? '' : scale, 'dim'),
	];
}

/** Tells what an instance did in a bucket: `14:30–15:00 disconnected 12m, connected 18m`. */
export function describeBucket(past: RowPast, buckets: Buckets, bucket: number, time: ClockTime): string {
	const from = buckets.window.from + (bucket * buckets.length);
	const to = from + buckets.length;
	const times = new Map<string, number>();
	for (const {kind, from: began, to: ended} of stretch(past).stretches) {
		const part = Math.min(to, ended) - Math.max(from, began);
		if (part > 0 || (began === ended && began >= from && began < to)) {
			times.set(kind, (times.get(kind) ?? 0) + Math.max(0, part));
		}
	}

	const told = times.entries().toArray().toSorted(([, one], [, other]) => other - one)
		.map(([kind, length]) => `${kind === 'loggedout' ? 'logged out' : kind} ${describePrecisely(length)}`);
	return `${bucketTimes(from, to, lastLook(past.coverage), time)} ${told.length === 0 ? 'not watched' : told.join(', ')}`;
}

/** Tells how many of the fleet were down in a bucket. */
export function describeFleetBucket(count: DownCount, buckets: Buckets, bucket: number, {time, now}: {
	readonly time: ClockTime;
	readonly now: number;
}): string {
	const from = buckets.window.from + (bucket * buckets.length);
	const words = count === undefined ? 'not watched' : (count.down === 0 ? 'none down' : `up to ${count.down} of ${count.listed} down`);
	return `${bucketTimes(from, from + buckets.length, now, time)} ${words}`;
}

function bucketTimes(from: number, to: number, now: number, time: ClockTime): string {
	if (to - from < 2 * minute) {
		return `${time.moment(from, now)}–${time.clock(Math.max(from, Math.min(to, now)))}`;
	}

	const [start, end] = [time.spoken(from, now), time.spoken(Math.min(to, now), now)];
	const day = /^\S+ (?=\d\d:)/v.exec(start)?.[0] ?? '';
	return `${start}–${end.startsWith(day) ? end.slice(day.length) : end}`;
}
