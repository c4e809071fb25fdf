import assert from 'node:assert/strict';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {request} from 'node:http';
import {connect} from 'node:net';
import path from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import process from 'node:process';
import test from 'node:test';
import {text} from 'node:stream/consumers';
import {fastClock} from '../../../bench/fast-clock.js';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {answering, serve as serveHttp} from '../../helpers/servers/loopback-server.js';
import {simulate} from '../../helpers/servers/simulate.js';
import {open, run} from '../running.js';
import {openServe} from '../serving.js';

/** Asks with headers of its own choice, as fetch does not let. */
async function ask(url: string, headers: Readonly<Record<string, string>> | readonly string[], method = 'GET') {
	const {promise, resolve, reject} = Promise.withResolvers<{readonly status: number | undefined; readonly headers: NodeJS.Dict<string | string[]>; readonly body: string}>();
	request(url, {method, headers}, response => {
		void text(response).then(body => {
			resolve({status: response.statusCode, headers: response.headers, body});
		});
	}).on('error', reject).end();
	return promise;
}

test('ten scrapers, of whom some read nothing, cost the API no call, and others none the less get the last poll', async () => {
	await using simulator = await simulate({instances: 30});
	await using serving = await openServe(['--interval', '30s'], {of: simulator});
	await serving.waitFor('live');
	const before = simulator.requests();
	const slow = Array.from({length: 10}, () => {
		const socket = connect(Number(new URL(serving.url).port), '127.0.0.1', () => {
			socket.pause();
			socket.write('GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(20));
		});
		return socket.on('error', () => undefined);
	});
	const bodies = await Promise.all(Array.from({length: 10}, async () => (await fetch(`${serving.url}/metrics`)).text()));
	assert.equal(simulator.requests(), before);
	assert.equal(new Set(bodies).size, 1);
	assert.match(bodies[0] ?? '', /^ryzetop_polls_total\{account="127\.0\.0\.1:\d+",outcome="ok"\} 1$/mv);
	assert.match(bodies[0] ?? '', /^ryzetop_account_up\{[^\}]*\} 1$/mv);
	for (const socket of slow) {
		socket.destroy();
	}

	const began = performance.now();
	serving.child.kill('SIGTERM');
	assert.equal(await serving.ended, 143);
	assert.ok(performance.now() - began < 3000);
});

test('a hostile name of a host, another method and a path that is none are refused, and no other origin is let in', async () => {
	await using simulator = await simulate({instances: 1});
	await using serving = await openServe(['--host-name', 'ryzetop.example.net'], {of: simulator});
	const statuses = await Promise.all(([
		['/', {host: 'evil.example'}, 'GET'],
		['/metrics', {host: 'ryzetop.example.net'}, 'GET'],
		['/metrics', {}, 'POST'],
		['/metrics', {}, 'OPTIONS'],
		['/etc/passwd', {}, 'GET'],
		['/__proto__', {}, 'GET'],
		['/', {}, 'HEAD'],
		['/metrics', {cookie: 'x'.repeat(9000)}, 'GET'],
		['/metrics', ['Host', 'localhost', 'Host', 'evil.example'], 'GET'],
	] as const).map(async ([at, headers, method]) => (await ask(serving.url + at, headers, method)).status));
	assert.deepEqual(statuses, [403, 200, 405, 405, 404, 404, 200, 431, 400]);
	const {headers} = await ask(`${serving.url}/metrics`, {origin: 'https://evil.example'});
	assert.deepEqual(Object.keys(headers).filter(name => name.startsWith('access-control')), []);
});

test('an address that is taken is said, with 2', async () => {
	await using taken = await serveHttp(answering(''));
	await using simulator = await simulate({instances: 1});
	const {end, stderr} = await run(['serve', '--listen', `127.0.0.1:${taken.port}`], {of: simulator});
	assert.deepEqual([end, stderr], [2, `ryzetop: --listen 127.0.0.1:${taken.port}: Another program listens there, maybe another ryzetop serve. Stop it, or give another port.\n`]);
});

test('a config that breaks while it runs is said, and changes nothing; one that is mended counts', async () => {
	let uptime = 3600;
	await using simulator = await simulate({instances: 2, server: () => ({uptime, isDegraded: true})});
	const config = path.join(freshFolder(), 'config.toml');
	writeFileSync(config, 'interval = "30s"\n');
	await using serving = await openServe(['--config', config], {of: simulator});
	await serving.waitFor('live');
	writeFileSync(config, 'interval = "soon"\n');
	serving.child.kill('SIGHUP');
	await serving.waitFor('The settings stay as they were.');
	assert.match(serving.said(), /interval: "soon" is no length of time/v);
	assert.equal((await fetch(`${serving.url}/healthz`)).status, 200);
	writeFileSync(config, 'interval = "20s"\nseries = "none"\nhealth = true\n');
	serving.child.kill('SIGHUP');
	await serving.waitFor('every 20s');
	await serving.waitFor('live.', 2);
	await serving.waitFor(': server reports degraded: db.');
	// While a text is made, the one before is told.
	await serving.until(async () => {
		const metrics = await (await fetch(`${serving.url}/metrics`)).text();
		return metrics.includes('ryzetop_instances{') && !metrics.includes('ryzetop_instance_state{')
			&& /^ryzetop_server_up\{account="[^"]+"\} 0$/mv.test(metrics);
	});
	// What is known of the server stays: it restarts just when the config is read anew.
	uptime = 1;
	serving.child.kill('SIGHUP');
	await serving.until(async () => /^ryzetop_server_restarts_total\{[^\}]*\} 1$/mv.test(await (await fetch(`${serving.url}/metrics`)).text()));
	assert.equal(serving.said().split('server reports degraded').length, 2);
});

test('a flood of SIGHUP costs few calls, and keeps it from no end', async () => {
	await using simulator = await simulate({instances: 1});
	const config = path.join(freshFolder(), 'config.toml');
	writeFileSync(config, 'interval = "30s"\n');
	await using serving = await openServe(['--config', config], {of: simulator});
	await serving.waitFor('live');
	serving.child.kill('SIGHUP');
	await serving.waitFor('read anew');
	const before = simulator.requests();
	for (let count = 0; count < 100; count++) {
		serving.child.kill('SIGHUP');
	}

	serving.child.kill('SIGTERM');
	assert.equal(await serving.ended, 143);
	assert.ok(simulator.requests() - before < 10, String(simulator.requests()));
});

test('several profiles are several accounts: one in trouble takes nothing from the others, and list tells them by the same names', async () => {
	await using prod = await simulate({instances: 3});
	await using lab = await simulate({instances: 2, seed: 2});
	const folder = freshFolder();
	const tokens = {prod: prod.token, lab: 'another-token-123'};
	const tables = Object.entries(tokens).map(([name, token]) => {
		writeFileSync(path.join(folder, name), token, {mode: 0o600});
		return `[profiles.${name}]\nurl = "${{prod, lab}[name]?.url}"\ntoken_file = "${name}"\n`;
	});
	const config = path.join(folder, 'config.toml');
	writeFileSync(config, `profile = ["prod", "lab"]\n${tables.join('')}interval = "20s"\n`, {mode: 0o600});
	await using serving = await openServe(['--config', config]);
	await serving.waitFor('prod: live.');
	await serving.waitFor('lab: token refused: the API does not know the token');
	await serving.waitFor('[profiles.lab]');
	assert.match(serving.said(), /Watching prod \(127\.0\.0\.1:\d+\) every 5s and lab \(127\.0\.0\.1:\d+\) every 20s\./v);
	const seriesOf = (metrics: string) => metrics.split('\n').filter(line => /^ryzetop_(?:account_|instances\{)/v.test(line));
	let served: readonly string[] = [];
	// While a text is made, the one before is told.
	await serving.until(async () => {
		served = seriesOf(await (await fetch(`${serving.url}/metrics`)).text());
		return served.some(line => line.includes('trouble="unauthorized"'));
	});
	assert.deepEqual(served.filter(line => line.startsWith('ryzetop_account')), [
		'ryzetop_account_up{account="prod"} 1', 'ryzetop_account_up{account="lab"} 0', 'ryzetop_account_trouble{account="lab",trouble="unauthorized"} 1',
	]);
	const {end, stdout} = await run(['list', '--config', config, '--output', 'prometheus']);
	assert.equal(end, 3);
	assert.deepEqual(seriesOf(stdout), served);
	const health: unknown = await (await fetch(`${serving.url}/healthz`)).json();
	assert.deepEqual((health as {readonly accounts: ReadonlyArray<{readonly account: string}>}).accounts.map(({account}) => account), ['prod', 'lab']);
	writeFileSync(path.join(folder, 'lab'), lab.token);
	serving.child.kill('SIGHUP');
	await serving.waitFor('lab: live.');
});

test('systemd learns that it is ready, alive and about to end, and the token is its credential', async () => {
	await using simulator = await simulate({instances: 1});
	const folder = freshFolder();
	const [programs, credentials, told] = ['bin', 'credentials', 'told'].map(name => path.join(folder, name));
	for (const made of [programs ?? '', credentials ?? '']) {
		mkdirSync(made);
	}

	writeFileSync(path.join(programs ?? '', 'systemd-notify'), `#!/bin/sh\necho "$NOTIFY_SOCKET $*" >> ${told}\n`, {mode: 0o755});
	writeFileSync(path.join(credentials ?? '', 'ryze-token'), `${simulator.token}\n`, {mode: 0o600});
	await using serving = await openServe([], {
		of: {url: simulator.url},
		env: {
			PATH: `${programs}:${process.env.PATH ?? ''}`, NOTIFY_SOCKET: '/run/notify', WATCHDOG_USEC: '200000', CREDENTIALS_DIRECTORY: credentials ?? '',
		},
	});
	await serving.waitFor('live');
	await serving.until(() => readFileSync(told ?? '', {encoding: 'utf8', flag: 'a+'}).includes('WATCHDOG=1'));
	assert.match(readFileSync(told ?? '', 'utf8'), /^\/run\/notify --ready --status=Watching 127\.0\.0\.1:\d+ every 5s\n/v);
	serving.child.kill('SIGTERM');
	await serving.ended;
	await serving.until(() => readFileSync(told ?? '', 'utf8').endsWith('STOPPING=1\n'));
});

test('it takes the memory over from one that watches already, and lets it go when it ends', async () => {
	await using simulator = await simulate({instances: 1, isMarked: false});
	const history = path.join(freshFolder(), 'history.db');
	const lease = () => {
		const database = new DatabaseSync(history, {readOnly: true});
		try {
			const {holder, rank, beat} = {...database.prepare('select holder, rank, beat from account').get()};
			return {holder: String(holder), rank: Number(rank), isHeld: Number(beat) > 0};
		} catch {
			return undefined;
		} finally {
			database.close();
		}
	};

	await using watching = open(['watch', '--initial', '--interval', '1s', '--history', history], {of: simulator});
	await watching.nextLine();
	await using serving = await openServe(['--interval', '1s', '--history', history], {of: simulator});
	await serving.until(() => lease()?.holder.includes(`${serving.child.pid}`) === true);
	// The whole list, serving, and an interval of ten seconds at most.
	assert.equal(lease()?.rank, 7);
	serving.child.kill('SIGTERM');
	await serving.ended;
	assert.equal(lease()?.isHeld, false);
});

test('a fall of many is told on after a restart, while the API answers nothing and when it answers again', async () => {
	let ahead = 0;
	await using simulator = await simulate({scenario: 'outage', isMarked: false, now: () => Date.now() + ahead});
	const argv = ['--interval', '1s', '--history', path.join(freshFolder(), 'history.db')];
	const read = async ({url}: {readonly url: string}) => (await fetch(`${url}/metrics`)).text();
	const fallenIn = (metrics: string) => /^ryzetop_instances_fallen\{[^\}]*\} (?<count>\d+)$/mv.exec(metrics)?.groups?.count;
	let fallen: string | undefined;
	{
		await using first = await openServe(argv, {of: simulator});
		await first.waitFor('live');
		// The outage begins after eight seconds, and lasts for a minute and a half.
		ahead = 30_000;
		await first.until(async () => {
			fallen = fallenIn(await read(first));
			return Number(fallen) > 10;
		});
		first.child.kill('SIGTERM');
		await first.ended;
	}

	simulator.beginFault('503');
	// It backs off for a few seconds of its own.
	await using second = await openServe(argv, {of: simulator, nodeOptions: [fastClock(5)]});
	await second.waitFor('HTTP 503');
	await second.until(async () => fallenIn(await read(second)) === fallen);
	const told = await read(second);
	assert.match(told, /^ryzetop_account_up\{[^\}]*\} 0$/mv);
	assert.match(told, /^ryzetop_instances\{[^\}]*state="disconnected"\} [1-9]/mv);
	assert.doesNotMatch(told, /integration|unreadable/v);
	simulator.endFault();
	await second.waitFor('live again');
	await second.until(async () => /^ryzetop_instances_unreadable\{/mv.test(await read(second)));
	assert.equal(fallenIn(await read(second)), fallen);
});
