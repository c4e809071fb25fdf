import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import {openRecord} from '../../../helpers/history/polls.js';
import {freshFolder} from '../../../helpers/fresh-folder.js';
import {writeEvents} from '../../../helpers/history/write-events.js';
import {writePast} from '../../../helpers/history/write-past.js';
import {runInside} from '../../../helpers/run-inside.js';

const folder = freshFolder();
const file = path.join(folder, 'memory.db');

const report = async (...argv: readonly string[]) => runInside(['report', ...argv], {env: {LANG: 'C.UTF-8', HOME: folder}});

/** The lines of instances in a table, without blanks at their ends. */
const rowsIn = (text: string) => text.split('\n').filter(line => /\d%/v.test(line)).map(line => line.trim().replaceAll(/\s+/gv, ' '));

test('a report is of all accounts of the memory, or of those at an address, and needs no token', async () => {
	const now = Date.now();
	await writePast({
		file, url: 'https://one.example', until: now - 1000, instances: [{uid: 'a', name: 'loja-42', down: 5}, {uid: 'b', name: 'suporte', down: 0}],
	});
	await writeEvents(file, {place: 'two.example', start: now - 3_600_000, polls: [{at: 0, states: {c: 'connected'}}, {at: 5, states: {c: 'connected'}}]});
	const whole = await report('--history', file, '--last', '3d');
	assert.deepEqual([whole.code, whole.stderr], [0, '']);
	assert.match(whole.stdout, /^one\.example /mv);
	assert.match(whole.stdout, /^two\.example /mv);
	const one = await report('--history', file, '--last', '3d', '--url', 'https://one.example');
	assert.deepEqual(rowsIn(one.stdout), [
		'loja-42 93.0% 100% 1 5h 00m 5h 00m 5h 00m 0', 'suporte 100% 100% 0 — — — 0', 'fleet of 2 96.5% 100% 1 5h 00m 5h 00m 5h 00m 0',
	]);
	const none = await report('--history', file, '--url', 'https://three.example');
	assert.deepEqual([none.code, none.stdout, none.stderr], [0, '', 'ryzetop: The memory has nothing of that deployment. It has host, one.example, two.example.\n']);
});

test('a filter asks for the names and the states of the memory, and for the others there is none that matches', async () => {
	const of = async (...words: readonly string[]) => rowsIn((await report('--history', file, '--last', '3d', '--url', 'https://one.example', ...words)).stdout).map(line => line.split(' ', 1)[0]);
	assert.deepEqual(await of('suporte'), ['suporte', 'fleet']);
	assert.deepEqual(await of('name:loja', 'state:connected'), ['loja-42', 'fleet']);
	assert.deepEqual(await of('state:down'), []);
	assert.match((await report('--history', file, '--last', '3d', 'chatwoot:on')).stdout, /No instance matches the filter\./v);
	const refused = await report('--history', file, 'since>soon');
	assert.equal(refused.code, 2);
});

test('a report of a time that nobody watched, and of a memory that does not exist or is empty, is written and says why it is empty', async () => {
	const early = await report('--history', file, '--from', '2001-01-01', '--to', '2001-02-01', '--output', 'csv', '--url', 'https://one.example');
	assert.equal(early.code, 0);
	assert.match(early.stdout, /^kind,account[^\n]*\r\n$/v);
	assert.match(early.stderr, /^ryzetop: one\.example: Nobody watched in this time: what is remembered is from \S+ \S+ \S+ to \S+ \S+ \S+\.\n$/v);
	const missing = await report('--history', path.join(folder, 'none.db'), '--output', 'json');
	assert.match(missing.stdout, /"accounts":\[\]/v);
	assert.match(missing.stderr, /There is no memory yet: \S+ is made by the monitor, by ryzetop watch and by ryzetop serve\.\n/v);
	const bare = path.join(folder, 'empty.db');
	const {database} = await openRecord(bare);
	database.exec('delete from account');
	database.close();
	const empty = await report('--history', bare);
	assert.deepEqual([empty.code, empty.stdout, empty.stderr], [0, '', 'ryzetop: The memory is empty: nobody has watched yet.\n']);
});

test('a memory that cannot be read is told, with its own exit code', async () => {
	const other = path.join(folder, 'other.txt');
	writeFileSync(other, 'not a memory\n'.repeat(100));
	const {code, stdout, stderr} = await report('--history', other);
	assert.deepEqual([code, stdout], [3, '']);
	assert.match(stderr, /The memory .*other\.txt /v);
});

test('options that contradict each other, or are wrong, are misuse', async () => {
	for (const [argv, words] of [
		[['--last', '7d', '--month', '2026-10'], /--last and --month contradict each other/v],
		[['--month', '2026-10', '--from', '2026-10-01'], /--month and --from contradict each other/v],
		[['--last', '7d', '--to', '2026-10-01'], /--last and --to contradict each other/v],
		[['--from', '2026-10-02', '--to', '2026-10-01'], /--from: It has to be before --to/v],
		[['--from', 'last'], /"last" is no time/v],
		[['--month', 'October'], /"October" is no month/v],
		[['--last', '5s'], /too short/v],
		[['--output', 'prometheus'], /There is no "prometheus"/v],
		[['--output', 'html', '--ascii'], /--ascii is of no use with --output html/v],
	] as const) {
		// eslint-disable-next-line no-await-in-loop -- one run after the other
		const {code, stderr} = await report('--history', file, ...argv);
		assert.equal(code, 2, argv.join(' '));
		assert.match(stderr, words);
	}
});

test('a report in ASCII has no other sign', async () => {
	const {stdout} = await report('--history', file, '--last', '3d', '--ascii');
	assert.doesNotMatch(stdout.replaceAll('\n', ''), /\P{ASCII}/v);
	assert.match(stdout, /loja-42/v);
});
