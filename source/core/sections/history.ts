import {day, describePrecisely, hour} from '../text/duration.js';
import {
	outagesOf,
	stretchesOf,
	type Outage,
	type Stretch,
} from '../fleet/periods.js';
import {shareOf} from '../fleet/past/share.js';
import {stripOf} from '../fleet/past/strip.js';
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
	isTimed: true,
	standing: ({tracked, now, coverage: {era}}) => isFlapping(tracked.history, {now, era}) ? 'trouble' : 'none',
	fields(subject) {
		const {tracked, coverage, older} = subject;
		const stretches = stretchesOf(tracked, coverage, older);
		const outages = outagesOf(stretches);
		const newest = outages.slice(-outagesShown).toReversed();
		const longest = outages.toSorted((one, other) => other.lasted.milliseconds - one.lasted.milliseconds)[0];
		return [
			...stripViews(stretches, subject),
			view('', 'First seen', firstSeen(subject)),
			...tracked.history.seen > tracked.history.length ? [view('', 'Kept', {kind: 'text', text: describeKept(subject)})] : [],
			view('', 'Changes', describeChanges(subject)),
			view('', 'Outages', {kind: 'text', text: describeCount(outages.length)}),
			...longest === undefined || newest.includes(longest) ? [] : [view('', 'Longest', describeOutage(longest, subject))],
			...newest.map(outage => view('', 'Outage', describeOutage(outage, subject))),
			...[...older, ...transitionsOf(tracked.instance, tracked.history)].toReversed().map(transition => transitionView(transition, subject)),
		];
	},
};

/** Of more outages than these, the longest is named and the others are counted. */
const outagesShown = 10;

/** The spans of time that have a strip, each longer than the one before it. */
const spans = [
	{label: 'Last hour', text: '1h', length: hour},
	{label: 'Last 24 hours', text: '24h', length: day},
	{label: 'Last 7 days', text: '7d', length: 7 * day},
	{label: 'Last 30 days', text: '30d', length: 30 * day},
] as const;

/** A strip for each span in which something was seen that the shorter ones do not show. */
function stripViews(stretches: readonly Stretch[], {tracked, coverage, now}: Subject): readonly FieldView[] {
	const knownSince = Math.min(seenSince(tracked.appeared, coverage).at, stretches[0]?.from ?? Infinity);
	const telling = spans.filter(({length}, index) => hasBetween(stretches, now - length, now - (spans[index - 1]?.length ?? -Infinity)));
	return telling.map(({label, text, length}) => {
		const window = {from: now - length, to: now};
		return view('', label, {
			kind: 'strip', cells: count => stripOf(stretches, {window, count, knownSince}), share: shareOf(stretches, window), windowText: text,
		});
	});
}

/** Whether a stretch lies at least partly in the time from `from` to before `to`. */
function hasBetween(stretches: readonly Stretch[], from: number, to: number): boolean {
	return stretches.some(stretch => stretch.to >= from && stretch.from < to);
}

/** The first look that had the instance. Only of one that appeared while its account was watched it is known that it was new. */
function firstSeen({tracked, coverage, now, time}: Subject): Shown {
	const {at} = seenSince(tracked.appeared, coverage);
	const text = `${time.stamp(at)}, ${describePrecisely(now - at)} ago`;
	return {kind: 'text', text: tracked.appeared.slack === undefined ? text : `${text}, when it came into the list`};
}

function describeCount(count: number): string {
	if (count === 0) {
		return 'none seen';
	}

	return count > outagesShown ? `${count} seen, of which these are the longest and the newest ${outagesShown}` : `${count} seen`;
}

/** Says that older transitions were dropped: what is told of outages and shares reaches back no further. */
function describeKept({tracked, time, now}: Subject): string {
	const {length, start} = tracked.history;
	return `the last ${length} changes${start === undefined ? '' : `, since ${time.moment(start.since.at, now)}`}`;
}

function describeChanges({tracked, older, now, coverage: {era}}: Subject): Shown {
	const count = older.length + tracked.history.seen;
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
