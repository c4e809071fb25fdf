import {integrations} from '../blocks/blocks.js';
import {isWorthKnowing, requiresAction, type Row} from '../fleet/row.js';
import {actions} from '../instance/action.js';
import {stateKinds, type AccountId} from '../instance/instance.js';
import type {RateBudget} from '../polling/rate-budget.js';
import type {Server} from '../polling/server.js';
import {takeInSlices, type Slices} from '../polling/slices.js';
import {
	writeHead,
	writeLabels,
	writeSample,
	type Labels,
} from './exposition.js';
import {
	marksOf,
	writeInstance,
	type InstanceContext,
	type InstanceLines,
} from './instance-lines.js';
import {markNames, type SeriesChoice} from './metric.js';
import {nameRows, type NamedRow} from './name-rows.js';
import {
	instanceMetrics,
	metricNames,
	metrics,
	type MetricName,
	type MetricOf,
} from './table.js';

/** The metrics of an account that this writer makes; those of the polls themselves are counted by the program that polls. */
type AccountMetric = Exclude<MetricOf<'account'>, 'ryzetop_polls_total' | 'ryzetop_poll_duration_seconds'>;

/** One account, as the metrics tell it. */
export type AccountFacts = {
	readonly account: AccountId;
	/** The instances of its list that are to be told. */
	readonly rows: readonly Row[];
	/** Time that the data are from; `undefined` before the first answer, when nothing is told of instances. */
	readonly at: number | undefined;
	/** Number of items of the answer that could not be read. */
	readonly rejected: number;
	readonly budget: RateBudget | undefined;
	/** Whether the last poll was good; `undefined` before the first. */
	readonly isUp: boolean | undefined;
	/** Kind of the trouble that the polling is in. */
	readonly trouble: string | undefined;
	/** What its server reports of itself; `undefined` where it is not asked. */
	readonly server: Server | undefined;
	/** What only a program that goes on watching knows: how many of those that fell together are down. */
	readonly watched: {readonly fallen: number} | undefined;
};

export type MetricsOptions = Pick<InstanceContext, 'isPersonal' | 'encode'> & {
	readonly series: SeriesChoice;
	/** Gives the lines of an instance; `writeInstance`, or one that keeps them. */
	readonly write?: (row: Row, context: InstanceContext) => InstanceLines;
};

const rowsPerSlice = 50;
const piecesPerSlice = 500;

/**
Writes all accounts in the text exposition format, as pieces of text that follow each other. The samples of each metric stand together, as
the format asks, and a metric without samples is left out.

@yields Nothing.
*/
export function * writeMetrics(accounts: readonly AccountFacts[], options: MetricsOptions): Slices<readonly string[]> {
	const families = new Map<MetricName, string[]>(metricNames.map(name => [name, []]));
	for (const account of accounts) {
		const {rows, series} = {...account, ...options};
		yield * writeInstances(families, yield * nameRows(series === 'none' ? [] : rows, options.encode), {account, options});
		for (const [name, samples] of Object.entries(yield * sampleAccount(account))) {
			writeSamples(families, {name, samples, account: options.encode(account.account)});
		}
	}

	const pieces: string[] = [];
	for (const [name, texts] of families) {
		if (texts.length === 0) {
			continue;
		}

		pieces.push(writeHead(name));
		yield * takeInSlices(texts, piecesPerSlice, text => {
			pieces.push(text);
		});
	}

	return pieces;
}

function * writeInstances(
	families: ReadonlyMap<MetricName, string[]>,
	named: readonly NamedRow[],
	{account: {account, watched}, options}: {readonly account: AccountFacts; readonly options: MetricsOptions},
): Slices<void> {
	const {isPersonal, encode, series, write = writeInstance} = options;
	const places = instanceMetrics.map(name => families.get(name) ?? []);
	const owner = writeLabels([['account', encode(account)]]);
	yield * takeInSlices(named, rowsPerSlice, ([name, row]) => {
		if (series === 'trouble' && !isTroubled(row)) {
			return;
		}

		const labels = `${owner},${writeLabels([['name', name]])}`;
		for (const [index, lines] of write(row, {
			labels, isPersonal, encode, isServed: watched !== undefined,
		}).entries()) {
			if (lines !== '') {
				places[index]?.push(lines);
			}
		}
	});
}

/** Whether an instance has series where only those have some that a person should know of. */
function isTroubled(row: Row): boolean {
	return isWorthKnowing({...row, isAcknowledged: false}) || row.facts.integrations.includes('trouble');
}

/** One sample of an account: its own label, if any, and the value. */
type Sample = readonly [label: string, value: number | undefined];

/**
Counts the instances of an account, in one walk over them.

@yields Nothing.
*/
function * sampleAccount({
	rows, at, rejected, budget, isUp, trouble, server, watched,
}: AccountFacts): Slices<Readonly<Record<AccountMetric, readonly Sample[]>>> {
	const counts = {
		states: zeros(stateKinds), actions: zeros(actions), marks: zeros(markNames), integrations: zeros(integrations),
	};
	let needing = 0;
	yield * takeInSlices(rows, piecesPerSlice, row => {
		const {tracked, action, facts} = row;
		addOne(counts.states, tracked.instance.state.kind);
		addOne(counts.actions, action);
		needing += Number(requiresAction(row));
		for (const mark of marksOf(row)) {
			addOne(counts.marks, mark);
		}

		for (const [index, integration] of integrations.entries()) {
			if (facts.integrations[index] === 'trouble') {
				addOne(counts.integrations, integration);
			}
		}
	});
	const answered = <Told>(told: readonly Told[]) => at === undefined ? [] : told;
	return {
		ryzetop_instances: answered([...counts.states]),
		ryzetop_instances_needing_action: answered([['', needing]]),
		ryzetop_instances_by_action: answered([...counts.actions]),
		ryzetop_instances_by_mark: answered([...counts.marks]),
		ryzetop_instances_by_integration_trouble: answered([...counts.integrations]),
		ryzetop_instances_unreadable: answered([['', rejected]]),
		ryzetop_instances_fallen: [['', watched?.fallen]],
		ryzetop_account_up: [['', isUp === undefined ? undefined : Number(isUp)]],
		ryzetop_account_trouble: trouble === undefined ? [] : [[trouble, 1]],
		ryzetop_last_good_poll_timestamp_seconds: [['', at === undefined ? undefined : at / 1000]],
		ryzetop_server_up: [['', server && upOf(server)]],
		ryzetop_server_start_time_seconds: [['', server?.startedAt === undefined ? undefined : Math.round(server.startedAt / 1000)]],
		ryzetop_server_restarts_total: [['', watched && server?.restarts]],
		ryzetop_api_calls_left: [['', budget?.remaining]],
		ryzetop_api_calls_limit: [['', budget?.limit]],
	};
}

/** What is not known is no sample: an alert that the server is ill would be a false one. */
function upOf({report}: Server): number | undefined {
	switch (report.kind) {
		case 'ok': {
			return 1;
		}

		case 'degraded':
		case 'other': {
			return 0;
		}

		case 'unknown': {
			return undefined;
		}
	}
}

function writeSamples(
	families: ReadonlyMap<MetricName, string[]>,
	{name, samples, account}: {readonly name: string; readonly samples: readonly Sample[]; readonly account: string},
): void {
	const metric = metricNames.find(existing => existing === name);
	if (metric === undefined) {
		return;
	}

	const [label] = metrics[metric].labels;
	for (const [text, value] of samples) {
		if (value === undefined) {
			continue;
		}

		const labels: Labels = [['account', account], ...label === undefined ? [] : [[label, text] as const]];
		families.get(metric)?.push(writeSample(metric, labels, value));
	}
}

function zeros(names: readonly string[]): Map<string, number> {
	return new Map(names.map(name => [name, 0]));
}

function addOne(counts: Map<string, number>, name: string): void {
	counts.set(name, (counts.get(name) ?? 0) + 1);
}
