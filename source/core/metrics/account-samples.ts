import {integrations} from '../blocks/blocks.js';
import {requiresAction, type Row} from '../fleet/row.js';
import {actions} from '../instance/action.js';
import {stateKinds, type AccountId} from '../instance/instance.js';
import type {RateBudget} from '../polling/rate-budget.js';
import type {Server} from '../polling/server.js';
import {takeInSlices, type Slices} from '../polling/slices.js';
import {marksOf} from './instance-lines.js';
import {markNames} from './metric.js';
import {metrics, type MetricName, type MetricOf} from './table.js';

/** The metrics of an account that this writer makes; those of the polls themselves are counted by the program that polls. */
export type AccountMetric = Exclude<MetricOf<'account'>, 'ryzetop_polls_total' | 'ryzetop_poll_duration_seconds'>;

const countedByProgram: ReadonlySet<string> = new Set(['ryzetop_polls_total', 'ryzetop_poll_duration_seconds']);

export function isOfAccount(name: MetricName): name is AccountMetric {
	return metrics[name].of === 'account' && !countedByProgram.has(name);
}

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

const rowsPerCount = 500;

/** One sample of an account: its own label, if any, and the value. */
export type Sample = readonly [label: string, value: number | undefined];

/**
Counts the instances of an account, in one walk over them.

@yields Nothing.
*/
export function * sampleAccount({
	rows, at, rejected, budget, isUp, trouble, server, watched,
}: AccountFacts): Slices<Readonly<Record<AccountMetric, readonly Sample[]>>> {
	const counts = {
		states: zeros(stateKinds), actions: zeros(actions), marks: zeros(markNames), integrations: zeros(integrations),
	};
	let needing = 0;
	yield * takeInSlices(rows, rowsPerCount, row => {
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
	const answered = <Known>(known: readonly Known[]) => at === undefined ? [] : known;
	// The memory keeps no settings: before the first answer after a restart nothing is known of them.
	const isRemembered = rows.some(({tracked: {instance}}) => instance.isRemembered);
	return {
		ryzetop_instances: answered([...counts.states]),
		ryzetop_instances_needing_action: answered([['', needing]]),
		ryzetop_instances_by_action: answered([...counts.actions]),
		ryzetop_instances_by_mark: answered([...counts.marks]),
		ryzetop_instances_by_integration_trouble: isRemembered ? [] : answered([...counts.integrations]),
		ryzetop_instances_unreadable: isRemembered ? [] : answered([['', rejected]]),
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

function zeros(names: readonly string[]): Map<string, number> {
	return new Map(names.map(name => [name, 0]));
}

function addOne(counts: Map<string, number>, name: string): void {
	counts.set(name, (counts.get(name) ?? 0) + 1);
}
