import assert from 'node:assert/strict';
import {
	chmodSync,
	existsSync,
	readFileSync,
	writeFileSync,
} from 'node:fs';
import {createServer, type IncomingMessage, type RequestListener} from 'node:http';
import path from 'node:path';
import process from 'node:process';
import {afterEach, describe, test} from 'node:test';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {isLive, watchSimulator} from '../watched.js';

const undoings: Array<() => void> = [];

/** A server on loopback; its port. */
async function serve(listener: RequestListener): Promise<number> {
	const server = createServer(listener);
	undoings.push(() => {
		server.closeAllConnections();
		server.close();
	});
	const {promise, resolve} = Promise.withResolvers<void>();
	server.listen(0, '127.0.0.1', resolve);
	await promise;
	const address = server.address();
	assert.ok(typeof address === 'object' && address !== null);
	return address.port;
}

describe('the token and what else is secret', () => {
	afterEach(() => {
		for (const undo of undoings.splice(0)) {
			undo();
		}
	});

	test('a child process finds the token neither in its environment nor in its arguments', async () => {
		const folder = freshFolder();
		const told = path.join(folder, 'told');
		// The monitor copies through the `tmux` it finds on the path.
		writeFileSync(path.join(folder, 'tmux'), `#!/bin/sh\n{ env; echo "ARGUMENTS $*"; echo "INPUT $(cat)"; } >${told}.part\nmv ${told}.part ${told}\n`, {mode: 0o755});
		await using watched = await watchSimulator({
			env: {
				TMUX: '/tmp/none,1,0', PATH: `${folder}:${process.env.PATH ?? ''}`, RYZE_ACCOUNT_TOKEN: 'another-token', Token_Instance: 'yet-another-token',
			},
		});
		const {screen, simulator} = watched;
		await screen.waitFor(isLive, 'the first answer');
		screen.press('y');
		await screen.waitFor(() => /copied [ a-z]*name to tmux/v.test(screen.text()), 'the copy');
		const text = readFileSync(told, 'utf8');
		assert.match(text, /^ARGUMENTS load-buffer/mv);
		assert.match(text, /^PATH=/mv);
		for (const secret of [simulator.token, 'another-token', 'yet-another-token', 'RYZE_TOKEN', 'Token_Instance']) {
			assert.ok(!text.includes(secret), secret);
		}
	});

	test('the arguments that others see hold no token, and one that is given there is refused without being shown', async () => {
		await using watched = await watchSimulator();
		await watched.screen.waitFor(isLive, 'the first answer');
		if (existsSync('/proc/self/cmdline')) {
			const line = readFileSync(`/proc/${watched.screen.pid}/cmdline`, 'utf8');
			assert.ok(line.length > 0);
			assert.ok(!line.includes(watched.simulator.token));
		}

		await using refused = await watchSimulator({args: ['--token', 'hunter2-token'], columns: 160});
		assert.equal((await refused.screen.waitForExit()).code, 2);
		assert.ok(!refused.screen.bytes().includes('hunter2'));
		assert.equal(refused.simulator.requests(), 0);
	});

	test('a redirect is told and never followed, so that the token goes nowhere else', async () => {
		const strayed: IncomingMessage[] = [];
		const elsewhere = await serve((request, response) => {
			strayed.push(request);
			response.end('{}');
		});
		const asked: Array<string | undefined> = [];
		const port = await serve((request, response) => {
			asked.push(request.method);
			response.writeHead(asked.length % 2 === 0 ? 301 : 307, {location: `http://127.0.0.1:${elsewhere}/api/instance/list`});
			response.end();
		});
		await using watched = await watchSimulator({args: ['--url', `http://127.0.0.1:${port}`]});
		const {screen} = watched;
		await screen.waitFor(() => screen.text().includes('the server points to 127.0.0.1'), 'the words for it');
		await screen.waitFor(() => asked.length > 1, 'another try');
		assert.deepEqual(new Set(asked), new Set(['GET']));
		assert.equal(strayed.length, 0);
	});

	test('plain HTTP to an address that is not loopback is warned about, on the screen and before it', async () => {
		await using watched = await watchSimulator({columns: 160});
		// `0.0.0.0` stands for every address of this machine: it is reached without a network, but it is not called loopback.
		const {port} = new URL(watched.simulator.url);
		await using exposed = await watchSimulator({columns: 160, args: ['--url', `http://0.0.0.0:${port}`], env: {RYZE_TOKEN: watched.simulator.token}});
		await exposed.screen.waitFor(() => exposed.screen.alternate() && exposed.screen.text().includes('is plain HTTP: everyone on the way there can read the token'), 'the warning');
		assert.match(exposed.screen.bytes().split('\u{1B}', 1)[0] ?? '', /^ryzetop: http:\/\/0\.0\.0\.0:\d+ is plain HTTP/v);
		await watched.screen.waitFor(isLive, 'the one on loopback');
		assert.ok(!watched.screen.bytes().includes('plain HTTP'));
	});

	test('a token file that others can read is used and warned about, and one of its owner\'s alone is not', async () => {
		const folder = freshFolder();
		for (const [mode, isWarned] of [[0o644, true], [0o600, false]] as const) {
			const file = path.join(folder, `token-${mode.toString(8)}`);
			// eslint-disable-next-line no-await-in-loop -- one after the other
			await using watched = await watchSimulator({
				columns: 160, args: ['--token-file', file], isUnderShell: true, line: command => `sleep 0.1; ${command}`,
			});
			writeFileSync(file, watched.simulator.token);
			chmodSync(file, mode);
			// eslint-disable-next-line no-await-in-loop -- one after the other
			await watched.screen.waitFor(isLive, 'the first answer');
			assert.equal(watched.screen.bytes().includes(`is open to others (mode ${mode.toString(8)})`), isWarned);
			assert.ok(!watched.screen.bytes().includes(watched.simulator.token));
		}
	});
});
