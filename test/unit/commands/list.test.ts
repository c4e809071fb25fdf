import assert from 'node:assert/strict';
import test from 'node:test';
import {parse} from 'csv-parse/sync';
import parsePrometheus from 'parse-prometheus-text-format';
import {columnNames} from '../../../source/core/columns/choose.js';
import {formatNames} from '../../../source/output/formats.js';
import {hostileTexts} from '../../../source/simulator/instances/hostile-texts.js';
import {runInside, type InsideOptions} from '../../helpers/run-inside.js';
import {simulate} from '../../helpers/servers/simulate.js';

type Listed = {readonly name: string; readonly token: string; readonly connection: {readonly state: string}};

const list = async (argv: readonly string[], of: NonNullable<InsideOptions['of']>) => {
	const {code, stdout, stderr} = await runInside(['list', ...argv], {of});
	assert.deepEqual([code, stderr], [0, '']);
	return stdout;
};

test('every format lists every instance, of a fleet whose every text is hostile', async () => {
	await using simulator = await simulate({scenario: 'hostile'});
	const names = simulator.world.instances().map(({name}) => name).toSorted();
	assert.ok(names.length >= hostileTexts.length);

	const document = JSON.parse(await list(['--output', 'json'], simulator)) as {readonly version: number; readonly sources: ReadonlyArray<Readonly<Record<string, unknown>>>; readonly instances: readonly Listed[]};
	const [{at, ...source} = {}, ...others] = document.sources;
	const {host} = new URL(simulator.url);
	assert.deepEqual([document.version, source, typeof at, others], [2, {
		name: host, host, url: simulator.url, health: 'live', error: null, token: 'account', unreadable: 0, server: null,
	}, 'string', []]);
	assert.deepEqual(document.instances.map(({name}) => name).toSorted(), names);

	const lines = (await list(['--output', 'ndjson'], simulator)).trimEnd().split('\n').map(line => JSON.parse(line) as Listed);
	assert.deepEqual(lines.map(({name}) => name).toSorted(), names);

	const rows = parse(await list(['--output', 'csv', '--columns', 'state,profile'], simulator), {columns: true, record_delimiter: '\r\n'}) as unknown as ReadonlyArray<Readonly<Record<string, string>>>;
	assert.deepEqual(rows.map(({name = ''}) => name).toSorted(), names.map(name => name.toWellFormed()).toSorted());

	const families = parsePrometheus(await list(['--output', 'prometheus'], simulator));
	const told = new Set(families.find(({name}) => name === 'ryzetop_instance_state')?.metrics.map(({labels}) => labels?.name));
	assert.deepEqual(names.filter(name => !told.has(name.toWellFormed())), []);

	const table = await list([], simulator);
	assert.equal(table.trimEnd().split('\n').length, names.length + 1);
	assert.doesNotMatch(table.replaceAll('\n', ''), /[\p{Bidi_Control}\p{Control}\p{Line_Separator}\p{Paragraph_Separator}]/v);
});

test('a filter and a sort hold for every format', async () => {
	await using simulator = await simulate({instances: 3});
	simulator.world.add('shop-b', {state: 'disconnected'});
	simulator.world.add('shop-a', {state: 'loggedout'});
	const asked = ['do:pair,reconnect', '--sort', 'name'];
	const csv = await list([...asked, '--output', 'csv', '--columns', 'name,state'], simulator);
	assert.equal(csv, 'name,state\r\nshop-a,loggedout\r\nshop-b,disconnected\r\n');
	const lines = (await list([...asked, '--output', 'ndjson'], simulator)).trimEnd().split('\n').map(line => JSON.parse(line) as Listed);
	assert.deepEqual(lines.map(({name, connection}) => [name, connection.state]), [['shop-a', 'loggedout'], ['shop-b', 'disconnected']]);
	const table = await list([...asked, '--columns', 'name,do'], simulator);
	assert.equal(table, 'NAME    DO\nshop-a  pair\nshop-b  reconnect\n');
	const prometheus = await list([...asked, '--output', 'prometheus'], simulator);
	assert.match(prometheus, /ryzetop_instances\{account="127\.0\.0\.1:\d+",state="connected"\} 0\n/v);
});

test('secrets leave the program only when they are asked for', async () => {
	await using simulator = await simulate({instances: 2});
	const tokens = simulator.world.instances().map(({token}) => token).toSorted();
	const all = ['--columns', columnNames.join(',')];
	for (const argv of [...formatNames.map(format => ['--output', format]), all, ['--output', 'csv', ...all]]) {
		const text = await list(argv, simulator); // eslint-disable-line no-await-in-loop -- one after the other
		assert.deepEqual(tokens.filter(token => text.includes(token)), [], argv.join(' '));
	}

	const shown = (await list(['--output', 'ndjson', '--show-secrets'], simulator)).trimEnd().split('\n').map(line => (JSON.parse(line) as Listed).token);
	assert.deepEqual(shown.toSorted(), tokens);
});

test('no format sends a hostile text to the terminal as it came', async () => {
	await using simulator = await simulate({scenario: 'hostile'});
	for (const argv of [...formatNames.map(format => ['list', '--output', format]), ['check', '--warning', '@0:']]) {
		const {stdout, stderr} = await runInside(argv, {of: simulator, columns: 100}); // eslint-disable-line no-await-in-loop -- one after the other
		assert.ok(stdout.length > 100);
		assert.doesNotMatch(`${stdout}${stderr}`.replaceAll('\r\n', '').replaceAll('\n', ''), /[\p{Bidi_Control}\p{Control}\p{Line_Separator}\p{Paragraph_Separator}]/v, argv.join(' '));
	}
});
