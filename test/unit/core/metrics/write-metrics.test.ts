import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import parsePrometheus from 'parse-prometheus-text-format';
import {newFleet, type Fleet} from '../../../../source/core/fleet/fleet.js';
import {accountId} from '../../../../source/core/instance/instance.js';
import {createFleetReader} from '../../../../source/core/metrics/fleet-facts.js';
import type {SeriesChoice} from '../../../../source/core/metrics/metric.js';
import {
	labelsOf,
	metricNames,
	metrics,
	metricTable,
} from '../../../../source/core/metrics/table.js';
import {writeMetrics} from '../../../../source/core/metrics/write-metrics.js';
import type {Outcome} from '../../../../source/core/polling/outcome.js';
import {foldServer} from '../../../../source/core/fleet/server-events.js';
import type {ServerReport} from '../../../../source/core/polling/server.js';
import {runAtOnce} from '../../../../source/core/polling/slices.js';
import {sanitize} from '../../../../source/core/text/sanitize.js';
import {hostileTexts} from '../../../../source/simulator/instances/hostile-texts.js';
import {
	account,
	noon,
	snapshotOf,
	type WireItem,
} from '../../../helpers/fleet.js';
import {createIdentify} from '../../../../source/core/metrics/name-rows.js';
import {foldOne, listed} from '../../../helpers/fold-snapshot.js';

const begin = () => newFleet([{account, host: sanitize('api.example')}]);
const foldItems = (items: readonly WireItem[], from: Fleet = begin()) => foldOne(from, listed(snapshotOf(items)));

type Options = {readonly series?: SeriesChoice; readonly isPersonal?: boolean};

const piecesOf = (fleet: Fleet, {series = 'all', isPersonal = false}: Options = {}, accounts = [account]) => {
	const pieces: string[] = [];
	runAtOnce(writeMetrics(runAtOnce(createFleetReader()(fleet, accounts)), {
		series, isPersonal, encode: text => text, identify: createIdentify(), take(piece) {
			pieces.push(piece);
		},
	}));
	return pieces;
};

const tell = (...about: Parameters<typeof piecesOf>) => piecesOf(...about).join('');

/** The samples of a metric, without its name. */
const samplesOf = (text: string, name: string) => text.split('\n').filter(line => line.startsWith(`${name}{`)).map(line => line.slice(name.length));

const refused: Outcome = {
	kind: 'unauthorized', status: 401, tokenChanged: false, budget: undefined, message: undefined,
};

test('an instance is told by its action, its marks and its integrations, each only where it has it', () => {
	const text = tell(foldItems([{
		name: 'a', state: 'loggedout', chatwoot: {enabled: true, status: 'error'}, webhook: {enabled: false},
	}]));
	assert.deepEqual(samplesOf(text, 'ryzetop_instance_action'), ['{account="test",name="a",action="pair"} 1']);
	assert.deepEqual(samplesOf(text, 'ryzetop_instance_mark'), ['{account="test",name="a",mark="odd"} 1']);
	assert.deepEqual(samplesOf(text, 'ryzetop_instance_integration_trouble'), ['{account="test",name="a",integration="chatwoot"} 1']);
	assert.ok(samplesOf(text, 'ryzetop_instance_integration_enabled').includes('{account="test",name="a",integration="chatwoot"} 1'));
	assert.ok(samplesOf(text, 'ryzetop_instance_integration_enabled').every(sample => !sample.includes('webhook')));
	assert.ok(samplesOf(text, 'ryzetop_instances_by_integration_trouble').includes('{account="test",integration="chatwoot"} 1'));
});

test('telephone numbers and profile names are told only where that is asked for', () => {
	const fleet = foldItems([{name: 'a', numberJid: '5511999990004@s.whatsapp.net', profile: {name: 'Padaria'}}]);
	const text = tell(fleet);
	assert.ok(!text.includes('5511999990004') && !text.includes('Padaria'));
	assert.match(tell(fleet, {isPersonal: true}), /^ryzetop_instance_info\{account="test",name="a",id="id-a",number="5511999990004@s\.whatsapp\.net",profile="Padaria"\} 1$/mv);
});

test('a fleet that cannot be asked is told as it was, with the trouble and the time of the data', () => {
	const before = foldItems([{name: 'a', state: 'disconnected'}]);
	const hour = 60 * 60 * 1000;
	const text = tell(foldOne(before, refused, {at: noon + hour}));
	assert.deepEqual(samplesOf(text, 'ryzetop_account_up'), ['{account="test"} 0']);
	assert.deepEqual(samplesOf(text, 'ryzetop_account_trouble'), ['{account="test",trouble="unauthorized"} 1']);
	assert.deepEqual(samplesOf(text, 'ryzetop_last_good_poll_timestamp_seconds'), [`{account="test"} ${noon / 1000}`]);
	assert.deepEqual(samplesOf(text, 'ryzetop_instances'), samplesOf(tell(before), 'ryzetop_instances'));
	assert.deepEqual(samplesOf(text, 'ryzetop_instance_action'), samplesOf(tell(before), 'ryzetop_instance_action'));
});

test('before the first answer nothing is told of instances, not even zero', () => {
	assert.ok(!tell(begin()).includes('ryzetop_instances{'));
	assert.deepEqual(samplesOf(tell(begin()), 'ryzetop_account_up'), []);
	const failed = tell(foldOne(begin(), refused));
	assert.deepEqual([samplesOf(failed, 'ryzetop_account_up'), samplesOf(failed, 'ryzetop_instances')], [['{account="test"} 0'], []]);
});

test('a large fleet can have series of the instances in trouble alone, or of none, with the same counts', () => {
	const fleet = foldItems([{name: 'a'}, {name: 'b', state: 'disconnected'}]);
	const namesIn = (text: string) => new Set(samplesOf(text, 'ryzetop_instance_state').map(sample => /name="(?<name>\w)"/v.exec(sample)?.groups?.name));
	const [all, trouble, none] = (['all', 'trouble', 'none'] as const).map(series => tell(fleet, {series}));
	assert.deepEqual([namesIn(all ?? ''), namesIn(trouble ?? ''), namesIn(none ?? '')], [new Set(['a', 'b']), new Set(['b']), new Set()]);
	for (const text of [trouble, none]) {
		assert.deepEqual(samplesOf(text ?? '', 'ryzetop_instances'), samplesOf(all ?? '', 'ryzetop_instances'));
	}
});

test('hostile names are well-formed labels, each a series of its own', () => {
	const text = tell(foldItems([...hostileTexts, '\u{D800}', 'a"}\n# TYPE x gauge\nx{y="'].map((name, index) => ({name, id: `id-${index}`}))));
	assert.ok(text.isWellFormed());
	const series = text.split('\n').filter(line => line !== '' && !line.startsWith('#')).map(line => line.slice(0, line.lastIndexOf(' ')));
	assert.equal(new Set(series).size, series.length);
	assert.deepEqual(parsePrometheus(text).filter(({name}) => !Object.hasOwn(metrics, name)), []);
});

test('two accounts keep their instances apart, and the samples of a metric stand together', () => {
	const lab = accountId('lab');
	const both = newFleet([{account, host: sanitize('one.example')}, {account: lab, host: sanitize('two.example')}]);
	const fleet = foldOne(foldItems([{name: 'a'}], both), listed(snapshotOf([{name: 'a', state: 'disconnected'}], noon, lab)), {of: lab});
	const text = tell(fleet, {}, [account, lab]);
	assert.deepEqual(samplesOf(text, 'ryzetop_instances').filter(sample => sample.includes('"connected"')), ['{account="test",state="connected"} 1', '{account="lab",state="connected"} 0']);
	const heads = text.split('\n').filter(line => line.startsWith('# TYPE'));
	assert.equal(new Set(heads).size, heads.length);
});

test('the text of a large fleet comes in pieces of whole lines, none of them large', () => {
	const pieces = piecesOf(foldItems(Array.from({length: 500}, (_, index) => ({name: `instance-${index}`, id: `id-${index}`}))));
	assert.ok(pieces.length > 10);
	assert.ok(pieces.every(piece => piece.endsWith('\n') && piece.length < 40_000));
});

test('names follow the conventions of Prometheus', () => {
	for (const name of metricNames) {
		const {type, help} = metrics[name];
		assert.match(name, /^(?:ryzetop|process)(?:_[a-z]+)+$/v);
		assert.equal(name.endsWith('_total'), type === 'counter', name);
		assert.match(help, /^[A-Z].*[^.]\.$/v);
		assert.ok(!labelsOf(name).includes('instance') && !labelsOf(name).includes('job'), name);
	}
});

test('the documents have the table of metrics that is in the code', () => {
	const document = readFileSync(new URL('../../../../docs/serve.md', import.meta.url), 'utf8');
	const [, table] = /<!-- metrics: [^\n]*-->\n\n(?<table>.*?)\n\n<!-- \/metrics -->/sv.exec(document) ?? [];
	assert.equal(table, metricTable());
});

test('a server has series where it was asked: what is not known of it has none', () => {
	const fleet = foldItems([{name: 'a'}]);
	const look = (from: Fleet, at: number, report: ServerReport) => foldServer(from, account, {at: noon + at, elapsed: at, report});
	const serverSeries = (told: Fleet) => tell(told).split('\n').filter(line => line.startsWith('ryzetop_server_'));
	assert.deepEqual(serverSeries(fleet), []);
	const up = look(fleet, 0, {kind: 'ok', uptime: 3_600_000, failing: []});
	assert.deepEqual(serverSeries(up), [
		'ryzetop_server_up{account="test"} 1',
		`ryzetop_server_start_time_seconds{account="test"} ${(noon / 1000) - 3600}`,
		'ryzetop_server_restarts_total{account="test"} 0',
	]);
	const restarted = look(up, 30_000, {kind: 'degraded', uptime: 10_000, failing: []});
	assert.deepEqual(serverSeries(restarted), [
		'ryzetop_server_up{account="test"} 0',
		`ryzetop_server_start_time_seconds{account="test"} ${(noon / 1000) + 20}`,
		'ryzetop_server_restarts_total{account="test"} 1',
	]);
	assert.deepEqual(serverSeries(look(fleet, 0, {kind: 'unknown', reason: 'no-answer'})), ['ryzetop_server_restarts_total{account="test"} 0']);
});
