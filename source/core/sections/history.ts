import {describePrecisely} from '../text/duration.js';
import {
	connectedTime,
	lastMinutes,
	outagesOf,
	periodsOf,
	type Outage,
} from '../fleet/periods.js';
import {countFlaps, isFlapping} from '../fleet/transitions.js';
import {
	view,
	type FieldView,
	type Section,
	type Shown,
	type Subject,
} from './section.js';

/** What the program itself has seen of the instance since it watches. */
export const history: Section = {
	title: 'History',
	standing: ({tracked, now}) => isFlapping(tracked.history, now) ? 'trouble' : 'none',
	fields(subject) {
		const {tracked, now} = subject;
		const periods = periodsOf(tracked, now);
		const outages = outagesOf(periods);
		const longest = outages.toSorted((one, other) => other.lasted - one.lasted)[0];
		return [
			view('', 'Last hour', {kind: 'minutes', minutes: lastMinutes(periods, minutesShown, now)}),
			view('', 'Watched', {kind: 'since', since: tracked.appeared}),
			view('', 'Connected', {kind: 'text', text: describeShare(connectedTime(periods))}),
			view('', 'Changes', describeChanges(subject)),
			view('', 'Outages', {kind: 'text', text: outages.length === 0 ? 'none seen' : `${outages.length} seen`}),
			...longest === undefined ? [] : [view('', 'Longest', describeOutage(longest, subject))],
			...outages.slice(-1).filter(outage => outage !== longest).map(outage => view('', 'Latest', describeOutage(outage, subject))),
			...tracked.history.toReversed().map((transition): FieldView => view('', describeWhen(transition.at, subject), {kind: 'transition', transition})),
		];
	},
};

const minutesShown = 60;
const day = 86_400_000;

/** The part of the time, rounded down: nothing that was ever down was up for 100 %. */
function describeShare({connected, watched}: {readonly connected: number; readonly watched: number}): string {
	const share = watched === 0 ? 1000 : Math.floor(1000 * connected / watched);
	return watched === 0 ? 'not watched for long enough' : `${share === 1000 ? '100' : (share / 10).toFixed(1)}% of the ${describePrecisely(watched)} it was watched`;
}

function describeChanges({tracked, now}: Subject): Shown {
	const count = tracked.history.length;
	const flaps = countFlaps(tracked.history, now);
	return {kind: 'text', text: count === 0 ? 'none seen' : `${count} seen, ${flaps} in the last 10 minutes`, ...isFlapping(tracked.history, now) && {tone: 'caution'}};
}

function describeOutage({from, lasted, isExact, ended}: Outage, {time, now}: Subject): Shown {
	const length = `${isExact ? '' : 'at least '}${describePrecisely(lasted)}`;
	return ended === undefined
		? {kind: 'text', text: `${length}, and it goes on`, tone: 'caution'}
		: {kind: 'text', text: `${length}, from ${isExact ? '' : 'before '}${time.clock(from)}, over for ${describePrecisely(now - ended)}`};
}

/** The time of day; with the date where it was not within the last day. */
function describeWhen(at: number, {time, now}: Subject): string {
	return now - at < day ? time.clock(at) : time.stamp(at).slice('2026-'.length);
}
