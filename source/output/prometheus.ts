import {actionsForPeople} from '../core/instance/action.js';
import {stateKinds, type StateKind} from '../core/instance/instance.js';
import {roundedRatio} from '../core/fleet/past/share.js';
import {shareNames, windowText} from '../core/fleet/past/shares.js';
import type {Row} from '../core/fleet/row.js';
import {takeInSlices, type Slices} from '../core/polling/slices.js';
import {sortInSlices} from '../core/polling/sort-in-slices.js';
import {sanitize} from '../core/text/sanitize.js';
import {identityOf, rawName} from '../core/instance/raw-text.js';
import type {ListedSource, Listing} from './listing.js';

type Sample = {
	readonly labels: Readonly<Record<string, string>>;
	readonly value: number;
};

/** A metric of the type gauge. One without samples is left out of the output. */
type Gauge = {
	readonly name: string;
	readonly help: string;
	readonly samples: readonly Sample[];
};

/**
Writes the listing in Prometheus' text exposition format, for a textfile collector.
Every series has the label `account`, so that the files of several accounts can be in one folder. The name of an instance is in `name`:
the label `instance` is Prometheus' own. For a terminal the names are sanitised, since the format does not escape control characters.

@yields Nothing.
*/
export function * writePrometheus(listing: Listing, {isTerminal}: {readonly isTerminal: boolean}): Slices<string> {
	const byAccount = Map.groupBy(listing.rows, ({tracked}) => tracked.instance.account);
	const all: Gauge[] = [];
	for (const source of listing.sources) {
		const account = isTerminal ? source.name : source.account;
		const gauges = yield * describeGauges(source, byAccount.get(source.account) ?? [], isTerminal);
		for (const [index, {samples, ...gauge}] of gauges.entries()) {
			const labelled = samples.map(({labels, value}) => ({labels: {account, ...labels}, value}));
			all[index] = {...gauge, samples: [...all[index]?.samples ?? [], ...labelled]};
		}
	}

	const lines: string[] = [];
	for (const {name, help, samples} of all) {
		if (samples.length > 0) {
			lines.push(`# HELP ${name} ${help}\n`, `# TYPE ${name} gauge\n`);
		}

		yield * takeInSlices(samples, samplesPerSlice, ({labels, value}) => {
			lines.push(`${name}${writeLabels(labels)} ${value}\n`);
		});
	}

	return lines.join('');
}

/** Numbers of samples and of rows in a slice. */
const samplesPerSlice = 200;
const rowsPerSlice = 100;

/**
The gauges of an account. One that gave no answer has the gauge that says so, and none that tells of instances.

@yields Nothing.
*/
function * describeGauges(
	{at, budget, rejected, trouble}: ListedSource,
	rows: readonly Row[],
	isTerminal: boolean,
): Slices<readonly Gauge[]> {
	const isAnswered = at !== undefined;
	const states: Sample[] = [];
	const sinces: Sample[] = [];
	const ratios: Sample[] = [];
	yield * takeInSlices(yield * nameRows(rows, isTerminal), rowsPerSlice, ([name, row]) => {
		states.push(...sampleStates(name, row));
		sinces.push(...sampleSince(name, row));
		ratios.push(...sampleRatios(name, row));
	});
	return [
		{
			name: 'ryzetop_instance_state',
			help: 'Whether the instance is in the state: 1 for the one it is in, 0 for all others.',
			samples: states,
		},
		{
			name: 'ryzetop_instance_state_since_timestamp_seconds',
			help: 'When the state began, in seconds since the epoch, where that was seen.',
			samples: sinces,
		},
		{
			name: 'ryzetop_instance_connected_ratio',
			help: 'For how much of the time watched in the window the instance was connected, from 0 to 1, where enough was seen.',
			samples: ratios,
		},
		{
			name: 'ryzetop_instances',
			help: 'How many instances are in the state.',
			samples: isAnswered ? stateKinds.map(state => ({labels: {state}, value: countRows(rows, state)})) : [],
		},
		singleGauge(
			'ryzetop_instances_needing_action',
			'How many instances need a person: to look, pair or reconnect.',
			isAnswered ? rows.filter(({action}) => actionsForPeople.includes(action)).length : undefined,
		),
		singleGauge('ryzetop_instances_unreadable', 'How many items of the answer could not be read.', isAnswered ? rejected : undefined),
		singleGauge(
			'ryzetop_last_good_poll_timestamp_seconds',
			'When the data of this answer are from, in seconds since the epoch.',
			isAnswered ? at / 1000 : undefined,
		),
		singleGauge('ryzetop_account_up', 'Whether the account gave a good answer.', Number(isAnswered && trouble === undefined)),
		singleGauge(
			'ryzetop_api_calls_left',
			'How many calls the API\'s rate limit has left in its window, for everyone who uses the token.',
			budget?.remaining,
		),
		singleGauge('ryzetop_api_calls_limit', 'How many calls the API allows in a window.', budget?.limit),
	];
}

/** A gauge without labels of its own; without samples if there is no value. */
function singleGauge(name: string, help: string, value: number | undefined): Gauge {
	return {name, help, samples: value === undefined ? [] : [{labels: {}, value}]};
}

function sampleStates(name: string, {tracked}: Row): readonly Sample[] {
	return stateKinds.map(state => ({labels: {name, state}, value: Number(tracked.instance.state.kind === state)}));
}

function sampleSince(name: string, {since}: Row): readonly Sample[] {
	return since.bound === 'exact' ? [{labels: {name}, value: since.at / 1000}] : [];
}

function sampleRatios(name: string, {shares}: Row): readonly Sample[] {
	return shareNames.flatMap(share => {
		const value = shares && roundedRatio(shares[share]);
		return value === undefined ? [] : [{labels: {name, window: windowText(share)}, value}];
	});
}

function countRows(rows: readonly Row[], state: StateKind): number {
	return rows.filter(({tracked}) => tracked.instance.state.kind === state).length;
}

/**
The rows with a name of their own. Prometheus rejects a file in which a series occurs twice. Instances of one name, or whose names are
masked to the same text, are told apart by a number: `sales`, `sales (2)`. They are numbered by their ids, so that a series stays that of
its instance when the order of the list changes.

@yields Nothing.
*/
function * nameRows(rows: readonly Row[], isTerminal: boolean): Slices<ReadonlyArray<readonly [name: string, row: Row]>> {
	const groups = new Map<string, Row[]>();
	yield * takeInSlices(rows, rowsPerSlice, row => {
		const wellFormed = rawName(row.tracked.instance).toWellFormed();
		const name = isTerminal ? sanitize(wellFormed) : wellFormed;
		const group = groups.get(name);
		if (group === undefined) {
			groups.set(name, [row]);
		} else {
			group.push(row);
		}
	});
	const used = new Set(groups.keys());
	const numbers = new Map<Row, string>();
	for (const [name, group] of groups) {
		let number = 1;
		yield;
		const [, ...others] = yield * sortInSlices(group, byIdentity);
		yield * takeInSlices(others, rowsPerSlice, row => {
			do {
				number += 1;
			} while (used.has(`${name} (${number})`));

			used.add(`${name} (${number})`);
			numbers.set(row, `${name} (${number})`);
		});
	}

	return [...groups].flatMap(([name, group]) => group.map(row => [numbers.get(row) ?? name, row] as const));
}

function byIdentity(one: Row, other: Row): number {
	const [{id, name}, {id: otherId, name: otherName}] = [identityOf(one.tracked.instance), identityOf(other.tracked.instance)];
	return id === otherId ? compareTexts(name, otherName) : compareTexts(id, otherId);
}

function compareTexts(one: string, other: string): number {
	return one === other ? 0 : (one < other ? -1 : 1);
}

function writeLabels(labels: Sample['labels']): string {
	return `{${Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`).join(',')}}`;
}

/** Escapes backslash, double quote and newline, the only three characters that the format escapes in a label's value. */
function escapeLabel(value: string): string {
	return value.replaceAll('\\', '\\\\').replaceAll('"', String.raw`\"`).replaceAll('\n', String.raw`\n`);
}
