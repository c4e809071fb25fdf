import {isWorthKnowing, type Row} from '../fleet/row.js';
import {takeInSlices, type Slices} from '../polling/slices.js';
import {
	isOfAccount,
	sampleAccount,
	type AccountFacts,
	type AccountMetric,
	type Sample,
} from './account-samples.js';
import {
	writeHead,
	writeLabels,
	writeSample,
	type Labels,
} from './exposition.js';
import {writeInstance, type InstanceContext} from './instance-lines.js';
import type {SeriesChoice} from './metric.js';
import {nameRows} from './name-rows.js';
import {
	isOfInstance,
	metricNames,
	metrics,
	type MetricName,
} from './table.js';

export type MetricsOptions = Pick<InstanceContext, 'isPersonal' | 'encode' | 'identify'> & {
	readonly series: SeriesChoice;
	/** Takes the text, piece by piece. */
	readonly take: (piece: string) => void;
};

const rowsPerSlice = 50;

/** In UTF-16 code units. A piece is held until it is taken; fewer and longer ones cost less to take. */
const pieceLength = 32_768;

/** An account, and its instances that have series, with the labels that name each. */
type Told = {
	readonly account: AccountFacts;
	readonly instances: ReadonlyArray<readonly [labels: string, row: Row]>;
	readonly samples: Readonly<Record<AccountMetric, readonly Sample[]>>;
};

/**
Writes all accounts in the text exposition format, as pieces of text that follow each other. The samples of each metric stand together, as
the format asks, and a metric without samples is left out. No more of the text than a piece is held: a large fleet has ten megabytes.

@yields Nothing.
*/
export function * writeMetrics(accounts: readonly AccountFacts[], options: MetricsOptions): Slices<void> {
	const {encode, take} = options;
	const told: Told[] = [];
	for (const account of accounts) {
		told.push({account, instances: yield * nameInstances(account, options), samples: yield * sampleAccount(account)});
	}

	let piece = '';
	let isHeadWritten = false;
	const add = (name: MetricName, lines: string) => {
		if (lines === '') {
			return;
		}

		piece += isHeadWritten ? lines : writeHead(name) + lines;
		isHeadWritten = true;
		if (!(piece.length >= pieceLength)) {
			return;
		}

		take(piece);
		piece = '';
	};

	for (const name of metricNames) {
		isHeadWritten = false;
		for (const {account: {account, watched}, instances, samples} of told) {
			if (isOfInstance(name)) {
				yield * takeInSlices(instances, rowsPerSlice, ([labels, row]) => {
					add(name, writeInstance(name, row, {...options, labels, isServed: watched !== undefined}));
				});
			} else if (isOfAccount(name)) {
				add(name, writeSamples(name, samples[name], encode(account)));
			}
		}
	}

	if (piece !== '') {
		take(piece);
	}
}

/**
Names the instances that have series.

@yields Nothing.
*/
function * nameInstances(
	{account, rows}: AccountFacts,
	{encode, identify, series}: Pick<MetricsOptions, 'encode' | 'identify' | 'series'>,
): Slices<Told['instances']> {
	const named = yield * nameRows(series === 'none' ? [] : rows, {encode, identify});
	const owner = writeLabels([['account', encode(account)]]);
	const instances: Array<Told['instances'][number]> = [];
	yield * takeInSlices(named, rowsPerSlice, ([name, row]) => {
		if (series === 'all' || isTroubled(row)) {
			instances.push([`${owner},${writeLabels([['name', name]])}`, row]);
		}
	});
	return instances;
}

/** Whether an instance has series where only those have some that a person should know of. */
function isTroubled(row: Row): boolean {
	return isWorthKnowing({...row, isAcknowledged: false}) || row.facts.integrations.includes('trouble');
}

function writeSamples(name: AccountMetric, samples: readonly Sample[], account: string): string {
	const [label] = metrics[name].labels;
	return samples.map(([text, value]) => {
		const labels: Labels = [['account', account], ...label === undefined ? [] : [[label, text] as const]];
		return value === undefined ? '' : writeSample(name, labels, value);
	}).join('');
}
