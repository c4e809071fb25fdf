import {stateKinds, type StateKind} from '../core/instance/instance.js';
import {actionsForPeople} from '../core/instance/action.js';
import type {MetricName} from '../core/metrics/table.js';

/** A metric of the accounts that are chosen in the dashboard. */
const of = (name: MetricName | `${MetricName}_bucket`, labels = '') => `${name}{account=~"$account"${labels === '' ? '' : `,${labels}`}}`;

/** How a state is drawn: its words, and its colour in Grafana. */
const stateLooks: Readonly<Record<StateKind, readonly [words: string, color: string]>> = {
	connected: ['connected', 'green'],
	connecting: ['connecting', 'yellow'],
	disconnected: ['disconnected', 'red'],
	loggedout: ['logged out', 'purple'],
	other: ['another state', 'blue'],
};

const needingPeople = `action=~"${actionsForPeople.join('|')}"`;

type Target = {readonly expr: string; readonly legend?: string; readonly isTable?: true};

/** A panel: where it stands, by Grafana's 24 columns, and its queries. `more` is what its type takes beside them. */
type Panel = {
	readonly title: string;
	readonly type: 'stat' | 'state-timeline' | 'table' | 'timeseries';
	readonly place: readonly [x: number, y: number, width: number, height: number];
	readonly targets: readonly Target[];
	readonly unit?: string;
	readonly more?: Readonly<Record<string, unknown>>;
};

const panels: readonly Panel[] = [
	{
		title: 'Instances', type: 'stat', place: [0, 0, 12, 4],
		targets: [{expr: `sum by (state) (${of('ryzetop_instances')})`, legend: '{{state}}'}],
	},
	{
		title: 'Needing a person', type: 'stat', place: [12, 0, 4, 4],
		targets: [{expr: `sum(${of('ryzetop_instances_needing_action')})`}],
	},
	{
		title: 'Fell together', type: 'stat', place: [16, 0, 4, 4],
		targets: [{expr: `sum(${of('ryzetop_instances_fallen')})`}],
	},
	{
		title: 'Age of the data', type: 'stat', place: [20, 0, 4, 4], unit: 's',
		targets: [{expr: `max by (account) (time() - ${of('ryzetop_last_good_poll_timestamp_seconds')})`, legend: '{{account}}'}],
	},
	{
		title: 'States', type: 'state-timeline', place: [0, 4, 24, 12],
		// Each state has a number, and an instance that of the one it is in.
		targets: [{
			expr: `max by (account, name) (${stateKinds.map((state, index) => `${of('ryzetop_instance_state', `state="${state}"`)} * ${index + 1}`).join(' or ')})`,
			legend: '{{name}}',
		}],
		more: {options: {mergeValues: true, showValue: 'never', rowHeight: 0.9}},
	},
	{
		title: 'What needs a person', type: 'table', place: [0, 16, 14, 10], unit: 's',
		targets: [{expr: `${of('ryzetop_instance_action', needingPeople)} * on (account, name) group_left () (time() - ${of('ryzetop_instance_state_since_timestamp_seconds')}) or ${of('ryzetop_instance_action', needingPeople)} * 0`, isTable: true}],
		more: {
			transformations: [{
				id: 'organize', options: {
					excludeByName: {
						Time: true, __name__: true, instance: true, job: true,
					}, renameByName: {Value: 'for'},
				},
			}],
		},
	},
	{
		title: 'Trouble with integrations', type: 'table', place: [14, 16, 10, 10],
		targets: [{expr: `${of('ryzetop_instance_integration_trouble')} == 1`, isTable: true}],
		more: {
			transformations: [{
				id: 'organize', options: {
					excludeByName: {
						Time: true, Value: true, __name__: true, instance: true, job: true,
					},
				},
			}],
		},
	},
	{
		title: 'Changes of state', type: 'timeseries', place: [0, 26, 8, 8],
		targets: [{expr: `sum by (account) (increase(${of('ryzetop_instance_transitions_total')}[$__rate_interval]))`, legend: '{{account}}'}],
	},
	{
		title: 'Calls left', type: 'timeseries', place: [8, 26, 8, 8],
		targets: [
			{expr: of('ryzetop_api_calls_left'), legend: '{{account}}: left'},
			{expr: of('ryzetop_api_calls_limit'), legend: '{{account}}: limit'},
		],
	},
	{
		title: 'Polls by outcome', type: 'timeseries', place: [16, 26, 8, 8], unit: 'cps',
		targets: [{expr: `sum by (account, outcome) (rate(${of('ryzetop_polls_total')}[$__rate_interval]))`, legend: '{{account}}: {{outcome}}'}],
	},
	{
		title: 'Length of polls', type: 'timeseries', place: [0, 34, 8, 8], unit: 's',
		targets: [{
			expr: `histogram_quantile(0.95, sum by (account, le) (rate(${of('ryzetop_poll_duration_seconds_bucket')}[$__rate_interval])))`,
			legend: '{{account}}: 95 %',
		}],
	},
	{
		title: 'Connected in 24 hours', type: 'timeseries', place: [8, 34, 8, 8], unit: 'percentunit',
		targets: [{expr: `avg by (account) (${of('ryzetop_instance_connected_ratio', 'window="24h"')})`, legend: '{{account}}'}],
	},
	{
		title: 'Memory of ryzetop', type: 'timeseries', place: [16, 34, 8, 8], unit: 'bytes',
		targets: [{expr: 'ryzetop_memory_bytes' satisfies MetricName, legend: 'on the disk'}],
	},
	{
		title: 'Server up for', type: 'stat', place: [0, 42, 12, 4], unit: 's',
		targets: [{expr: `max by (account) (time() - ${of('ryzetop_server_start_time_seconds')})`, legend: '{{account}}'}],
	},
	{
		title: 'Server well, by its own word', type: 'timeseries', place: [12, 42, 12, 4],
		targets: [{expr: of('ryzetop_server_up'), legend: '{{account}}'}],
	},
];

/** The data source that is chosen in the dashboard, by the name of its variable. */
// eslint-disable-next-line no-template-curly-in-string -- It is Grafana's template.
const datasource = {type: 'prometheus', uid: '${datasource}'} as const;

const stateMappings = [{
	type: 'value',
	options: Object.fromEntries(stateKinds.map((state, index) => {
		const [text, color] = stateLooks[state];
		return [String(index + 1), {text, color, index}];
	})),
}];

/** Makes a dashboard as a file for Grafana, which asks for the data source and the accounts. */
export function writeDashboard(): string {
	return `${JSON.stringify({
		title: 'ryzetop',
		uid: 'ryzetop',
		tags: ['ryzetop', 'whatsapp'],
		schemaVersion: 39,
		refresh: '30s',
		time: {from: 'now-6h', to: 'now'},
		templating: {
			list: [
				{
					name: 'datasource', label: 'Data source', type: 'datasource', query: 'prometheus',
				},
				{
					name: 'account', label: 'Account', type: 'query', datasource, query: `label_values(${'ryzetop_account_up' satisfies MetricName}, account)`,
					includeAll: true, multi: true, allValue: '.*', current: {text: 'All', value: '$__all'}, refresh: 2,
				},
			],
		},
		panels: panels.map((panel, index) => drawPanel(panel, index + 1)),
	}, undefined, '\t')}\n`;
}

function drawPanel({
	title, type, place, targets, unit, more,
}: Panel, id: number) {
	const [x, y, w, h] = place;
	return {
		id,
		title,
		type,
		gridPos: {
			x, y, w, h,
		},
		datasource,
		fieldConfig: {
			defaults: {...unit !== undefined && {unit}, ...type === 'state-timeline' && {mappings: stateMappings}},
			overrides: [],
		},
		targets: targets.map(({expr, legend, isTable}, index) => ({
			refId: index === 0 ? 'A' : 'B',
			datasource,
			expr,
			...legend !== undefined && {legendFormat: legend},
			...isTable && {format: 'table', instant: true},
		})),
		...more,
	};
}
