import {actions, actionsForPeople, type Action} from '../core/instance/action.js';
import {stateKinds} from '../core/instance/instance.js';
import type {Row} from '../core/fleet/row.js';
import {healthFirst, sortRows} from '../core/columns/sort.js';
import {stateWord} from '../core/instance/state-word.js';
import {sanitize} from '../core/text/sanitize.js';
import {cellWidthUpTo, fit} from '../core/text/measure.js';
import {describeThreshold, isAlert, type Threshold} from '../core/fleet/threshold.js';
import type {Listing} from './listing.js';

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

export type CheckOptions = {
	readonly warning: Threshold;
	/** Without it the status is never CRITICAL. */
	readonly critical: Threshold | undefined;
	/** Names that the command line asks for and the answer does not have. */
	readonly missing: readonly string[];
};

/** At most so many instances are named below the first line. */
const mostNamed = 10;

/** In bytes. The smallest buffer for a plugin's output (of the classic remote agents) has 4096, terminator included. */
const mostBytes = 4000;

/** In cells. A pager shows about so much of the first line. */
const widestLine = 120;

const widestName = 40;
const widestState = 24;

const actionLabels: Readonly<Record<Action, string>> = {
	ok: 'fine', wait: 'to wait for', reconnect: 'to reconnect', pair: 'to pair', look: 'to look at',
};

/**
Checks a listing by the convention of the monitoring plugins: the number of instances that need action decides the status.
An OK becomes UNKNOWN where an item of the answer could not be read or a named instance is missing.
*/
export function checkListing(listing: Listing, options: CheckOptions): CheckResult {
	const {rows} = listing;
	const needingAction = sortRows(rows.filter(({action}) => actionsForPeople.includes(action)), healthFirst);
	const gaps = describeGaps(listing, options);
	const status = findStatus(needingAction.length, rows.length, gaps.length > 0, options);
	const verb = needingAction.length === 1 ? 'needs' : 'need';
	const counts = `${needingAction.length} of ${rows.length} ${verb} action${describeActions(needingAction)}`;
	const head = writeLine(status, [counts, ...gaps].join('; '));
	return {text: addWorst(`${head} | ${describePerformance(listing, needingAction.length, options)}`, needingAction), code: statuses[status]};
}

/** Output where the poll brought no list: one line with the status UNKNOWN. */
export function checkUnknown(reason: string): CheckResult {
	return {text: `${writeLine('UNKNOWN', reason)}\n`, code: statuses.UNKNOWN};
}

function findStatus(count: number, total: number, hasGaps: boolean, {warning, critical}: CheckOptions): Status {
	if (critical !== undefined && isAlert(critical, count, total)) {
		return 'CRITICAL';
	}

	if (isAlert(warning, count, total)) {
		return 'WARNING';
	}

	return hasGaps ? 'UNKNOWN' : 'OK';
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
function describePerformance({rows, budget}: Listing, count: number, {warning, critical}: CheckOptions): string {
	const total = rows.length;
	const criticalRange = critical === undefined ? '' : describeThreshold(critical, total);
	const limit = budget?.limit === undefined ? '' : `;${budget.limit}`;
	const data = [
		`needing_action=${count};${describeThreshold(warning, total)};${criticalRange};0;${total}`,
		...stateKinds.map(kind => `${kind}=${rows.filter(({tracked}) => tracked.instance.state.kind === kind).length};;;0;${total}`),
		...budget?.remaining === undefined ? [] : [`calls_left=${budget.remaining};;;0${limit}`],
	];
	return data.join(' ');
}

/** Adds a line for each of the worst instances, as many as fit into `mostBytes`, and a line with the number of the others. */
function addWorst(head: string, needingAction: readonly Row[]): string {
	const named = needingAction.slice(0, mostNamed).map(row => describeRow(row));
	for (let count = named.length; ; count--) {
		const rest = needingAction.length - count;
		const lines = [head, ...named.slice(0, count), ...rest === 0 ? [] : [`and ${rest} more`]];
		const text = lines.map(line => `${line}\n`).join('');
		if (count === 0 || new TextEncoder().encode(text).length <= mostBytes) {
			return text;
		}
	}
}

function describeRow({tracked: {instance}, action}: Row): string {
	const state = shorten(stateWord(instance.state), widestState);
	return withoutBars(`${shorten(instance.name, widestName)}: ${state}, ${action}`);
}

function writeLine(status: Status, summary: string): string {
	return shorten(withoutBars(`RYZETOP ${status}: ${summary}`), widestLine);
}

/** Makes a text safe and replaces `|`, which separates the text from the performance data. */
function withoutBars(text: string): string {
	return sanitize(text).replaceAll('|', '/');
}

function shorten(text: string, width: number): string {
	return cellWidthUpTo(text, width) > width ? fit(text, width).trimEnd() : text;
}
