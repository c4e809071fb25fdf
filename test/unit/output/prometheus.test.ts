import assert from 'node:assert/strict';
import test from 'node:test';
import parsePrometheus, {type Family} from 'parse-prometheus-text-format';
import {runAtOnce} from '../../../source/core/polling/slices.js';
import {accountId} from '../../../source/core/instance/instance.js';
import {mask} from '../../../source/core/text/secret.js';
import {writePrometheus} from '../../../source/output/prometheus.js';
import {hostileTexts} from '../../../source/simulator/instances/hostile-texts.js';
import {listingOf, withSource} from './listing.js';

const read = (text: string) => new Map(parsePrometheus(text).map((family): readonly [string, Family] => [family.name, family]));
const inPipe = {isTerminal: false};

const valueOf = (families: ReadonlyMap<string, Family>, name: string, labels: Readonly<Record<string, string>> = {}) =>
	families.get(name)?.metrics.find(sample => Object.entries(labels).every(([label, value]) => sample.labels?.[label] === value))?.value;

test('each instance has one state of five, and the counts are those of the states', () => {
	const families = read(runAtOnce(writePrometheus(listingOf([{name: 'a'}, {name: 'b', state: 'qr'}, {name: 'c', state: 'LOGGED_OUT'}]), inPipe)));
	assert.equal(families.get('ryzetop_instance_state')?.metrics.length, 15);
	for (const [name, state] of [['a', 'connected'], ['b', 'other'], ['c', 'loggedout']]) {
		const on = families.get('ryzetop_instance_state')?.metrics.filter(({labels, value}) => labels?.name === name && value === '1');
		assert.deepEqual(on?.map(({labels}) => labels?.state), [state]);
	}

	for (const [state, count] of [['connected', '1'], ['connecting', '0'], ['disconnected', '0'], ['loggedout', '1'], ['other', '1']] as const) {
		assert.equal(valueOf(families, 'ryzetop_instances', {state}), count);
	}

	assert.equal(valueOf(families, 'ryzetop_instances_needing_action'), '2');
	assert.equal(valueOf(families, 'ryzetop_last_good_poll_timestamp_seconds'), String(Date.UTC(2026, 4, 1, 12) / 1000));
	assert.equal(valueOf(families, 'ryzetop_api_calls_left'), '88');
	assert.deepEqual(families.values().filter(({type}) => type !== 'GAUGE').toArray(), []);
	assert.deepEqual(families.values().filter(({help}) => help === '').toArray(), []);
});

test('every name comes out of a label as it came', () => {
	const names = hostileTexts.filter(name => name.isWellFormed());
	const families = read(runAtOnce(writePrometheus(listingOf(names.map(name => ({name}))), inPipe)));
	const told = new Set(families.get('ryzetop_instance_state')?.metrics.map(({labels}) => labels?.name));
	assert.deepEqual(names.filter(name => !told.has(name)), []);
	assert.equal(told.size, names.length);
});

test('a label escapes the backslash, the quote and the line end, and nothing else', () => {
	assert.ok(runAtOnce(writePrometheus(listingOf([{name: 'a\\n"b"\nc\té'}]), inPipe)).includes(String.raw`{account="api.example",name="a\\n\"b\"\nc` + '\té",state="connected"} 1\n'));
});

test('no series comes twice, not even where names do', () => {
	const text = runAtOnce(writePrometheus(listingOf([{name: 'a', id: '1'}, {name: 'a', id: '2', state: 'disconnected'}, {name: '\u{D800}', id: '3'}, {name: '\u{DC00}', id: '4'}]), inPipe));
	const series = text.split('\n').filter(line => line !== '' && !line.startsWith('#')).map(line => line.slice(0, line.lastIndexOf(' ')));
	assert.equal(new Set(series).size, series.length);
	assert.ok(text.includes('{account="api.example",name="a",state="connected"} 1') && text.includes('{account="api.example",name="a (2)",state="disconnected"} 1'), 'no series is left out');
	assert.ok(text.includes('ryzetop_instances{account="api.example",state="connected"} 3'));
});

test('instances whose names are masked whole have a series each, which the order of the list does not change', () => {
	const token = 'account-token-of-the-tests';
	const items = [
		{name: token, id: '1', state: 'connected'},
		{name: token.toUpperCase(), id: '2', state: 'disconnected'},
		{name: `${token} (2)`, id: '3', state: 'logged_out'},
	];
	const seriesOf = (list: typeof items) => runAtOnce(writePrometheus(listingOf(list), inPipe)).split('\n').filter(line => line.startsWith('ryzetop_instance_state') && line.endsWith(' 1')).toSorted();
	const series = seriesOf(items);
	assert.deepEqual(series, [
		`ryzetop_instance_state{account="api.example",name="${mask} (2)",state="loggedout"} 1`,
		`ryzetop_instance_state{account="api.example",name="${mask} (3)",state="disconnected"} 1`,
		`ryzetop_instance_state{account="api.example",name="${mask}",state="connected"} 1`,
	]);
	assert.deepEqual(seriesOf(items.toReversed()), series);
});

test('what the API did not tell is left out, not zero', () => {
	const text = runAtOnce(writePrometheus(withSource(listingOf([{name: 'a'}]), {budget: undefined}), inPipe));
	assert.ok(!text.includes('ryzetop_api_calls'));
});

test('on a terminal the names take their safe form', () => {
	assert.ok(runAtOnce(writePrometheus(listingOf([{name: '\u{1B}[2J'}]), {isTerminal: true})).includes('{account="api.example",name="␛[2J"'));
});

test('every series has the account, so that the files of two accounts can be in one folder', () => {
	const seriesOf = (name: string) => runAtOnce(writePrometheus(listingOf([{name: 'a'}], '', {}, accountId(name)), inPipe)).split('\n').filter(line => line !== '' && !line.startsWith('#')).map(line => line.slice(0, line.lastIndexOf(' ')));
	const [one, other] = [seriesOf('prod'), seriesOf('api.example:8080')];
	assert.ok(one.length > 10 && one.every(series => series.includes('{account="prod"')));
	assert.equal(new Set([...one, ...other]).size, one.length + other.length);
	assert.ok(one.every(series => !series.includes('instance=')));
});
