import {describePrecisely} from '../text/duration.js';
import {
	connectedTime,
	lastMinutes,
	outagesOf,
	stretchesOf,
	type Outage,
} from '../fleet/periods.js';
import {describeLasted} from '../fleet/seen/describe-lasted.js';
import {seenSince} from '../fleet/seen/since.js';
import {transitionsOf} from '../fleet/packed-history.js';
import {countFlaps, isFlapping} from '../fleet/flapping.js';
import {type Transition} from '../fleet/transitions.js';
import {
	view,
	type FieldView,
	type Section,
	type Shown,
	type Subject,
} from './section.js';

/** History of the instance, as far as the program has watched it. */
export const history: Section = {
	title: 'History',
	standing: ({tracked, now, coverage: {era}}) => isFlapping(tracked.history, {now, era}) ? 'trouble' : 'none',
	fields(subject) {
		const {tracked, coverage, now} = subject;
		const stretches = stretchesOf(tracked, coverage);
		const outages = outagesOf(stretches);
		const longest = outages.toSorted((one, other) => other.lasted.milliseconds - one.lasted.milliseconds)[0];
		return [
			view('', 'Last hour', {kind: 'minutes', minutes: lastMinutes(stretches, minutesShown, now)}),
			view('', 'Watched', {kind: 'since', since: seenSince(tracked.appeared, coverage)}),
			...tracked.history.seen > tracked.history.length ? [view('', 'Kept', {kind: 'text', text: describeKept(subject)})] : [],
			view('', 'Connected', {kind: 'text', text: describeShare(connectedTime(stretches))}),
			view('', 'Changes', describeChanges(subject)),
			view('', 'Outages', {kind: 'text', text: outages.length === 0 ? 'none seen' : `${outages.length} seen`}),
			...longest === undefined ? [] : [view('', 'Longest', describeOutage(longest, subject))],
			...outages.slice(-1).filter(outage => outage !== longest).map(outage => view('', 'Latest', describeOutage(outage, subject))),
			...transitionsOf(tracked.instance, tracked.history).toReversed().map(transition => transitionView(transition, subject)),
		];
	},
};

const minutesShown = 60;

/** Share of the watched time that the instance was connected. It is rounded down: an instance that was ever down never shows 100 %. */
function describeShare({connected, watched}: {readonly connected: number; readonly watched: number}): string {
	if (watched === 0) {
		return 'not watched for long enough';
	}

	const perMille = Math.floor(1000 * connected / watched);
	const percent = perMille === 1000 ? '100' : (perMille / 10).toFixed(1);
	return `${percent}% of the ${describePrecisely(watched)} it was watched`;
}

/** Says that older transitions were dropped: what is told of outages and shares reaches back no further. */
function describeKept({tracked, time, now}: Subject): string {
	const {length, start} = tracked.history;
	return `the last ${length} changes${start === undefined ? '' : `, since ${time.moment(start.since.at, now)}`}`;
}

function describeChanges({tracked, now, coverage: {era}}: Subject): Shown {
	const count = tracked.history.seen;
	const flaps = countFlaps(tracked.history, {now, era});
	const text = count === 0 ? 'none seen' : `${count} seen, ${flaps} in the last 10 minutes`;
	return {kind: 'text', text, ...isFlapping(tracked.history, {now, era}) && {tone: 'caution'}};
}

function describeOutage({from, lasted, ended}: Outage, {time, now}: Subject): Shown {
	const length = describeLasted(lasted);
	return ended === undefined
		? {kind: 'text', text: `${length}, and it goes on`, tone: 'caution'}
		: {kind: 'text', text: `${length}, from ${lasted.bound === 'at-least' ? 'before ' : ''}${time.moment(from, now)}, over for ${describePrecisely(now - ended)}`};
}

function transitionView(transition: Transition, {time, now}: Subject): FieldView {
	return view('', time.moment(transition.at, now), {kind: 'transition', transition});
}
