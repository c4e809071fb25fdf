import {actions, actionsForPeople, type Action} from '../core/instance/action.js';
import {stateKinds} from '../core/instance/instance.js';
import type {Row} from '../core/fleet/row.js';
import {healthFirst, sortRows} from '../core/columns/sort.js';
import {stateWord} from '../core/instance/state-word.js';
import {sanitize} from '../core/text/sanitize.js';
import {cellWidth, fit} from '../core/text/measure.js';
import {describeThreshold, isAlert, type Threshold} from '../core/fleet/threshold.js';
import type {Listing} from './listing.js';

/** The convention's statuses, and the exit code of each. */
const statuses = {
	OK: 0, WARNING: 1, CRITICAL: 2, UNKNOWN: 3,
} as const;

type Status = keyof typeof statuses;
type StatusCode = (typeof statuses)[Status];

/** What a plugin answers: one line with performance data, lines with more, and its exit code. */
export type CheckResult = {
	readonly text: string;
	readonly code: StatusCode;
};

export type CheckOptions = {
	readonly warning: Threshold;
	/** Nothing is critical if there is none. */
	readonly critical: Threshold | undefined;
	/** Names that were asked for and do not exist. */
	readonly missing: readonly string[];
};

/** So many of the worst are named below the first line. */
const mostNamed = 10;

/** The smallest room that a monitoring system gives a plugin's output is 4096 bytes (the classic remote agents), its end included. */
const mostBytes = 4000;

/** A pager shows the first line up to about here. */
const widestLine = 120;

const widestName = 40;
const widestState = 24;

const words: Readonly<Record<Action, string>> = {
	ok: 'fine', wait: 'to wait for', reconnect: 'to reconnect', pair: 'to pair', look: 'to look at',
};

/** Judges a listing by the convention of the monitoring plugins: the status is that of the number that need action. What could not be read, or is not there, makes an OK UNKNOWN. */
export function checkListing(listing: Listing, options: CheckOptions): CheckResult {
	const {rows} = listing;
	const needy = sortRows(rows.filter(({action}) => actionsForPeople.includes(action)), healthFirst);
	const gaps = describeGaps(listing, options);
	const status = findStatus(needy.length, rows.length, gaps.length > 0, options);
	const head = writeLine(status, `${needy.length} of ${rows.length} ${needy.length === 1 ? 'needs' : 'need'} action${describeActions(needy)}${gaps.map(gap => `; ${gap}`).join('')}`);
	return {text: addWorst(`${head} | ${describePerformance(listing, needy.length, options)}`, needy), code: statuses[status]};
}

/** The answer where nothing is known of the fleet, in one line. */
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

function describeActions(needy: readonly Row[]): string {
	const parts = actions.toReversed()
		.map(action => [needy.filter(row => row.action === action).length, words[action]] as const)
		.filter(([count]) => count > 0)
		.map(([count, word]) => `${count} ${word}`);
	return parts.length === 0 ? '' : `: ${parts.join(', ')}`;
}

function describeGaps({rejected}: Listing, {missing}: CheckOptions): readonly string[] {
	return [
		...rejected === 0 ? [] : [`${rejected} could not be read`],
		...missing.length === 0 ? [] : [`there is no ${missing.map(name => shorten(name, widestName)).join(', ')}`],
	];
}

/** `label=value;warning;critical;least;most`, a number for each state; no unit, since they are counts. */
function describePerformance({rows, budget}: Listing, count: number, {warning, critical}: CheckOptions): string {
	const total = rows.length;
	const data = [
		`needing_action=${count};${describeThreshold(warning, total)};${critical === undefined ? '' : describeThreshold(critical, total)};0;${total}`,
		...stateKinds.map(kind => `${kind}=${rows.filter(({tracked}) => tracked.instance.state.kind === kind).length};;;0;${total}`),
		...budget?.remaining === undefined ? [] : [`calls_left=${budget.remaining};;;0${budget.limit === undefined ? '' : `;${budget.limit}`}`],
	];
	return data.join(' ');
}

/** Adds the worst, as many as there is room for, and how many more there are. */
function addWorst(head: string, needy: readonly Row[]): string {
	const named = needy.slice(0, mostNamed).map(({tracked: {instance}, action}) => plain(`${shorten(instance.name, widestName)}: ${shorten(stateWord(instance.state), widestState)}, ${action}`));
	for (let count = named.length; ; count--) {
		const rest = needy.length - count;
		const text = [head, ...named.slice(0, count), ...rest === 0 ? [] : [`and ${rest} more`]].map(line => `${line}\n`).join('');
		if (count === 0 || new TextEncoder().encode(text).length <= mostBytes) {
			return text;
		}
	}
}

function writeLine(status: Status, what: string): string {
	return shorten(plain(`RYZETOP ${status}: ${what}`), widestLine);
}

/** The bar parts the text from the performance data. */
function plain(text: string): string {
	return sanitize(text).replaceAll('|', '/');
}

function shorten(text: string, width: number): string {
	return cellWidth(text) > width ? fit(text, width).trimEnd() : text;
}
