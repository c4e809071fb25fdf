import {alertRules} from '../../../source/serve/rules.js';

type Case = {
	readonly alert: string;
	/** Series from the beginning on, one value a minute; they are those of an account that is well where a case says nothing else. */
	readonly series: Readonly<Record<string, string>>;
	/** Labels of the alert that fires at the tenth minute, beside the severity. */
	readonly labels: Readonly<Record<string, string>>;
};

const long = 'x20';
const of = {account: 'prod', instance: '127.0.0.1:10977', job: 'ryzetop'};
const labelsOf = (labels: Readonly<Record<string, string>>) => `{${Object.entries({...of, ...labels}).map(([name, value]) => `${name}="${value}"`).join(',')}}`;
const sales = {...of, name: 'sales'};

const well: Readonly<Record<string, string>> = {
	'ryzetop_build_info{instance="127.0.0.1:10977",job="ryzetop",version="1"}': `1${long}`,
	[`ryzetop_account_up${labelsOf({})}`]: `1${long}`,
	[`ryzetop_instances_fallen${labelsOf({})}`]: `0${long}`,
	[`ryzetop_last_good_poll_timestamp_seconds${labelsOf({})}`]: '0+60x20',
};

const cases: readonly Case[] = [
	{alert: 'RyzetopWatcherStale', series: {[`ryzetop_last_good_poll_timestamp_seconds${labelsOf({})}`]: `0${long}`}, labels: of},
	{alert: 'RyzetopApiUnreachable', series: {[`ryzetop_account_up${labelsOf({})}`]: `0${long}`}, labels: of},
	{
		alert: 'RyzetopTokenRefused',
		series: {[`ryzetop_account_up${labelsOf({})}`]: `0${long}`, [`ryzetop_account_trouble${labelsOf({trouble: 'unauthorized'})}`]: `1${long}`},
		labels: {...of, trouble: 'unauthorized'},
	},
	{alert: 'RyzetopServerIll', series: {[`ryzetop_server_up${labelsOf({})}`]: `0${long}`}, labels: of},
	{alert: 'RyzetopServerRestarted', series: {[`ryzetop_server_restarts_total${labelsOf({})}`]: '0x8 1+0x20'}, labels: of},
	{alert: 'RyzetopMassDisconnect', series: {[`ryzetop_instances_fallen${labelsOf({})}`]: `31${long}`}, labels: of},
	{alert: 'RyzetopNeedsPairing', series: {[`ryzetop_instance_action${labelsOf({name: 'sales', action: 'pair'})}`]: `1${long}`}, labels: {...sales, action: 'pair'}},
	{alert: 'RyzetopDown', series: {[`ryzetop_instance_action${labelsOf({name: 'sales', action: 'reconnect'})}`]: `1${long}`}, labels: {...sales, action: 'reconnect'}},
	{alert: 'RyzetopFlapping', series: {[`ryzetop_instance_mark${labelsOf({name: 'sales', mark: 'flapping'})}`]: `1${long}`}, labels: {...sales, mark: 'flapping'}},
	{
		alert: 'RyzetopIntegrationTrouble',
		series: {[`ryzetop_instance_integration_trouble${labelsOf({name: 'sales', integration: 'chatwoot'})}`]: `1${long}`},
		labels: {...sales, integration: 'chatwoot'},
	},
];

/** Makes the tests of the rules for promtool: of each alert, that it fires on its own trouble alone, and no other does. */
export function writeRuleTests(rulesFile: string): string {
	const tests = cases.map(({alert, series, labels}) => ({
		interval: '1m',
		input_series: Object.entries({...well, ...series}).map(([name, values]) => ({series: name, values: values.replace(/^(?<value>\d+)x/v, '$<value>+0x')})),
		alert_rule_test: alertRules.map(rule => ({
			alertname: rule.alert,
			eval_time: '15m',
			exp_alerts: rule.alert === alert
				? [{
					exp_labels: {...labels, severity: rule.severity},
					exp_annotations: {summary: fill(rule.summary, labels), description: fill(rule.description, labels)},
				}]
				: [],
		})),
	}));
	// Where nothing is scraped, all that is told is that nobody watches.
	const absent = {
		interval: '1m',
		input_series: [],
		alert_rule_test: alertRules.map(({alert, summary, description}) => ({
			alertname: alert,
			eval_time: '15m',
			exp_alerts: alert === 'RyzetopWatcherStale' ? [{exp_labels: {severity: 'critical'}, exp_annotations: {summary, description}}] : [],
		})),
	};
	// A text of JSON is one of YAML.
	return JSON.stringify({rule_files: [rulesFile], evaluation_interval: '1m', tests: [...tests, absent]});
}

function fill(template: string, labels: Readonly<Record<string, string>>): string {
	return template.replaceAll('{{ $value }}', '31').replaceAll(/\{\{ \$labels\.(?<name>\w+) \}\}/gv, (_, name: string) => labels[name] ?? '');
}
