import assert from 'node:assert/strict';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import test, {type TestContext} from 'node:test';
import {parse} from 'csv-parse/sync';
import {openHistory} from '../../../../source/history/open.js';
import {eventFields} from '../../../../source/output/events/record.js';
import {changeEnvironment} from '../../../helpers/change-environment.js';
import {freshFolder} from '../../../helpers/fresh-folder.js';
import {writeEvents, type ToldPoll} from '../../../helpers/history/write-events.js';
import {runInside, type InsideOptions, type RanInside} from '../../../helpers/run-inside.js';

const folder = freshFolder();
const start = Date.UTC(2026, 3, 28, 20, 51, 30);
let files = 0;

/** A file of its own, with a memory of these polls. */
async function remember(polls: readonly ToldPoll[], others: Partial<Parameters<typeof writeEvents>[1]> = {}): Promise<string> {
	files += 1;
	const file = path.join(folder, `memory-${files}.db`);
	await writeEvents(file, {start, polls, ...others});
	return file;
}

/** Runs `ryzetop events` with a memory, where it is UTC. */
async function tell(t: TestContext, file: string, argv: readonly string[] = [], options: InsideOptions = {}): Promise<RanInside> {
	changeEnvironment(t)('TZ', 'UTC');
	return runInside(['events', '--history', file, ...argv], {...options, env: {LANG: 'C.UTF-8', HOME: folder, ...options.env}});
}

const list = ['a', 'b', 'c'];
const all = (word: string) => Object.fromEntries(list.map(uid => [uid, word]));

/** An hour with everything in it: an oddity, trouble, a fall of all, one that leaves and comes back, a hole, and one that is new. */
const hour: readonly ToldPoll[] = [
	{at: 0, states: all('connected')},
	{
		at: 5, states: {...all('connected'), b: 'qr'}, more: {
			odd: [{
				uid: 'a', name: 'a', what: 'webhook-no-url', began: start + 5000, slack: 5000, ended: undefined,
			}],
		},
	},
	{
		at: 35, states: all('connected'), more: {
			odd: [{
				uid: 'a', name: 'a', what: 'webhook-no-url', began: start + 5000, slack: 5000, ended: start + 35_000,
			}],
			troubles: [{
				began: start + 10_000, ended: start + 35_000, kind: 'server-error', status: 502,
			}],
		},
	},
	{
		at: 40, states: {...all('disconnected'), c: 'loggedout'}, more: {
			mass: {
				began: start + 35_000, until: start + 40_000, fallen: 3, listed: 3, ended: undefined,
			},
		},
	},
	{at: 45, states: {a: 'connected', b: 'connected'}},
	{at: 1245, states: {...all('connected'), d: 'connecting'}},
];

const tableOfHour = `TIME                 NAME  EVENT
2026-04-28 20:51:35  a     odd: webhook is on with no URL
2026-04-28 20:51:35  b     connected → qr
2026-04-28 20:51:40        no usable answer: the server is in trouble (HTTP 502)
2026-04-28 20:52:05  a     no longer odd: webhook is on with no URL, after 30s
2026-04-28 20:52:05        polling works again, after ~25s of no usable answer: the server is in trouble (HTTP 502)
2026-04-28 20:52:05  b     qr → connected, some time in 30s unseen
2026-04-28 20:52:05        3 of 3 fell 20:52:05–10
2026-04-28 20:52:15  a     disconnected → connected, after 5s
2026-04-28 20:52:15  b     disconnected → connected, after 5s
2026-04-28 20:52:15  c     vanished from the list
2026-04-28 21:12:15        nobody watched from 2026-04-28 20:52:15 to 2026-04-28 21:12:15
2026-04-28 21:12:15  c     is in the list again, some time in 20m 00s unseen
2026-04-28 21:12:15  d     appeared in the list, some time in 20m 00s unseen
`;

let made: Promise<string> | undefined;

/** The file of its memory, made when a test first asks: nothing is opened while tests are loaded, which holds the process up. */
const fileOfHour = async () => {
	made ??= remember(hour);
	return made;
};

/** A record as its format has it. */
type Told = Readonly<Record<string, string | number | boolean | undefined>>;

/** The records of each format. */
const readers: Readonly<Record<string, (text: string) => readonly Told[]>> = {
	json: text => (JSON.parse(text) as {readonly events: readonly Told[]}).events,
	ndjson: text => text.split('\n').slice(0, -1).map(line => JSON.parse(line) as Told),
	csv: text => parse(text, {columns: true}),
};

test('the table has a line for each event, with what nobody saw, and the falls of a mass event under one line', async t => {
	const {code, stdout, stderr} = await tell(t, await fileOfHour());
	assert.deepEqual([code, stderr], [0, '']);
	assert.equal(stdout, tableOfHour);
	const reversed = await tell(t, await fileOfHour(), ['--reverse']);
	const [titles, ...lines] = tableOfHour.trimEnd().split('\n');
	assert.equal(reversed.stdout, `${[titles, ...lines.toReversed()].join('\n')}\n`);
});

test('all formats for programs tell the same records, with all fields, and the falls of a mass event name it', async t => {
	const [json = [], ndjson = [], csv = []] = await Promise.all(['json', 'ndjson', 'csv'].map(async format => {
		const {code, stdout, stderr} = await tell(t, await fileOfHour(), ['--output', format]);
		assert.deepEqual([code, stderr], [0, '']);
		return readers[format]?.(stdout) ?? [];
	}));
	assert.deepEqual(ndjson, json);
	assert.deepEqual(csv, json.map(record => Object.fromEntries(Object.entries(record).map(([name, value]) => [name, value === null ? '' : String(value)]))));
	assert.ok(json.every(record => Object.keys(record).join(',') === eventFields.join(',')));
	const known = json.map(record => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null)));
	const at = (seconds: number) => new Date(start + (seconds * 1000)).toISOString();
	const account = 'host';
	const trouble = 'no usable answer: the server is in trouble (HTTP 502)';
	const [up, down] = ['connected', 'disconnected'].map(word => ({from: {from: word, fromWord: word}, to: {to: word, toWord: word}}));
	assert.ok(up && down);
	const fall = {
		account, event: 'changed', at: at(40), ...up.from, slack: 5, exact: true, mass: 1,
	};
	assert.deepEqual(known, [
		{
			at: at(5), event: 'odd-began', account, name: 'a', id: 'a', words: 'webhook is on with no URL', slack: 5, exact: true,
		},
		{
			at: at(5), event: 'changed', account, name: 'b', id: 'b', ...up.from, to: 'other', toWord: 'qr', lasted: 0, bound: 'at-least', slack: 5, exact: true,
		},
		{
			at: at(10), event: 'trouble-began', account, words: trouble, began: at(10),
		},
		{
			at: at(35), event: 'odd-ended', account, name: 'a', id: 'a', words: 'webhook is on with no URL', lasted: 30, bound: 'exact',
		},
		{
			at: at(35), event: 'trouble-ended', account, words: trouble, lasted: 25, bound: 'approximate', began: at(10), ended: at(35),
		},
		{
			at: at(35), event: 'changed', account, name: 'b', id: 'b', from: 'other', fromWord: 'qr', ...up.to, lasted: 0, bound: 'at-least', slack: 30, exact: false,
		},
		{
			at: at(35), event: 'mass', account, began: at(35), ended: at(40), mass: 1, fallen: 3, listed: 3,
		},
		{
			...fall, name: 'a', id: 'a', ...down.to, lasted: 35, bound: 'at-least',
		},
		{
			...fall, name: 'b', id: 'b', ...down.to, lasted: 0, bound: 'at-least',
		},
		{
			...fall, name: 'c', id: 'c', to: 'loggedout', toWord: 'loggedout', lasted: 35, bound: 'at-least',
		},
		{
			at: at(45), event: 'changed', account, name: 'a', id: 'a', ...down.from, ...up.to, lasted: 5, bound: 'exact', slack: 5, exact: true,
		},
		{
			at: at(45), event: 'changed', account, name: 'b', id: 'b', ...down.from, ...up.to, lasted: 5, bound: 'exact', slack: 5, exact: true,
		},
		{
			at: at(45), event: 'vanished', account, name: 'c', id: 'c', from: 'loggedout', fromWord: 'loggedout', slack: 5, exact: true,
		},
		{
			at: at(1245), event: 'unwatched', account, lasted: 1200, bound: 'exact', began: at(45), ended: at(1245),
		},
		{
			at: at(1245), event: 'returned', account, name: 'c', id: 'c', ...up.to, lasted: 0, bound: 'at-least', slack: 1200, exact: false,
		},
		{
			at: at(1245), event: 'appeared', account, name: 'd', id: 'd', to: 'connecting', toWord: 'connecting', slack: 1200, exact: false,
		},
	]);
});

test('the document of JSON names the span and the accounts', async t => {
	const {stdout} = await tell(t, await fileOfHour(), ['--output', 'json', '--from', '2026-04-28T20:52:00Z', '--to', '2026-04-28 20:52:10', 'name:a']);
	const {at, ...document} = JSON.parse(stdout) as Readonly<Record<string, unknown>>;
	assert.match(String(at), /^20\d\d-/v);
	assert.deepEqual(document, {
		version: 1, from: '2026-04-28T20:52:00.000Z', to: '2026-04-28T20:52:10.000Z', accounts: ['host'], events: (document.events as readonly unknown[]).slice(0, 1),
	});
	assert.equal((document.events as readonly unknown[]).length, 1);
});

test('a filter shows the events of what it matches, and none that is of no instance', async t => {
	const names = async (...argv: readonly string[]) => {
		const {stdout} = await tell(t, await fileOfHour(), ['--output', 'ndjson', ...argv]);
		return readers.ndjson?.(stdout).map(({event, name}) => `${String(event)} ${String(name)}`);
	};

	assert.deepEqual(await names('state:loggedout'), ['changed c', 'vanished c']);
	assert.deepEqual(await names('is:gone'), ['vanished c']);
	assert.deepEqual(await names('name:d'), ['appeared d']);
	assert.deepEqual(await names('--', '-a', '-b', '-c'), ['appeared d']);
});

test('new is an instance that appeared, and none that changed', async t => {
	const file = await remember([{at: 0, states: {a: 'connected'}}, {at: 5, states: {a: 'qr', b: 'connected'}}, {at: 10, states: {a: 'qr', b: 'qr'}}]);
	const {stdout} = await tell(t, file, ['is:new']);
	assert.equal(stdout, 'TIME                 NAME  EVENT\n2026-04-28 20:51:35  b     appeared in the list\n');
});

test('that there is nothing to tell is said, and no failure; for programs it is a document without events', async t => {
	const none = path.join(folder, 'none', 'history.db');
	const noMemory = `ryzetop: There is no memory yet: ${none} is made by the monitor, by ryzetop watch and by ryzetop serve.\n`;
	assert.deepEqual(await tell(t, none), {code: 0, stdout: '', stderr: noMemory});
	assert.deepEqual(await tell(t, none, ['--output', 'csv']), {code: 0, stdout: `${eventFields.join(',')}\r\n`, stderr: noMemory});
	const {stdout} = await tell(t, none, ['--output', 'json']);
	assert.deepEqual((JSON.parse(stdout) as {readonly events: unknown}).events, []);

	const empty = path.join(folder, 'empty.db');
	const opened = await openHistory(empty);
	assert.strictEqual(opened.kind, 'open');
	opened.database.close();
	const reach = 'The memory reaches from 2026-04-28 20:51:30 to 2026-04-28 21:12:15.';
	for (const [file, argv, words] of [
		[empty, [], 'The memory is empty: nobody has watched yet.'],
		[await fileOfHour(), ['--to', '2026-04-28 20:00'], `Nobody watched then. ${reach}`],
		[await fileOfHour(), ['--from', '2026-04-29'], `Nobody watched then. ${reach}`],
		[await fileOfHour(), ['--from', '2026-04-28 20:51:50', '--to', '2026-04-28 20:51:55'], `Nothing happened then. ${reach}`],
		[await fileOfHour(), ['webhook:on'], `No event matches the filter: of an instance the memory holds its name and its states, and no other field. ${reach}`],
		[await fileOfHour(), ['--url', 'https://other.example/'], 'The memory has nothing of that deployment. It has host.'],
	] as const) {
		// eslint-disable-next-line no-await-in-loop -- one after the other
		assert.deepEqual(await tell(t, file, argv), {code: 0, stdout: '', stderr: `ryzetop: ${words}\n`});
	}
});

test('a memory of holes alone tells them', async t => {
	const file = await remember([0, 600, 1200].map(at => ({at, states: {a: 'connected'}})));
	const {stdout} = await tell(t, file);
	assert.equal(stdout, [
		'TIME                 NAME  EVENT',
		'2026-04-28 21:01:30        nobody watched from 2026-04-28 20:51:30 to 2026-04-28 21:01:30',
		'2026-04-28 21:11:30        nobody watched from 2026-04-28 21:01:30 to 2026-04-28 21:11:30',
		'',
	].join('\n'));
});

test('a memory that cannot be read ends with 3, in its own words', async t => {
	const damaged = path.join(folder, 'damaged.db');
	const bytes = Uint8Array.from(readFileSync(await fileOfHour()));
	bytes.fill(0xFF, 4096);
	writeFileSync(damaged, bytes);
	const newer = path.join(folder, 'newer.db');
	const renumbered = Uint8Array.from(readFileSync(await fileOfHour()));
	renumbered[63] = 9;
	writeFileSync(newer, renumbered);
	const foreign = path.join(folder, 'notes.txt');
	writeFileSync(foreign, 'x'.repeat(200));
	const locked = await remember(hour);
	const other = await openHistory(locked);
	assert.strictEqual(other.kind, 'open');
	other.database.exec('pragma locking_mode = exclusive; begin immediate; insert into visit values (9, 9); commit');
	for (const [file, words] of [
		[damaged, 'is damaged'],
		[newer, 'was made by a newer ryzetop, and is left as it is'],
		[foreign, 'is not one: the file belongs to another program'],
		[locked, 'is locked by another program'],
	] as const) {
		// eslint-disable-next-line no-await-in-loop -- one after the other
		assert.deepEqual(await tell(t, file), {code: 3, stdout: '', stderr: `ryzetop: The memory ${file} ${words}.\n`});
	}

	other.database.close();
});

test('misuse is told before the memory is read', async t => {
	const file = path.join(folder, 'never.db');
	for (const [argv, words] of [
		[['--from', 'soon'], /^ryzetop: --from: "soon" is no time\. Give one such as .*, last \(the last visit\)/v],
		[['--to', '2026-02-30'], /^ryzetop: --to: "2026-02-30" is no time: there is no such day\./v],
		[['--from', 'today', '--to', 'yesterday'], /^ryzetop: --from: It has to be before --to\./v],
		[['--output', 'prometheus'], /^ryzetop: --output: There is no "prometheus"\. Give one of table, json, ndjson, csv\./v],
		[['--output', 'json', '--ascii'], /^ryzetop: --ascii is of no use with --output json: it draws no signs\./v],
		[['stat:up'], /^ryzetop: The filter "stat:up" cannot be used/v],
		[['--demo'], /\nryzetop: --demo is of no use to ryzetop events\./v],
		[['--no-history'], /^ryzetop: --no-history is of no use to ryzetop events\./v],
		[['--instance', 'a'], /^ryzetop: --instance is of no use to ryzetop events\./v],
	] as const) {
		const {code, stdout, stderr} = await tell(t, file, argv); // eslint-disable-line no-await-in-loop -- one after the other
		assert.deepEqual([code, stdout], [2, ''], stderr);
		assert.match(stderr, words);
	}
});

test('all accounts are told of, unless the command line names one; the environment and the config file choose none', async t => {
	const polls = (word: string): readonly ToldPoll[] => [{at: 0, states: {x: 'connected'}}, {at: 5, states: {x: word}}];
	const file = await remember(polls('qr'), {place: 'lab.example:8080/api', visitedAt: 600});
	await writeEvents(file, {
		place: 'prod.example', start: start + 3_600_000, polls: polls('banned'), visitedAt: 0,
	});
	const config = path.join(folder, '.config', 'ryzetop');
	mkdirSync(config, {recursive: true});
	writeFileSync(path.join(config, 'config.toml'), 'url = "https://other.example"\noutput = "prometheus"\n[profiles.lab]\nurl = "https://LAB.example:8080/api/"\n', {mode: 0o600});
	const told = async (...argv: readonly string[]) => {
		const {stdout} = await tell(t, file, [...argv], {env: {RYZE_URL: 'https://nowhere.example'}});
		return stdout.split('\n').slice(1, -1);
	};

	const lab = '2026-04-28 20:51:35  lab.example:8080/api  x     connected → qr';
	const prod = '2026-04-28 21:51:35  prod.example          x     connected → banned';
	const alone = (line: string) => line.replace(/ {2}(?:lab|prod)\.\S+ +x/v, '  x');
	assert.deepEqual(await told(), [lab, prod]);
	assert.deepEqual(await told('--url', 'https://prod.example'), [alone(prod)]);
	assert.deepEqual(await told('--url', 'https://lab.example:8080/api'), [alone(lab)]);
	assert.deepEqual(await told('--from', 'last'), [prod], 'each account has its own last visit');
	assert.deepEqual(await told('--to', 'last'), [lab]);
	writeFileSync(path.join(config, 'config.toml'), 'output = "prometheus"\n[profiles.lab]\nurl = "https://LAB.example:8080/api/"\n', {mode: 0o600});
	const {stdout} = await tell(t, file, ['--profile', 'lab']);
	assert.equal(stdout.split('\n', 2)[1], alone(lab));
	writeFileSync(path.join(config, 'config.toml'), '[profiles.lab]\nurl = "https://LAB.example:8080/api/"\n[profiles.new]\nurl = "https://new.example"\n[profiles.prod]\nurl = "https://prod.example"\n', {mode: 0o600});
	assert.deepEqual(await told('--profile', 'prod,lab'), [lab, prod]);
	assert.deepEqual(await told('--profile', 'new,lab'), [alone(lab)]);
});

test('accounts at one place have names of their own, which the filter finds', async t => {
	const polls = (word: string): readonly ToldPoll[] => [{at: 0, states: {x: 'connected'}}, {at: 5, states: {x: word}}];
	const file = await remember(polls('qr'), {place: 'api.example', visitedAt: 600});
	await writeEvents(file, {
		place: 'elsewhere.example', start: start + 3_600_000, polls: [{at: 0, states: {y: 'connected'}}, {at: 5, states: {y: 'banned'}}], visitedAt: 0,
	});
	const opened = await openHistory(file);
	assert.strictEqual(opened.kind, 'open');
	opened.database.exec('update account set place = \'api.example\' where place = \'elsewhere.example\'');
	opened.database.close();
	const told = async (...argv: readonly string[]) => (await tell(t, file, [...argv])).stdout.split('\n').slice(1, -1);
	const lines = await told();
	assert.deepEqual(lines.map(line => line.slice(21).replaceAll(/ +/gv, ' ')), ['api.example x connected → qr', 'api.example (2) y connected → banned']);
	assert.deepEqual(await told('account:(2)'), lines.slice(1));
});

/** Whether a text has what commands a terminal or reorders a line. Line ends do not count. */
const isHarmful = (text: string) => /[[\p{Control}\p{Format}]--\n]/v.test(text);

test('names that are hostile, long, doubled or new reach no terminal as commands, and stay what they are for programs', async t => {
	const hostile = '\u{1B}[31mred\u{202E}, "x"\n=1';
	const file = await remember([
		{
			at: 0, states: {
				one: 'connected', two: 'connected', three: 'connected', long: 'connected',
			}, names: {
				one: hostile, two: 'twin', three: 'twin', long: 'n'.repeat(100),
			},
		},
		{
			at: 5, states: {
				one: 'qr\u{1B}]0;x', two: 'qr', three: 'qr', long: 'qr',
			}, names: {
				one: hostile, two: 'twin', three: 'renamed', long: 'n'.repeat(100),
			},
		},
	]);
	const table = await tell(t, file, [], {columns: 60});
	assert.deepEqual(table.stdout.split('\n').slice(1, -1).map(line => line.trimEnd()), [
		'2026-04-28 20:51:35  ␛[31mred⠮, "x"␊=1  connected → qr␛]0;x',
		'2026-04-28 20:51:35  twin               connected → qr',
		'2026-04-28 20:51:35  renamed            connected → qr',
		`2026-04-28 20:51:35  ${'n'.repeat(38)}…`,
	]);
	const ndjson = await tell(t, file, ['--output', 'ndjson']);
	assert.ok(!isHarmful(ndjson.stdout), ndjson.stdout);
	const names = readers.ndjson?.(ndjson.stdout).map(({name, id}) => [id, name]);
	assert.deepEqual(names, [['one', hostile], ['two', 'twin'], ['three', 'renamed'], ['long', 'n'.repeat(100)]]);
	const csv = await tell(t, file, ['--output', 'csv']);
	assert.deepEqual(readers.csv?.(csv.stdout).map(({name, id}) => [id, name]), names);
	const shown = await tell(t, file, ['--output', 'csv'], {columns: 80});
	assert.ok(!isHarmful(shown.stdout.replaceAll('\r\n', '\n')));
	assert.equal(readers.csv?.(shown.stdout)[0]?.name, '␛[31mred⠮, "x"␊=1');
	const ascii = await tell(t, file, ['--ascii', 'name:twin']);
	assert.equal(ascii.stdout.split('\n', 2)[1]?.trimEnd(), '2026-04-28 20:51:35  twin               connected > qr');
});

test('what was recorded while the clock was ahead is told at the time at which that was found out', async t => {
	const file = await remember([{at: 7200, states: {a: 'connected'}}, {at: 7205, states: {a: 'qr'}}]);
	await writeEvents(file, {start, polls: [{at: 0, states: {a: 'qr'}}, {at: 5, states: {a: 'connected'}}]});
	const {stdout} = await tell(t, file, ['--output', 'ndjson']);
	const times = readers.ndjson?.(stdout).map(({at, event, from}) => [(Date.parse(String(at)) - start) / 1000, event, from]);
	assert.deepEqual(times, [[0, 'changed', 'connected'], [5, 'changed', 'other']]);
});
