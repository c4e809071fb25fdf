import type {MetricName} from '../core/metrics/table.js';

/** An alert of Prometheus. `for` is how long it has to hold before it fires. */
export type AlertRule = {
	readonly alert: string;
	readonly expr: string;
	readonly for: string;
	readonly severity: 'critical' | 'warning';
	readonly summary: string;
	readonly description: string;
};

/** Age of the data in seconds from which they are old although the polls are said to succeed. */
const oldAfter = 300;

/** Seconds without a scrape, of which there is one a minute by default. */
const unscrapedAfter = 150;

/** Names a metric in an expression: the compiler refuses one that is not in the table. */
const of = (name: MetricName, labels = '') => labels === '' ? name : `${name}{${labels}}`;

/** Alerts of single instances that fell with many others are held back, as the fall of all is one alert. */
const unlessMass = `unless on (account) ${of('ryzetop_instances_fallen')} > 0`;

const theInstance = '{{ $labels.name }} of {{ $labels.account }}';

/** TABLE of the alert rules. */
export const alertRules: readonly AlertRule[] = [
	{
		alert: 'RyzetopWatcherStale',
		expr: [
			`absent(${of('ryzetop_build_info')})`,
			// Prometheus may take a series for present for five minutes after its last sample.
			`time() - timestamp(${of('ryzetop_build_info')}) > ${unscrapedAfter}`,
			`(time() - ${of('ryzetop_last_good_poll_timestamp_seconds')} > ${oldAfter} and ${of('ryzetop_account_up')} == 1)`,
		].join(' or '),
		for: '2m',
		severity: 'critical',
		summary: 'Nobody watches the WhatsApp instances',
		description: 'Prometheus gets nothing from ryzetop serve, or its data are old. Look at the process, and at the scrape of it.',
	},
	{
		alert: 'RyzetopApiUnreachable',
		expr: `${of('ryzetop_account_up')} == 0 unless on (account) ${of('ryzetop_account_trouble', 'trouble=~"unauthorized|no-token"')} == 1`,
		for: '2m',
		severity: 'critical',
		summary: 'RyzeAPI gives no list for {{ $labels.account }}',
		description: 'What is told of its instances is as old as the last good poll. Look at the deployment and the network to it.',
	},
	{
		alert: 'RyzetopTokenRefused',
		expr: `${of('ryzetop_account_trouble', 'trouble="unauthorized"')} == 1`,
		for: '1m',
		severity: 'critical',
		summary: 'RyzeAPI refuses the token of {{ $labels.account }}',
		description: 'Put a valid token where ryzetop serve reads it: it reads a token file again by itself, anything else at SIGHUP.',
	},
	{
		alert: 'RyzetopTokenMissing',
		expr: `${of('ryzetop_account_trouble', 'trouble="no-token"')} == 1`,
		for: '1m',
		severity: 'critical',
		summary: 'There is no token for {{ $labels.account }}',
		description: 'Nothing is sent for it. Give its profile a token_file or a token_command that gives one: ryzetop serve tries both again by itself, '
			+ 'and reads the config file anew at SIGHUP.',
	},
	{
		alert: 'RyzetopServerIll',
		expr: `${of('ryzetop_server_up')} == 0`,
		for: '2m',
		severity: 'critical',
		summary: 'The server of {{ $labels.account }} reports that it is not well',
		description: 'Its /health says so, and ryzetop which of its checks fail. It is asked where the config says health = true.',
	},
	{
		alert: 'RyzetopServerRestarted',
		expr: `increase(${of('ryzetop_server_restarts_total')}[15m]) > 0`,
		for: '0m',
		severity: 'warning',
		summary: 'The server of {{ $labels.account }} restarted',
		description: 'Its uptime began anew. What fell at that time fell with it; ryzetop tells between which looks that was.',
	},
	{
		alert: 'RyzetopMassDisconnect',
		expr: `${of('ryzetop_instances_fallen')} > 0`,
		for: '30s',
		severity: 'critical',
		summary: '{{ $value }} instances of {{ $labels.account }} fell together',
		description: 'What they share is at fault, not they: the server, its network, a proxy. ryzetop tells what they have in common.',
	},
	{
		alert: 'RyzetopNeedsPairing',
		expr: `${of('ryzetop_instance_action', 'action="pair"')} == 1`,
		for: '5m',
		severity: 'warning',
		summary: `${theInstance} has to be paired`,
		description: 'A person with the phone has to scan the code: it was logged out, or was never paired.',
	},
	{
		alert: 'RyzetopDown',
		expr: `${of('ryzetop_instance_action', 'action=~"reconnect|look"')} == 1 ${unlessMass}`,
		for: '5m',
		severity: 'warning',
		summary: `${theInstance} is down`,
		description: 'Its session is saved, and it can be reconnected; or it is in a state to look at.',
	},
	{
		alert: 'RyzetopFlapping',
		expr: `${of('ryzetop_instance_mark', 'mark="flapping"')} == 1`,
		for: '5m',
		severity: 'warning',
		summary: `${theInstance} flaps`,
		description: 'It changes its state again and again: look at its proxy, and whether another client uses its session.',
	},
	{
		alert: 'RyzetopIntegrationTrouble',
		expr: `${of('ryzetop_instance_integration_trouble')} == 1`,
		for: '10m',
		severity: 'warning',
		summary: `${theInstance}: trouble with {{ $labels.integration }}`,
		description: 'Messages may not get to where they are read. ryzetop tells what is wrong with it.',
	},
];

/**
For so long an alert goes on without its trouble: a restart of `serve` takes every series away for a scrape or two, which is no reason to
tell people that all is well, and then the same again. Prometheus has had this since 2.42.
*/
const keptFor = '2m';

/** That nobody watches is over with the first scrape. */
const endsAtOnce: ReadonlySet<string> = new Set(['RyzetopWatcherStale']);

/** How long an alert goes on without its trouble, where it does. */
export function keepFiringFor(alert: string): string | undefined {
	return endsAtOnce.has(alert) ? undefined : keptFor;
}

/** Makes the alert rules as a file for Prometheus. A text of JSON is one of YAML. */
export function writeRules(): string {
	const rules = alertRules.flatMap(({alert, expr, for: lasting, severity, summary, description}) => [
		`      - alert: ${alert}`,
		`        expr: ${JSON.stringify(expr)}`,
		`        for: ${lasting}`,
		...keepFiringFor(alert) === undefined ? [] : [`        keep_firing_for: ${keptFor}`],
		'        labels:',
		`          severity: ${severity}`,
		'        annotations:',
		`          summary: ${JSON.stringify(summary)}`,
		`          description: ${JSON.stringify(description)}`,
	]);
	return ['# Alert rules for ryzetop serve: rule_files in prometheus.yml names this file.', 'groups:', '  - name: ryzetop', '    rules:', ...rules, ''].join('\n');
}
