import {markerWidth} from '../../columns/fit.js';
import {day, hour, minute} from '../../text/duration.js';
import type {ClockTime} from '../../text/clock-time.js';
import {fit} from '../../text/measure.js';
import {span, type Line} from '../../screen/span.js';
import type {Symbols} from '../../screen/symbols.js';
import {
	glyphWidth,
	shareWidth,
	sinceWidth,
	type TimelineLayout,
} from './timeline-lines.js';
import {
	timelineSpans,
	type Buckets,
	type TimelineView,
} from './timeline-view.js';

/** The span, and the bucket of the cursor with its time. */
type RulerState = Pick<TimelineView, 'span'> & {readonly cursor: {readonly bucket: number; readonly label: string} | undefined};

/** Cells between two labels of the ruler, at least. */
const labelGap = 2;

/**
Makes the line of the times, with the titles of what stands beside the strips. Each label begins above the bucket of its time, but for the
present, which ends there. A cursor is a bar above its bucket with its time; labels for which it leaves no room are left out.
*/
export function rulerLine({count}: Buckets, {span: place, cursor}: RulerState, {name}: TimelineLayout, {bar, ellipsis}: Symbols): Line {
	const {name: text, length, steps} = timelineSpans[place] ?? timelineSpans[2];
	const cells = Array.from({length: count}, () => ' ');
	const put = (label: string, at: number) => {
		const isFree = cells.slice(Math.max(0, at - labelGap), at + label.length + labelGap).every(cell => cell === ' ');
		if (at >= 0 && at + label.length <= count && isFree) {
			cells.splice(at, label.length, ...label);
		}
	};

	if (cursor !== undefined) {
		const {bucket, label} = cursor;
		cells[bucket] = bar;
		const at = bucket + 1 + label.length <= count ? bucket + 1 : bucket - label.length;
		// Where it has no room at either side, the footer alone tells the time.
		if (at >= 0) {
			cells.splice(at, label.length, ...label);
		}
	}

	put('now', count - 3);
	put(`${text} ago`, 0);
	const step = steps.find(each => each * count / length >= describeStep(length - each).length + (2 * labelGap));
	for (let ago = length - (step ?? length); ago > 0; ago -= step ?? length) {
		put(describeStep(ago), Math.floor(count - (ago * count / length)));
	}

	return [
		span(' '.repeat(markerWidth + glyphWidth)),
		span(`${fit('NAME', name, {ellipsis})} `, 'title'),
		...cells.map((cell, index) => span(cell, index === cursor?.bucket ? 'strong' : 'dim')),
		span(`UP${text.toUpperCase()}`.padStart(shareWidth), 'title'),
		span('SINCE'.padStart(sinceWidth), 'title'),
	];
}

/** The time at which the bucket of the cursor begins, as the ruler has it. */
export function cursorLabel({window, length}: Buckets, bucket: number, {time, now}: {
	readonly time: ClockTime;
	readonly now: number;
}): string {
	const from = window.from + (bucket * length);
	return length < 2 * minute ? time.moment(from, now) : time.spoken(from, now);
}

/** The spans by their names, the present one in brackets, so that it is told without colour too. */
export function spansLine({span: place}: TimelineView): Line {
	return timelineSpans.map(({name}, index) => index === place ? span(`[${name}]`, 'strong') : span(` ${name} `, 'dim'));
}

function describeStep(length: number): string {
	return length % day === 0 ? `${length / day}d` : (length % hour === 0 ? `${length / hour}h` : `${length / minute}m`);
}
