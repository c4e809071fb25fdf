import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import type {RequestListener} from 'node:http';
import path from 'node:path';
import {test} from 'node:test';
import {wireItem} from '../../helpers/fleet.js';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {makeCertificate} from '../../helpers/servers/certificate.js';
import {serve, serveSecurely, serveTunnels} from '../../helpers/servers/loopback-server.js';
import {open, run} from '../running.js';
import {configureAccounts} from '../several.js';

const hosts = ['prod.test', 'lab.test', 'sick.test', 'shut.test'] as const;

/** What each host answers: its list, a way to another host, an error, or that it does not know the token. */
const answers = {
	'prod.test': [200, {}],
	'lab.test': [302, {location: 'https://prod.test/api/instance/list'}],
	'sick.test': [500, {}],
	'shut.test': [401, {}],
} as const;

test('through tunnels of a proxy each token reaches its own host alone, and the proxy sees none', async () => {
	const certificates = new Map(hosts.map(host => [host, makeCertificate(host)]));
	const reached: string[] = [];
	const answer = (host: typeof hosts[number]): RequestListener => (request, response) => {
		const tokens = Object.values(request.headers).filter(value => typeof value === 'string' && value.includes('secret-'));
		reached.push(`${host} ${request.headers.host} ${tokens.join(' ')}`);
		const [status, headers] = answers[host];
		response.writeHead(status, {'content-type': 'application/json', ...headers});
		response.end(status === 200 ? JSON.stringify({success: true, instances: [wireItem({name: 'sales'})]}) : '{"success":false}');
	};

	await using stack = new AsyncDisposableStack();
	const ports = new Map<string, number>();
	for (const host of hosts) {
		// eslint-disable-next-line no-await-in-loop -- one after the other
		const server = stack.use(await serveSecurely(answer(host), certificates.get(host)));
		ports.set(host, server.port);
	}

	const seen: string[] = [];
	const proxy = stack.use(await serveTunnels(ports, text => {
		seen.push(text);
	}));
	const authorities = path.join(freshFolder(), 'authorities.pem');
	writeFileSync(authorities, certificates.values().map(({cert}) => cert).toArray().join(''));
	const accounts = Object.fromEntries(hosts.map(host => [host.replace('.test', ''), {url: `https://${host}`, token: `secret-of-${host}`}]));
	const config = configureAccounts({...accounts, strange: {url: 'https://strange.test', token: 'secret-of-strange.test'}});
	const {end, stdout, stderr} = await run(['list', '--config', config, '--columns', 'name,account'], {
		env: {HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: authorities},
	});
	assert.deepEqual([end, stdout], [3, 'NAME   ACCOUNT\nsales  prod\n'], stderr);
	assert.deepEqual(new Set(reached), new Set(hosts.map(host => `${host} ${host} secret-of-${host}`)));
	assert.deepEqual(
		new Set(seen.flatMap(text => /^CONNECT (?<target>\S+)/v.exec(text)?.groups?.target ?? [])),
		new Set([...hosts, 'strange.test'].map(host => `${host}:443`)),
	);
	assert.doesNotMatch(seen.join('\n') + stdout + stderr, /secret-of/v);
});

test('watch, events and report tell in each format of which of two accounts an instance of the same name is', async () => {
	await using stack = new AsyncDisposableStack();
	let state = 'connected';
	const list = (own: () => string): RequestListener => (_, response) => {
		response.writeHead(200, {'content-type': 'application/json'});
		response.end(JSON.stringify({success: true, instances: [wireItem({name: 'sales', state: own()})]}));
	};

	const [prod, lab] = [
		{...stack.use(await serve(list(() => 'connected'))), token: 'token-of-the-tests-1'},
		{...stack.use(await serve(list(() => state))), token: 'token-of-the-tests-2'},
	];
	const config = configureAccounts({prod, lab});
	const own = ['--config', config, '--history', path.join(freshFolder(), 'history.db')];
	await using watching = open(['watch', '--interval', '1s', '--initial', ...own]);
	const read = async () => {
		const {account, event, name} = JSON.parse(await watching.nextLine()) as Readonly<Record<string, unknown>>;
		return [account, event, name].join(' ');
	};

	assert.deepEqual([await read(), await read()].toSorted(), ['lab present sales', 'prod present sales']);
	state = 'loggedout';
	assert.equal(await read(), 'lab changed sales');
	watching.child.kill('SIGTERM');
	await watching.ended;

	const places = [prod, lab].map(({url}) => new URL(url).host);
	const told = [
		...['table', 'json', 'ndjson', 'csv'].map(output => ['events', '--from', 'today', '--output', output]),
		...['table', 'json', 'csv', 'markdown', 'html'].map(output => ['report', '--last', '1h', '--output', output]),
	];
	await Promise.all(told.map(async ([command = '', ...args]) => {
		const {end, stdout, stderr} = await run([command, ...args, ...own]);
		assert.equal(end, 0, stderr);
		// Nothing happened in the other account.
		for (const place of command === 'events' ? places.slice(1) : places) {
			assert.ok(stdout.includes(place), `${command} ${args.join(' ')}: ${place} in\n${stdout}`);
		}

		assert.ok(stdout.includes('sales'), stdout);
	}));
});
