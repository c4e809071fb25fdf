import {describeFall} from '../../core/fleet/mass-event.js';
import type {MonitorEvent} from '../../core/fleet/events.js';
import type {MassFell, ToldEvent} from '../../core/fleet/memory/tell-events.js';
import type {ClockTime} from '../../core/text/clock-time.js';
import {describePrecisely} from '../../core/text/duration.js';
import {cellWidth, cellWidthUpTo, fit} from '../../core/text/measure.js';
import {showName} from '../../core/text/portable/show-name.js';
import {sanitize} from '../../core/text/sanitize.js';
import {eventWords} from '../../core/view/events/describe-event.js';
import type {EventWriteOptions, EventWriter} from './format.js';

/** In cells. A longer name moves what stands behind it; most lines would be blanks otherwise. */
const widestName = 40;

/** The blanks between two columns. */
const gap = '  ';

const stampWidth = '2026-04-28 10:30:00'.length;

/**
Writes the events as lines of text: time, account where there are several, name and what happened. Lines are cut to the width of a terminal,
and whole anywhere else. The titles come with the first event.
*/
export function openTable(options: EventWriteOptions): EventWriter {
	const {places, symbols, width} = options;
	// Each line has the whole date, and so have the times within it.
	const time = {...options.time, moment: options.time.stamp};
	const shownPlaces = new Map(places.map(place => [place, sanitize(place)]));
	const placeWidth = Math.max('ACCOUNT'.length, ...shownPlaces.values().map(place => cellWidth(place)));
	const nameWidth = widthOfNames(options);
	const pad = createPad();
	const cut = (line: string) => {
		const isLong = width !== undefined && cellWidthUpTo(line, width) > width;
		return isLong ? fit(line, width, {ellipsis: symbols.ellipsis}) : line;
	};

	const writeLine = (stamp: string, place: string, name: string, words: string) => {
		const cells = [stamp.padEnd(stampWidth), ...shownPlaces.size > 1 ? [pad(place, placeWidth)] : [], pad(name, nameWidth), words];
		return `${cut(cells.join(gap).trimEnd())}\n`;
	};

	let isFirst = true;
	return {
		begin: () => '',
		write({place, event}: ToldEvent) {
			const titles = isFirst ? writeLine('TIME', 'ACCOUNT', 'NAME', 'EVENT') : '';
			isFirst = false;
			const name = event.kind === 'instance' ? event.tracked.instance.name : '';
			return titles + writeLine(time.stamp(event.at), shownPlaces.get(place) ?? '', name, describe(event, time));
		},
		end: () => '',
	};
}

function describe(event: MonitorEvent | MassFell, time: ClockTime): string {
	if (event.kind === 'mass') {
		// The date stands before it.
		return describeFall(event.fallen, event.of, time.range(event.at, event.until, event.until));
	}

	const words = eventWords(event, time, event.at).map(({text}) => text).join('');
	return event.kind === 'instance' ? words + whenUnseen(event) : words;
}

/** Says that nobody saw when something happened: `, some time in 7h 50m unseen`. */
function whenUnseen({tracked, happening: {kind}}: Extract<MonitorEvent, {readonly kind: 'instance'}>): string {
	const {slack, isExact} = tracked.since;
	return isExact || slack === undefined || kind === 'odd-ended' ? '' : `, some time in ${describePrecisely(slack)} unseen`;
}

/** Width of the widest name that is no wider than `widestName`. */
function widthOfNames({names}: Pick<EventWriteOptions, 'names'>): number {
	let widest = 'NAME'.length;
	for (const name of names()) {
		const width = name.length > widest ? cellWidthUpTo(showName(name), widestName + 1) : 0;
		widest = width > widestName ? widest : Math.max(widest, width);
	}

	return widest;
}

/** Pads texts with blanks. The width of each different text is measured once. */
function createPad(): (text: string, width: number) => string {
	const widths = new Map<string, number>();
	return (text, width) => {
		const own = widths.get(text) ?? cellWidth(text);
		widths.set(text, own);
		return text + ' '.repeat(Math.max(0, width - own));
	};
}
