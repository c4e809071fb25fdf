import assert from 'node:assert/strict';
import {createServer} from 'node:net';
import {PassThrough} from 'node:stream';
import {text} from 'node:stream/consumers';
import {test} from 'node:test';
import {firstRunLines} from '../../../source/cli/first-run.js';
import {dispatch} from '../../../source/commands/dispatch.js';
import manifest from '../../../package.json' with {type: 'json'};

/** Runs a command line away from any terminal and gives everything that came of it. */
const runAway = async (argv: readonly string[], environment: NodeJS.ProcessEnv = {}) => {
	const stdout = new PassThrough();
	const stderr = new PassThrough();
	const code = await dispatch({
		argv, environment, stdin: {}, stdout, stderr,
	});
	stdout.end();
	stderr.end();
	return {code, stdout: await text(stdout), stderr: await text(stderr)};
};

test('help and version are data, and the program ends well', async () => {
	const helped = await runAway(['--help']);
	assert.deepEqual([helped.code, helped.stderr], [0, '']);
	assert.match(helped.stdout, /^htop for RyzeAPI[\s\S]+\?\n$/v);

	for (const argv of [['help', 'all'], ['--help', 'all'], ['help', 'monitor']]) {
		// eslint-disable-next-line no-await-in-loop -- one after the other
		const {code, stdout} = await runAway(argv);
		assert.equal(code, 0);
		assert.match(stdout, /^htop for RyzeAPI[\s\S]+--scenario S[\s\S]+\.\n$/v, argv.join(' '));
	}

	const versioned = await runAway(['--version']);
	assert.deepEqual(versioned, {code: 0, stdout: `${manifest.version}\n`, stderr: ''});
});

test('misuse is told on stderr, a line each, and ends with 2', async () => {
	assert.deepEqual(await runAway(['--asci', '--interval', '0.2s', '--demo']), {
		code: 2,
		stdout: '',
		stderr: [
			'ryzetop: There is no option --asci. Did you mean --ascii?',
			'ryzetop: --interval: "0.2s" is too short. 1s is the least.',
			'Try ryzetop --help.',
			'',
		].join('\n'),
	});
});

test('who has no token is shown the way, and the program ends with 2', async () => {
	assert.deepEqual(await runAway([]), {code: 2, stdout: '', stderr: `${firstRunLines.join('\n')}\n`});
});

test('away from a terminal the monitor says what to use instead, and ends with 2', async () => {
	assert.deepEqual(await runAway(['--url', 'https://example.com/'], {RYZE_TOKEN: 'hunter2'}), {
		code: 2,
		stdout: '',
		stderr: [
			'ryzetop: The monitor needs a terminal, and neither standard input nor standard output is one.',
			'ryzetop: For a script there are ryzetop list, watch, wait and check.',
			'Try ryzetop --help.',
			'',
		].join('\n'),
	});
});

test('no token stays in the environment that child processes inherit', async () => {
	const environment = {
		RYZE_TOKEN: 'a', RYZE_TOKEN_ACCOUNT: 'b', RYZE_ACCOUNT_TOKEN: 'c', Token_Account: 'd', Token_Instance: 'e', RYZE_URL: 'https://example.com', HOME: '/home/x',
	};
	await runAway(['--version'], environment);
	assert.deepEqual(environment, {RYZE_URL: 'https://example.com', HOME: '/home/x'});
});

test('a simulator that cannot have its port says so, and ends with 2', async () => {
	await using server = createServer();
	const {promise, resolve} = Promise.withResolvers<void>();
	server.listen(0, '127.0.0.1', resolve);
	await promise;
	const address = server.address();
	const port = typeof address === 'object' ? address?.port : undefined;
	const {code, stdout, stderr} = await runAway(['simulate', '--port', String(port)]);
	assert.deepEqual([code, stdout], [2, '']);
	assert.ok(stderr.startsWith(`ryzetop: Port ${port} on 127.0.0.1 is in use.`), stderr);
});
