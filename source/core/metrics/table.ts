import type {Metric} from './metric.js';

/**
TABLE of the metrics, in the order in which they are written. The text of `/metrics` and of `ryzetop list --output prometheus`, the help in
it, the documents, the alert rules and the dashboard take their names from here.

The name of an instance is in the label `name`: the label `instance` is Prometheus' own. A name that ends in `_seconds`, `_bytes`, `_ratio`
or `_total` has that unit; times are timestamps, so that a scrape is the same however late it comes.
*/
export const metrics = {
	ryzetop_instance_state: {
		of: 'instance', type: 'gauge', labels: ['state'],
		help: 'Whether the instance is in the state: 1 for the one it is in, 0 for all others.',
	},
	ryzetop_instance_state_since_timestamp_seconds: {
		of: 'instance', type: 'gauge', labels: [],
		help: 'When the state began, in seconds since the epoch, where that was seen.',
	},
	ryzetop_instance_transitions_total: {
		of: 'instance', type: 'counter', labels: [], isServed: true,
		help: 'How many changes of the state were seen.',
	},
	ryzetop_instance_action: {
		of: 'instance', type: 'gauge', labels: ['action'],
		help: 'What is to be done about the instance (ok, wait, reconnect, pair or look): 1 for its action; the others have no series.',
	},
	ryzetop_instance_mark: {
		of: 'instance', type: 'gauge', labels: ['mark'],
		help: 'How the instance is marked (stuck, flapping or odd): 1 for each of its marks; the others have no series.',
	},
	ryzetop_instance_integration_enabled: {
		of: 'instance', type: 'gauge', labels: ['integration'],
		help: 'Which integrations of the instance are on: 1 for each that is, in trouble or not; the others have no series.',
	},
	ryzetop_instance_integration_trouble: {
		of: 'instance', type: 'gauge', labels: ['integration'],
		help: 'Which integrations of the instance are in trouble: 1 for each that is; the others have no series.',
	},
	ryzetop_instance_connected_ratio: {
		of: 'instance', type: 'gauge', labels: ['window'],
		help: 'For how much of the time watched in the window the instance was connected, from 0 to 1, where enough was seen.',
	},
	ryzetop_instance_info: {
		of: 'instance', type: 'gauge', labels: ['id', 'number', 'profile'],
		help: 'The id of the instance, and with --metrics-personal its telephone number and profile name; always 1.',
	},
	ryzetop_instances: {
		of: 'account', type: 'gauge', labels: ['state'], help: 'How many instances are in the state.',
	},
	ryzetop_instances_needing_action: {
		of: 'account', type: 'gauge', labels: [], help: 'How many instances need a person: to look, pair or reconnect.',
	},
	ryzetop_instances_by_action: {
		of: 'account', type: 'gauge', labels: ['action'], help: 'How many instances have the action.',
	},
	ryzetop_instances_by_mark: {
		of: 'account', type: 'gauge', labels: ['mark'], help: 'How many instances have the mark.',
	},
	ryzetop_instances_by_integration_trouble: {
		of: 'account', type: 'gauge', labels: ['integration'], help: 'How many instances have trouble with the integration.',
	},
	ryzetop_instances_unreadable: {
		of: 'account', type: 'gauge', labels: [], help: 'How many items of the answer could not be read.',
	},
	ryzetop_instances_fallen: {
		of: 'account', type: 'gauge', labels: [], isServed: true,
		help: 'How many instances fell together, while that goes on; else 0.',
	},
	ryzetop_account_up: {
		of: 'account', type: 'gauge', labels: [], help: 'Whether the last poll of the account brought its list.',
	},
	ryzetop_account_trouble: {
		of: 'account', type: 'gauge', labels: ['trouble'],
		help: 'Why there is no list now (unauthorized, no-token, rate-limited, unreachable and so on): 1 for the trouble; the others have no series.',
	},
	ryzetop_last_good_poll_timestamp_seconds: {
		of: 'account', type: 'gauge', labels: [], help: 'When the data of the last good answer are from, in seconds since the epoch.',
	},
	ryzetop_server_up: {
		of: 'account', type: 'gauge', labels: [],
		help: 'Whether the server reports at /health that it is well; no series where it is not asked (health = true) or gave no report.',
	},
	ryzetop_server_start_time_seconds: {
		of: 'account', type: 'gauge', labels: [], help: 'When the server started, by the uptime that it last reported, in seconds since the epoch.',
	},
	ryzetop_server_restarts_total: {
		of: 'account', type: 'counter', labels: [], isServed: true, help: 'How many restarts of the server were seen.',
	},
	ryzetop_api_calls_left: {
		of: 'account', type: 'gauge', labels: [],
		help: 'How many calls the API\'s rate limit has left in its window, for everyone who uses the token.',
	},
	ryzetop_api_calls_limit: {
		of: 'account', type: 'gauge', labels: [], help: 'How many calls the API allows in a window.',
	},
	ryzetop_polls_total: {
		of: 'account', type: 'counter', labels: ['outcome'], isServed: true, help: 'How many polls ended with the outcome: ok, not-found or a trouble.',
	},
	ryzetop_poll_duration_seconds: {
		of: 'account', type: 'histogram', labels: [], isServed: true, help: 'How long polls took, whatever their outcome.',
	},
	ryzetop_memory_bytes: {
		of: 'program', type: 'gauge', labels: [], isServed: true, help: 'The size of the memory on the disk; no series where there is none.',
	},
	ryzetop_build_info: {
		of: 'program', type: 'gauge', labels: ['version', 'node'], isServed: true, help: 'The versions of ryzetop and of Node; always 1.',
	},
	process_start_time_seconds: {
		of: 'program', type: 'gauge', labels: [], isServed: true, help: 'When the program started, in seconds since the epoch.',
	},
	process_cpu_seconds_total: {
		of: 'program', type: 'counter', labels: [], isServed: true, help: 'The processor time of the program, up to the last poll.',
	},
	process_resident_memory_bytes: {
		of: 'program', type: 'gauge', labels: [], isServed: true, help: 'The resident memory of the program at the last poll.',
	},
} as const satisfies Readonly<Record<string, Metric>>;

export type MetricName = keyof typeof metrics;

/** The metrics of one kind, in the order of the table. */
export type MetricOf<Kind extends Metric['of']> = {[Name in MetricName]: (typeof metrics)[Name]['of'] extends Kind ? Name : never}[MetricName];

export const metricNames: readonly MetricName[] = Object.keys(metrics).filter(name => isMetricName(name));

/** All labels of a metric, in the order in which they are written. */
export function labelsOf(name: MetricName): readonly string[] {
	const {of, labels}: Metric = metrics[name];
	switch (of) {
		case 'instance': {
			return ['account', 'name', ...labels];
		}

		case 'account': {
			return ['account', ...labels];
		}

		case 'program': {
			return labels;
		}
	}
}

/** Makes the table of the metrics for the documents, in Markdown. */
export function metricTable(): string {
	const rows = metricNames.map(name => {
		const {type, help, isServed = false}: Metric = metrics[name];
		const labels = labelsOf(name).map(label => `\`${label}\``).join(' ');
		return `| \`${name}\` | ${type} | ${labels} | ${help}${isServed ? '' : ' (also in `list`)'} |`;
	});
	return ['| metric | type | labels | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function isMetricName(name: string): name is MetricName {
	return Object.hasOwn(metrics, name);
}

export function isOfInstance(name: MetricName): name is MetricOf<'instance'> {
	return metrics[name].of === 'instance';
}
