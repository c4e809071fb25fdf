import {actionsForPeople} from '../core/instance/action.js';
import {stateKinds} from '../core/instance/instance.js';
import type {Row} from '../core/fleet/row.js';
import {sanitize} from '../core/text/sanitize.js';
import type {Listing} from './listing.js';
import {rawName} from './raw-text.js';

type Sample = {
	readonly labels: Readonly<Record<string, string>>;
	readonly value: number;
};

/** A metric that goes up and down; one that nothing is known of has no samples and is left out. */
type Gauge = {
	readonly name: string;
	readonly help: string;
	readonly samples: readonly Sample[];
};

/** The listing in Prometheus' text exposition format, for a textfile collector. On a terminal the names take their safe form: the format escapes no control character. */
export function writePrometheus(listing: Listing, {isTerminal}: {readonly isTerminal: boolean}): string {
	return describeGauges(listing, isTerminal).filter(({samples}) => samples.length > 0).flatMap(({name, help, samples}) => [
		`# HELP ${name} ${help}`,
		`# TYPE ${name} gauge`,
		...samples.map(({labels, value}) => `${name}${writeLabels(labels)} ${value}`),
	]).map(line => `${line}\n`).join('');
}

function describeGauges({rows, at, budget, rejected}: Listing, isTerminal: boolean): readonly Gauge[] {
	return [
		{
			name: 'ryzetop_instance_state',
			help: 'Whether the instance is in the state: 1 for the one it is in, 0 for all others.',
			samples: nameRows(rows, isTerminal).flatMap(([name, {tracked}]) => stateKinds.map(state => ({labels: {name, state}, value: Number(tracked.instance.state.kind === state)}))),
		},
		{
			name: 'ryzetop_instances',
			help: 'How many instances are in the state.',
			samples: stateKinds.map(state => ({labels: {state}, value: rows.filter(({tracked}) => tracked.instance.state.kind === state).length})),
		},
		one('ryzetop_instances_needing_action', 'How many instances need a person: to look, pair or reconnect.', rows.filter(({action}) => actionsForPeople.includes(action)).length),
		one('ryzetop_instances_unreadable', 'How many items of the answer could not be read.', rejected),
		one('ryzetop_last_good_poll_timestamp_seconds', 'When the API gave this answer, in seconds since the epoch.', at / 1000),
		one('ryzetop_api_calls_left', 'How many calls the API\'s rate limit has left in its window, for everyone who uses the token.', budget?.remaining),
		one('ryzetop_api_calls_limit', 'How many calls the API allows in a window.', budget?.limit),
	];
}

function one(name: string, help: string, value: number | undefined): Gauge {
	return {name, help, samples: value === undefined ? [] : [{labels: {}, value}]};
}

/** The rows by name. Prometheus refuses a file in which a series comes twice, so that of instances with the same name the first counts. */
function nameRows(rows: readonly Row[], isTerminal: boolean): ReadonlyArray<readonly [name: string, row: Row]> {
	const named = new Map<string, Row>();
	for (const row of rows) {
		const name = rawName(row.tracked.instance).toWellFormed();
		const shown = isTerminal ? sanitize(name) : name;
		named.set(shown, named.get(shown) ?? row);
	}

	return [...named];
}

function writeLabels(labels: Sample['labels']): string {
	const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
	return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

/** The format escapes these three in a label's value, and nothing else. */
function escapeLabel(value: string): string {
	return value.replaceAll('\\', '\\\\').replaceAll('"', String.raw`\"`).replaceAll('\n', String.raw`\n`);
}
