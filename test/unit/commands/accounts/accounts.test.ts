import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {test, type TestContext} from 'node:test';
import {parse} from 'csv-parse/sync';
import {changeEnvironment} from '../../../helpers/change-environment.js';
import {freshFolder} from '../../../helpers/fresh-folder.js';
import {runInside} from '../../../helpers/run-inside.js';
import {answering, serve} from '../../../helpers/servers/loopback-server.js';

type Account = {readonly url: string; readonly token?: string};

const listOf = (...instances: ReadonlyArray<readonly [name: string, state: string]>) => JSON.stringify({
	success: true, instances: instances.map(([name, state]) => ({id: `id-${name}`, name, connection: {state, numberJid: '5511999990001@s.whatsapp.net'}})),
});

/** Runs a command for these accounts; each has a profile of its name. */
const runFor = async (accounts: Readonly<Record<string, Account>>, ...argv: readonly string[]) => {
	const folder = freshFolder();
	const file = path.join(folder, 'config.toml');
	const tables = Object.entries(accounts).map(([name, {url, token}]) => {
		writeFileSync(path.join(folder, name), token ?? '', {mode: 0o600});
		return `[profiles.${name}]\nurl = "${url}"\n${token === undefined ? '' : `token_file = "${name}"\n`}`;
	});
	writeFileSync(file, `profile = ${JSON.stringify(Object.keys(accounts))}\nhistory = false\n${tables.join('')}`, {mode: 0o600});
	const [command = '', ...others] = argv;
	return runInside([command, '--config', file, ...others]);
};

const refusing = async () => serve((_, response) => {
	response.writeHead(401, {'content-type': 'application/json'}).end('{"success":false,"message":"Invalid token"}');
});
/** Nothing listens there: ports below 1024 are not the tests' own. */
const nowhere = {url: 'http://127.0.0.1:9', token: 'nowhere-token-1'};

test('list prints what came, names the accounts that gave nothing, and ends with 3', async () => {
	await using good = await serve(answering(listOf(['sales', 'disconnected'])));
	await using bad = await refusing();
	const accounts = {
		prod: {url: good.url, token: 'prod-token-12345'}, lab: {url: bad.url, token: 'lab-token-12345'}, none: {url: good.url}, gone: nowhere,
	};
	const {code, stdout, stderr} = await runFor(accounts, 'list', '--output', 'json');
	assert.equal(code, 3);
	const {version, sources, instances} = JSON.parse(stdout) as {
		readonly version: number; readonly sources: ReadonlyArray<Readonly<Record<string, string>>>; readonly instances: ReadonlyArray<Readonly<Record<string, Readonly<Record<string, string>>>>>;
	};
	assert.equal(version, 2);
	assert.deepEqual(sources.map(({name, health, error}) => [name, health, error]), [
		['prod', 'live', null],
		['lab', 'token refused', 'the API does not know the token'],
		['none', 'no token', 'nothing is sent for this account'],
		['gone', 'unreachable', 'the connection was refused'],
	]);
	assert.deepEqual(instances.map(({name, ryzetop}) => [name, ryzetop?.account]), [['sales', 'prod']]);
	assert.deepEqual(stderr.trimEnd().split('\n').map(line => line.split(':', 3).slice(0, 3)), [
		['ryzetop', ' lab', ' token refused'],
		['ryzetop', ' none', ' no token'],
		['ryzetop', ' gone', ' unreachable'],
	]);
	assert.equal(good.connections(), 1);
});

test('where every account refuses its token list ends with 4, and with 3 where one fails otherwise', async () => {
	await using bad = await refusing();
	const one = {url: bad.url, token: 'one-token-123'};
	const two = {url: bad.url, token: 'two-token-123'};
	assert.deepEqual([(await runFor({one, two}, 'list')).code, (await runFor({one, two, gone: nowhere}, 'list')).code], [4, 3]);
});

test('instances of one name and id in two accounts are two, in every format', async () => {
	await using first = await serve(answering(listOf(['sales', 'connected'])));
	await using second = await serve(answering(listOf(['sales', 'disconnected'])));
	const accounts = {prod: {url: first.url, token: 'prod-token-12345'}, lab: {url: second.url, token: 'lab-token-12345'}};
	const table = await runFor(accounts, 'list', '--columns', '-since,-do,-integrations,-why,-up24h,-number');
	assert.deepEqual([table.code, table.stdout], [0, 'STATE           NAME   ACCOUNT\n○ disconnected  sales  lab\n● connected     sales  prod\n']);
	const csv = await runFor(accounts, 'list', '--output', 'csv', '--columns', 'state', '--sort', 'account');
	assert.deepEqual(parse(csv.stdout), [['account', 'name', 'state'], ['lab', 'sales', 'disconnected'], ['prod', 'sales', 'connected']]);
	const prometheus = await runFor(accounts, 'list', '--output', 'prometheus');
	assert.deepEqual(prometheus.stdout.match(/^ryzetop_instance_state\S+ 1$/gmv), [
		'ryzetop_instance_state{account="prod",name="sales",state="connected"} 1',
		'ryzetop_instance_state{account="lab",name="sales",state="disconnected"} 1',
	]);
	assert.equal(prometheus.stdout.match(/^# TYPE ryzetop_instances gauge$/gmv)?.length, 1);
	const lines = (await runFor(accounts, 'list', '--output', 'ndjson')).stdout.trimEnd().split('\n').map(line => JSON.parse(line) as {readonly name: string; readonly ryzetop: {readonly account: string}});
	assert.deepEqual(lines.map(({name, ryzetop}) => [name, ryzetop.account]), [['sales', 'lab'], ['sales', 'prod']]);
	assert.equal((await runFor(accounts, 'list', 'account:lab', '--columns', 'name,account')).stdout, 'NAME   ACCOUNT\nsales  lab\n');
});

test('check is UNKNOWN where an account that it should count gives no answer, and says which', async () => {
	await using good = await serve(answering(listOf(['sales', 'connected'])));
	const accounts = {prod: {url: good.url, token: 'prod-token-12345'}, gone: nowhere};
	const {code, stdout} = await runFor(accounts, 'check');
	assert.equal(code, 3);
	assert.match(stdout, /^RYZETOP UNKNOWN: no answer of gone \(the connection was refused\); 0 of 1 need action/v);
	const others = await Promise.all(['account:prod', '-account:gone'].map(async filter => runFor(accounts, 'check', '--', filter)));
	assert.deepEqual(others.map(other => other.code), [0, 0]);
	assert.match((await runFor({one: nowhere, two: {...nowhere, token: 'other-token-1'}}, 'check')).stdout, /^RYZETOP UNKNOWN: no answer of one \(the connection was refused\); no answer of two \(the connection was refused\)$/mv);
});

test('wait for a name that two accounts have is misuse that names both, and an account before it says which', async () => {
	await using first = await serve(answering(listOf(['sales', 'connected'])));
	await using second = await serve(answering(listOf(['sales', 'connected'], ['own', 'connected'])));
	const accounts = {prod: {url: first.url, token: 'prod-token-12345'}, lab: {url: second.url, token: 'lab-token-12345'}};
	assert.deepEqual(await runFor(accounts, 'wait', 'sales'), {
		code: 2, stdout: '', stderr: 'ryzetop: prod and lab have an instance each that is called sales. Say which: prod/sales or lab/sales.\n',
	});
	assert.deepEqual(await Promise.all(['lab/sales', 'own'].map(async name => (await runFor(accounts, 'wait', name)).code)), [0, 0]);
	const missing = await runFor(accounts, 'wait', 'prod/own');
	assert.deepEqual([missing.code, missing.stderr], [1, 'ryzetop: There is no instance prod/own. With --allow-missing it is waited for.\n']);
});

test('a proxy sees each token on the way to its own host alone, through redirects and errors', async (t: TestContext) => {
	const set = changeEnvironment(t);
	for (const name of ['HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'all_proxy', 'no_proxy']) {
		set(name, undefined);
	}

	const seen: string[] = [];
	const answers = new Map([
		['prod.test', [200, {}]],
		['lab.test', [302, {location: 'http://prod.test/api/instance/list'}]],
		['sick.test', [500, {}]],
		['shut.test', [401, {}]],
	] as const);
	await using proxy = await serve((request, response) => {
		const {host} = new URL(request.url ?? '');
		seen.push(`${host} ${Object.values(request.headers).filter(value => typeof value === 'string' && value.includes('-secret-')).join(' ')}`);
		const [status, headers] = answers.get(host as 'prod.test') ?? [404, {}];
		response.writeHead(status, headers).end(status === 200 ? listOf(['sales', 'connected']) : '{}');
	});
	set('HTTP_PROXY', proxy.url);
	const accounts = Object.fromEntries(answers.keys().map(host => [host.replace('.test', ''), {url: `http://${host}`, token: `the-secret-of-${host}`}]));
	const {code, stdout, stderr} = await runFor(accounts, 'list', '--columns', 'name,account');
	assert.deepEqual([code, stdout], [3, 'NAME   ACCOUNT\nsales  prod\n']);
	assert.deepEqual(new Set(seen), new Set(answers.keys().map(host => `${host} the-secret-of-${host}`)));
	assert.ok(!(stdout + stderr).includes('-secret-'));
});
