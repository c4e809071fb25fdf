import {holeLimit, type Run} from '../../core/fleet/seen/coverage.js';
import type {AccountReport} from '../../core/report/account-report.js';
import {fallEnd, type FleetFall} from '../../core/report/fleet-fall.js';
import {describePrecisely} from '../../core/text/duration.js';
import {localStamp, utcStamp, type Stamp} from './local-stamp.js';
import type {Report, ReportWriteOptions} from './report.js';

/** The writer of times that an account's report is told in: only days of UTC are kept of what is long past. */
export function stampFor({isByDays}: Pick<AccountReport, 'isByDays'>, {localTime}: Pick<ReportWriteOptions, 'localTime'>): Stamp {
	return isByDays ? utcStamp : localStamp(localTime);
}

/** Describes the time that is reported of an account. */
export function describeWindow({window, isByDays}: AccountReport, {asked}: Pick<Report, 'asked'>, options: Pick<ReportWriteOptions, 'localTime'>): string {
	const stamp = stampFor({isByDays}, options);
	const {from, to} = window ?? asked;
	return `${stamp(from)} to ${stamp(to)}`;
}

/** Describes the falls of the whole fleet, each in a line. */
export function describeFalls({falls, isByDays}: AccountReport, options: Pick<ReportWriteOptions, 'localTime'>): readonly string[] {
	const stamp = stampFor({isByDays}, options);
	return falls.map(fall => `${stamp(fall.began)} to ${stamp(fallEnd(fall))}: ${describeFall(fall)}`);
}

/** Says how many fell, and for how long that lasted. */
export function describeFall(fall: FleetFall): string {
	const {fallen, listed, ended, began} = fall;
	const lasted = describePrecisely(fallEnd(fall) - began);
	return `${fallen} of ${listed} fell, ${ended === undefined ? `its end was not seen; ${lasted} count` : `over after ${lasted}`}`;
}

/** The title of the falls, which says whether their time counts. */
export function fallsTitle({isWithoutFalls}: Pick<AccountReport, 'isWithoutFalls'>): string {
	return isWithoutFalls ? 'Outages of the whole fleet, whose time is left out of shares and outages' : 'Outages of the whole fleet, whose time is counted';
}

/** Sentences about what is not known, in an order of importance; none where all is. */
export function describeGaps(
	account: AccountReport,
	{asked, madeAt, filter}: Pick<Report, 'asked' | 'madeAt' | 'filter'>,
	options: Pick<ReportWriteOptions, 'localTime'>,
): readonly string[] {
	const {window, recorded, unwatched, isByDays, rows} = account;
	const stamp = stampFor(account, options);
	if (window === undefined) {
		return [recorded === undefined
			? 'Nobody has watched it yet.'
			: `Nobody watched in this time: what is remembered is from ${stamp(recorded.from)} to ${stamp(recorded.to)}.`];
	}

	return [
		...isByDays
			? ['Changes are kept for 90 days. Before that only days are, by UTC, not by local time: so all days here are those of UTC, outages are not counted, and the time of falls of the whole fleet is not left out.']
			: [],
		...recorded !== undefined && window.to < asked.to && Math.min(asked.to, madeAt) - recorded.to > holeLimit(0)
			? [`The last look was at ${stamp(recorded.to)}: what followed is not in the report.`]
			: [],
		...unwatched.length > 0 ? [describeUnwatched(unwatched, stamp)] : [],
		...isByDays && account.watched < window.to - window.from
			? [`Nobody watched for ${describePrecisely(window.to - window.from - account.watched)} of it.`]
			: [],
		...rows.length === 0 ? [filter === '' ? 'No instance was in the list.' : 'No instance matches the filter.'] : [],
	];
}

function describeUnwatched(unwatched: readonly Run[], stamp: Stamp): string {
	const total = unwatched.reduce((sum, {from, to}) => sum + (to - from), 0);
	const [longest = {from: 0, to: 0}] = unwatched.toSorted((one, other) => (other.to - other.from) - (one.to - one.from));
	const when = `from ${stamp(longest.from)} to ${stamp(longest.to)}`;
	return unwatched.length === 1
		? `Nobody watched ${when} (${describePrecisely(total)}).`
		: `Nobody watched for ${describePrecisely(total)} in ${unwatched.length} times, the longest ${when}.`;
}
