import {alertRules, keepFiringFor, type AlertRule} from '../../../source/serve/rules.js';

/** Scrapes and evaluations, in seconds. */
const every = 15;

/** The trouble of a case begins at the fifth minute and ends at the twenty-fifth, in seconds. */
const [begins, ends, lasts] = [5 * 60, 25 * 60, 35 * 60];
const [before, during, after] = [begins, ends - begins, lasts - ends].map(seconds => seconds / every);

/** A value while all is well, one in trouble, and the first again. A series that is not there is marked stale, as it is after a scrape without it. */
const turns = (well: string, trouble: string) => [
	well === 'none' ? `_x${before}` : `${well}x${before}`,
	trouble === 'none' ? `stale _x${Number(during) - 1}` : `${trouble}x${Number(during) - 1}`,
	well === 'none' ? `stale _x${after}` : `${well}x${after}`,
].join(' ');

type Case = {
	readonly alert: string;
	/** Series from the beginning on; they are those of an account that is well where a case says nothing else. */
	readonly series: Readonly<Record<string, string>>;
	/** Labels of the alert that fires, beside the severity. */
	readonly labels: Readonly<Record<string, string>>;
};

const of = {account: 'prod', instance: '127.0.0.1:10977', job: 'ryzetop'};
const labelsOf = (labels: Readonly<Record<string, string>>) => `{${Object.entries({...of, ...labels}).map(([name, value]) => `${name}="${value}"`).join(',')}}`;
const sales = {...of, name: 'sales'};
const build = 'ryzetop_build_info{instance="127.0.0.1:10977",job="ryzetop",version="1"}';
const up = `ryzetop_account_up${labelsOf({})}`;
const fallen = `ryzetop_instances_fallen${labelsOf({})}`;
const polled = `ryzetop_last_good_poll_timestamp_seconds${labelsOf({})}`;
const trouble = (kind: string) => `ryzetop_account_trouble${labelsOf({trouble: kind})}`;
const action = (kind: string) => `ryzetop_instance_action${labelsOf({name: 'sales', action: kind})}`;

const well: Readonly<Record<string, string>> = {
	[build]: `1x${lasts / every}`,
	[up]: `1x${lasts / every}`,
	[fallen]: `0x${lasts / every}`,
	[polled]: `0+${every}x${lasts / every}`,
};

/** Each begins and ends with its trouble; that of an instance ends as well where the instance leaves the list: its series is not there then. */
const cases: readonly Case[] = [
	{alert: 'RyzetopApiUnreachable', series: {[up]: turns('1', '0')}, labels: of},
	{
		alert: 'RyzetopTokenRefused',
		series: {[up]: turns('1', '0'), [trouble('unauthorized')]: turns('none', '1')},
		labels: {...of, trouble: 'unauthorized'},
	},
	{
		alert: 'RyzetopTokenMissing',
		series: {[up]: turns('1', '0'), [trouble('no-token')]: turns('none', '1')},
		labels: {...of, trouble: 'no-token'},
	},
	{alert: 'RyzetopServerIll', series: {[`ryzetop_server_up${labelsOf({})}`]: turns('1', '0')}, labels: of},
	{alert: 'RyzetopMassDisconnect', series: {[fallen]: turns('0', '31')}, labels: of},
	{alert: 'RyzetopNeedsPairing', series: {[action('pair')]: turns('none', '1')}, labels: {...sales, action: 'pair'}},
	{alert: 'RyzetopDown', series: {[action('reconnect')]: turns('none', '1')}, labels: {...sales, action: 'reconnect'}},
	{
		alert: 'RyzetopFlapping',
		series: {[`ryzetop_instance_mark${labelsOf({name: 'sales', mark: 'flapping'})}`]: turns('none', '1')},
		labels: {...sales, mark: 'flapping'},
	},
	{
		alert: 'RyzetopIntegrationTrouble',
		series: {[`ryzetop_instance_integration_trouble${labelsOf({name: 'sales', integration: 'chatwoot'})}`]: turns('none', '1')},
		labels: {...sales, integration: 'chatwoot'},
	},
];

/** Alerts at a time: those that fire then, and that no other does. */
type Look = {readonly at: number; readonly firing: readonly Case[]};

/** Makes the tests of the rules for promtool. */
export function writeRuleTests(rulesFile: string): string {
	const tests = [
		...cases.map(each => testOf({...well, ...each.series}, looksAt(each))),
		...staleCases,
		...restartCases(),
		// A restart of the server is told for as long as it is counted in.
		testOf({...well, [`ryzetop_server_restarts_total${labelsOf({})}`]: `0x${before} 1x${(lasts - begins) / every}`}, [
			{at: begins - every, firing: []},
			{at: begins + (2 * every), firing: [serverRestarted]},
			{at: begins + (15 * 60) + secondsIn(keepFiringFor('RyzetopServerRestarted') ?? '0s') + (2 * every), firing: []},
		]),
		// An account that the config has no more, while its API could not be reached, fires nothing: it has no series any more.
		testOf({...well, ...gone([up, fallen, polled], {[up]: '0'})}, [
			{at: begins - every, firing: caseOf('RyzetopApiUnreachable')}, {at: begins + 180, firing: []}, {at: lasts, firing: []},
		]),
		// Those that fell with many others are not told one by one.
		testOf({...well, [fallen]: `31x${lasts / every}`, [action('reconnect')]: `1x${lasts / every}`}, [{at: lasts, firing: caseOf('RyzetopMassDisconnect')}]),
	];
	// A text of JSON is one of YAML.
	return JSON.stringify({rule_files: [rulesFile], evaluation_interval: `${every}s`, tests});
}

/** It fires when its time is over and not before, goes on for as long as it is kept, and is over then. */
function looksAt(each: Case): readonly Look[] {
	const {for: lasting} = ruleOf(each.alert);
	const fires = begins + secondsIn(lasting);
	const kept = secondsIn(keepFiringFor(each.alert) ?? '0s');
	return [
		{at: begins - every, firing: []},
		{at: fires - every, firing: []},
		{at: fires + every, firing: [each]},
		{at: ends - every, firing: [each]},
		{at: ends + kept + (2 * every), firing: []},
	];
}

const serverRestarted: Case = {alert: 'RyzetopServerRestarted', series: {}, labels: of};

const noLabels: Case = {alert: 'RyzetopWatcherStale', series: {}, labels: {}};
const unscraped: Case = {...noLabels, labels: {instance: of.instance, job: of.job, version: '1'}};
const oldData: Case = {...noLabels, labels: of};
const staleTime = secondsIn(ruleOf('RyzetopWatcherStale').for);

/** Nobody watches where nothing is scraped, was never scraped, or where the data are old although polls are said to succeed. */
const staleCases = [
	testOf({}, [{at: staleTime - every, firing: []}, {at: staleTime + every, firing: [noLabels]}]),
	testOf(gone(Object.keys(well)), [
		{at: begins + staleTime - every, firing: []}, {at: begins + staleTime + every, firing: [noLabels]},
	]),
	// A Prometheus that cannot tell that the target is gone has no mark that its series are stale.
	testOf({...well, [build]: `1x${begins / every}`}, [{at: begins + 150 + staleTime + (2 * every), firing: [unscraped]}]),
	testOf({...well, [polled]: `0x${lasts / every}`}, [
		{at: 300 + staleTime - every, firing: []}, {at: 300 + staleTime + (2 * every), firing: [oldData]},
	]),
	// While the API cannot be reached the data are old too: that is told by another alert.
	testOf({...well, [polled]: `0x${lasts / every}`, [up]: `0x${lasts / every}`}, [{at: lasts, firing: caseOf('RyzetopApiUnreachable')}]),
];

/** A restart of serve takes all series away for two scrapes: what fires goes on, and what does not begins nothing. */
function restartCases() {
	const restarted = ['stale', '_'].join(' ');
	const around = (value: string) => `${value}x${ends / every} ${restarted} ${value}x${(lasts - ends) / every}`;
	const through = {...Object.fromEntries(Object.keys(well).map(name => [name, around(name === fallen ? '0' : '1')])), [polled]: `0+${every}x${lasts / every}`};
	const looks = (firing: readonly Case[]) => [1, 2, 3, 4, 6, 10, 20].map(scrapes => ({at: ends + (scrapes * every), firing}));
	return [
		testOf(through, looks([])),
		testOf({...through, [fallen]: around('31')}, looks(caseOf('RyzetopMassDisconnect'))),
		testOf({...through, [action('pair')]: around('1')}, looks(caseOf('RyzetopNeedsPairing'))),
	];
}

/** Series that are there until the trouble begins, and then no more. */
function gone(names: readonly string[], values: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
	return Object.fromEntries(names.map(name => [name, name === polled
		? `0+${every}x${(begins / every) - 1} stale _x${(lasts - begins) / every}`
		: `${values[name] ?? (name === fallen ? '0' : '1')}x${(begins / every) - 1} stale _x${(lasts - begins) / every}`]));
}

function testOf(series: Readonly<Record<string, string>>, looks: readonly Look[]) {
	return {
		interval: `${every}s`,
		input_series: Object.entries(series).map(([name, values]) => ({series: name, values: values.replaceAll(/(?<=^| )(?<value>\d+)x/gv, '$<value>+0x')})),
		alert_rule_test: looks.flatMap(({at, firing}) => alertRules.map(rule => ({
			alertname: rule.alert,
			eval_time: `${at}s`,
			exp_alerts: firing.filter(({alert}) => alert === rule.alert).map(({labels}) => ({
				exp_labels: {...labels, severity: rule.severity},
				exp_annotations: {summary: fill(rule.summary, labels), description: fill(rule.description, labels)},
			})),
		}))),
	};
}

function caseOf(alert: string): readonly Case[] {
	return cases.filter(each => each.alert === alert);
}

function ruleOf(alert: string): AlertRule {
	const rule = alertRules.find(each => each.alert === alert);
	if (rule === undefined) {
		throw new Error(`There is no alert ${alert}.`);
	}

	return rule;
}

function secondsIn(text: string): number {
	return Number(text.slice(0, -1)) * (text.endsWith('m') ? 60 : 1);
}

function fill(template: string, labels: Readonly<Record<string, string>>): string {
	return template.replaceAll('{{ $value }}', '31').replaceAll(/\{\{ \$labels\.(?<name>\w+) \}\}/gv, (_, name: string) => labels[name] ?? '');
}
