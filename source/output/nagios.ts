import {integrations} from '../core/blocks/blocks.js';
import {actions, type Action} from '../core/instance/action.js';
import {stateKinds} from '../core/instance/instance.js';
import {isInTrouble, requiresAction, type Row} from '../core/fleet/row.js';
import {healthFirst, sortRows} from '../core/columns/sort.js';
import {stateWord} from '../core/instance/state-word.js';
import {sanitize} from '../core/text/sanitize.js';
import {cutMiddle} from '../core/text/cut-middle.js';
import {cellWidthUpTo, fit} from '../core/text/measure.js';
import {describeThreshold, isAlert} from '../core/fleet/threshold.js';
import {countedKinds, type CheckOptions, type CountedKind} from './check-options.js';
import type {ListedSource, Listing} from './listing.js';

/** The statuses of the monitoring plugins' convention, and the exit code of each. */
const statuses = {
	OK: 0, WARNING: 1, CRITICAL: 2, UNKNOWN: 3,
} as const;

type Status = keyof typeof statuses;
type StatusCode = (typeof statuses)[Status];

/** Output of a plugin: one line with performance data, further lines with details, and the exit code. */
export type CheckResult = {
	readonly text: string;
	readonly code: StatusCode;
};

/** At most so many instances are named below the first line. */
const mostNamed = 10;

/** In bytes. The smallest buffer for a plugin's output (of the classic remote agents) has 4096, terminator included. */
const mostBytes = 4000;

/** In cells. A pager shows about so much of the first line. */
const widestLine = 120;

/** In cells. What is told in full below a line that is cut leaves room for the instances. */
const widestWhole = 1000;

const widestName = 40;
const widestState = 24;

/** Whether a row is counted. */
const countings: Readonly<Record<CountedKind, (row: Row) => boolean>> = {action: requiresAction, trouble: isInTrouble, matches: () => true};

/** What one and several that are counted do. */
const verbs: Readonly<Record<CountedKind, readonly [one: string, several: string]>> = {
	action: ['needs action', 'need action'], trouble: ['is in trouble', 'are in trouble'], matches: ['matches', 'match'],
};

const countedLabels: Readonly<Record<CountedKind, string>> = {action: 'needing_action', trouble: 'in_trouble', matches: 'matching'};

/** The marks of the grid, which are counted as well. */
const marks: Readonly<Record<string, (row: Row) => boolean>> = {
	stuck: row => row.isStuck,
	flapping: row => row.isFlapping,
	odd: row => row.facts.odd.length > 0,
};

const actionLabels: Readonly<Record<Action, string>> = {
	ok: 'fine', wait: 'to wait for', reconnect: 'to reconnect', pair: 'to pair', look: 'to look at',
};

/**
Checks a listing by the convention of the monitoring plugins: the number of instances that are counted decides the status.
What one look cannot tell is UNKNOWN. An OK becomes UNKNOWN where an item of the answer could not be read, a named instance is missing or
there is nothing to count.
*/
export function checkListing(listing: Listing, options: CheckOptions): CheckResult {
	const {counted, missing, unanswered = []} = options;
	const tally = tallyRows(listing, counted);
	const {rows, total} = tally;
	const emptiness = describeEmptiness(listing, tally);
	const gaps = describeGaps(listing, options);
	const hasGaps = gaps.length > 0 || listing.doubts.some(({isMistake}) => isMistake);
	const isUnknowable = unanswered.length > 0 || listing.doubts.some(doubt => doubt.isUnknowable === true);
	const status = isUnknowable ? 'UNKNOWN' : findStatus(tally, {isEmpty: emptiness !== undefined, hasGaps}, options);
	const verb = verbs[counted][rows.length === 1 ? 0 : 1];
	const counts = `${rows.length} of ${total} ${verb}${counted === 'action' ? describeActions(rows) : ''}`;
	// Where a named instance is missing, that says why there is nothing.
	const empty = emptiness === undefined || missing.length > 0 ? [] : [emptiness];
	const {head, whole} = writeHead(status, [...unanswered, counts, ...empty, ...gaps, ...listing.doubts.map(({why}) => why)].join('; '));
	const first = [`${head} | ${describePerformance(listing, tally, options)}`, ...whole];
	return {text: addWorst(first, rows, listing.sources.length > 1), code: statuses[status]};
}

/** What is counted: its rows, the worst first, and the number of those among which they were looked for. */
type Tally = {readonly rows: readonly Row[]; readonly total: number};

/** Counts the rows. Those that match the filter are the whole, but where they are themselves what is counted, the whole is the list. */
function tallyRows({rows, total}: Listing, counted: CountedKind): Tally {
	return {rows: sortRows(rows.filter(row => countings[counted](row)), healthFirst), total: counted === 'matches' ? total : rows.length};
}

/** Output where the poll brought no list: a line with the status UNKNOWN, and the whole reason where that line has no room for it. */
export function checkUnknown(reason: string): CheckResult {
	const {head, whole} = writeHead('UNKNOWN', reason);
	return {text: [head, ...whole].map(line => `${line}\n`).join(''), code: statuses.UNKNOWN};
}

function findStatus(
	{rows, total}: Tally,
	{isEmpty, hasGaps}: {readonly isEmpty: boolean; readonly hasGaps: boolean},
	{warning, critical, whenEmpty}: CheckOptions,
): Status {
	if ((critical !== undefined && isAlert(critical, rows.length, total)) || (isEmpty && whenEmpty === 'critical')) {
		return 'CRITICAL';
	}

	if (isAlert(warning, rows.length, total)) {
		return 'WARNING';
	}

	return hasGaps || (isEmpty && whenEmpty === 'unknown') ? 'UNKNOWN' : 'OK';
}

/** Says that there is nothing to count; `undefined` where there is something. */
function describeEmptiness({total: listed}: Listing, {total}: Tally): string | undefined {
	if (total > 0) {
		return undefined;
	}

	return listed === 0 ? 'the list has no instances' : `none of the ${listed} in the list ${listed === 1 ? 'matches' : 'match'} the filter`;
}

function describeActions(needingAction: readonly Row[]): string {
	const parts = actions.toReversed()
		.map(action => [needingAction.filter(row => row.action === action).length, actionLabels[action]] as const)
		.filter(([count]) => count > 0)
		.map(([count, label]) => `${count} ${label}`);
	return parts.length === 0 ? '' : `: ${parts.join(', ')}`;
}

function describeGaps({rejected}: Listing, {missing}: CheckOptions): readonly string[] {
	return [
		...rejected === 0 ? [] : [`${rejected} could not be read`],
		...missing.length === 0 ? [] : [`there is no ${missing.map(name => shorten(name, widestName)).join(', ')}`],
	];
}

/** Performance data in the convention's form `label=value;warning;critical;minimum;maximum`. All values are counts and have no unit. */
function describePerformance(listing: Listing, tally: Tally, {counted, warning, critical}: CheckOptions): string {
	const {rows, sources} = listing;
	const ranges = `${describeThreshold(warning, tally.total)};${critical === undefined ? '' : describeThreshold(critical, tally.total)}`;
	const others = countedKinds.filter(kind => kind !== counted).map(kind => [kind, ';'] as const);
	const countedData = ([[counted, ranges], ...others] as const).map(([kind, alertsOutside]) => {
		const {rows: {length}, total} = tallyRows(listing, kind);
		return `${countedLabels[kind]}=${length};${alertsOutside};0;${total}`;
	});
	const data = [
		...countedData,
		...[
			...stateKinds.map(kind => [kind, countRows(rows, ({tracked}) => tracked.instance.state.kind === kind)] as const),
			...Object.entries(marks).map(([mark, hasMark]) => [mark, countRows(rows, hasMark)] as const),
			...integrations.map((name, index) => [
				`${name.toLowerCase()}_in_trouble`,
				countRows(rows, ({facts}) => facts.integrations[index] === 'trouble'),
			] as const),
		].map(([label, count]) => `${label}=${count};;;0;${rows.length}`),
		...sources.flatMap(source => describeCalls(source, sources.length > 1)),
	];
	return data.join(' ');
}

/** The calls that an account has left. A label in quotes may hold anything but a quote and the equals sign. */
function describeCalls({name, budget}: ListedSource, isOneOfSeveral: boolean): readonly string[] {
	const label = isOneOfSeveral ? `'${withoutBars(name).replaceAll(/['=]/gv, '_')} calls_left'` : 'calls_left';
	const limit = budget?.limit === undefined ? '' : `;${budget.limit}`;
	return budget?.remaining === undefined ? [] : [`${label}=${budget.remaining};;;0${limit}`];
}

function countRows(rows: readonly Row[], isCounted: (row: Row) => boolean): number {
	return rows.reduce((count, row) => count + Number(isCounted(row)), 0);
}

/** Adds a line for each of the worst instances, as many as fit into `mostBytes`, and a line with the number of the others. */
function addWorst(first: readonly string[], rows: readonly Row[], isOfSeveral: boolean): string {
	const named = rows.slice(0, mostNamed).map(row => describeRow(row, isOfSeveral));
	for (let count = named.length; ; count--) {
		const rest = rows.length - count;
		const lines = [...first, ...named.slice(0, count), ...rest === 0 ? [] : [`and ${rest} more`]];
		const text = lines.map(line => `${line}\n`).join('');
		if (count === 0 || new TextEncoder().encode(text).length <= mostBytes) {
			return text;
		}
	}
}

function describeRow(row: Row, isOneOfSeveral: boolean): string {
	const {tracked: {instance}, action, facts} = row;
	const state = shorten(stateWord(instance.state), widestState);
	// What is odd says more than that there is nothing to do.
	const what = requiresAction(row) || facts.odd.length === 0 ? action : facts.odd.map(({words}) => words).join(', ');
	const account = isOneOfSeveral ? `${shorten(sanitize(instance.account), widestName)}/` : '';
	return withoutBars(`${account}${cutMiddle(instance.name, widestName, '…')}: ${state}, ${what}`);
}

/** The first line, cut where a pager would cut it, and what is to be told on a line of its own then: all that it says. */
function writeHead(status: Status, summary: string): {readonly head: string; readonly whole: readonly string[]} {
	const line = withoutBars(`RYZETOP ${status}: ${summary}`);
	const head = shorten(line, widestLine);
	return {head, whole: head === line ? [] : [shorten(withoutBars(summary), widestWhole)]};
}

/** Makes a text safe and replaces `|`, which separates the text from the performance data. */
function withoutBars(text: string): string {
	return sanitize(text).replaceAll('|', '/');
}

function shorten(text: string, width: number): string {
	return cellWidthUpTo(text, width) > width ? fit(text, width).trimEnd() : text;
}
