import {describeShare, type Share} from '../../core/fleet/past/share.js';
import type {Lasted} from '../../core/fleet/seen/since.js';
import type {ReportRow, ReportTotal} from '../../core/report/account-report.js';
import {meanReturn} from '../../core/report/outage-sums.js';
import {unicodeSymbols} from '../../core/screen/symbols.js';
import {describePrecisely} from '../../core/text/duration.js';

/** What is told of an instance, or of all together. */
export type Figures = Pick<ReportRow, 'share' | 'outages' | 'flapped'> | ReportTotal;

/** A column of a report for people. */
export type Figure = {
	readonly title: string;
	/** What it tells, as a sentence without a full stop. */
	readonly about: string;
	readonly text: (figures: Figures) => string;
};

const {nothing, about: approximately, atLeast} = unicodeSymbols;

/** TABLE of the figures of a report for people; the name stands before them. */
export const figures: readonly Figure[] = [
	{
		title: 'Connected', about: 'share connected of the time watched, rounded down', text: ({share}) => describeShare(share, unicodeSymbols),
	},
	{
		title: 'Watched', about: 'share of the time in which somebody watched it', text: ({share}) => describeCoverage(share),
	},
	{
		title: 'Outages', about: 'times in which it was not connected; ← one had begun before, → one goes on', text: ({outages}) => outages === undefined
			? nothing
			: `${outages.begunBefore > 0 ? '←' : ''}${outages.count}${outages.open > 0 ? '→' : ''}`,
	},
	{
		title: 'Longest', about: 'the longest of them', text: ({outages}) => describeLasted(outages?.longest),
	},
	{
		title: 'Down', about: 'all of them together', text: ({outages}) => describeLasted(outages === undefined || outages.count === 0 ? undefined : outages.total),
	},
	{
		title: 'To return', about: 'mean time until it was connected again', text: ({outages}) => describeLasted(outages && meanReturn(outages)),
	},
	{
		title: 'Flapped', about: 'times in which it changed four times or more within ten minutes', text: ({flapped}) => flapped === undefined ? nothing : String(flapped),
	},
];

/** What the marks of the figures mean, each with its sign. */
export const marks: ReadonlyArray<readonly [sign: string, meaning: string]> = [
	[approximately, 'a part was not watched'],
	[atLeast, 'its beginning or its end was not seen, or lies outside'],
	[nothing, 'too little was seen to tell, or there is none'],
];

/** The share of a window that was watched, rounded down: 100% is all of it. */
function describeCoverage({seen, window}: Share): string {
	return window <= 0 ? nothing : (seen >= window ? '100%' : `${(Math.min(999, Math.floor(1000 * seen / window)) / 10).toFixed(1)}%`);
}

function describeLasted(lasted: Lasted | undefined): string {
	if (lasted === undefined) {
		return nothing;
	}

	const {milliseconds, bound} = lasted;
	return `${bound === 'exact' ? '' : (bound === 'at-least' ? atLeast : approximately)}${describePrecisely(milliseconds)}`;
}
