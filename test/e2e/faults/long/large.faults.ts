import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import {once} from 'node:events';
import {spawn} from 'node:child_process';
import process from 'node:process';
import {setTimeout} from 'node:timers/promises';
import {describe, test} from 'node:test';
import {program} from '../../../helpers/program.js';
import {openScreen, type Screen} from '../../../helpers/screen.js';
import {serve} from '../../../helpers/servers/loopback-server.js';
import {environmentFor} from '../../running.js';
import {isLive} from '../monitored.js';

/** As many as are read at all, with names that are costly to sort and to match. */
const count = 100_000;
const states = ['connected', 'connected', 'connecting', 'disconnected', 'loggedout'];

/** In milliseconds. A key is to be answered within one, and the end is to come within one; the machine has other work meanwhile. */
const second = 1000;
const options = {timeout: 300 * second};

const answer = Buffer.from(JSON.stringify({
	success: true,
	instances: Array.from({length: count}, (_, index) => ({
		id: String((index * 7919) % count),
		name: `${index % 2 === 0 ? 'José é 😀' : 'sales aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'} ${(index * 104_729) % count}`,
		connection: {state: states[index % states.length], numberJid: `55119${String(index).padStart(8, '0')}@s.whatsapp.net`},
		profile: {name: `Pëssoa ${index % 977}`},
	})),
}));

describe('a list of a hundred thousand', {concurrency: 1}, () => {
	test('keys, sorts and filters are answered, and SIGTERM ends the monitor, within a second each', options, async () => {
		await using monitored = await openMonitor();
		const {screen} = monitored;
		for (const key of ['j', 'k', '>', 'j', 'S', 'j', ':', 'Esc', 'C', 'Esc', '>', 'k', 'e', 'Esc', '/']) {
			// eslint-disable-next-line no-await-in-loop -- one key after the other
			await answered(screen, key);
		}

		let typed = '';
		for (const letter of 'jose9~a*') {
			typed += letter;
			const shown = typed;
			screen.press(letter);
			// eslint-disable-next-line no-await-in-loop -- see above
			await screen.waitFor(() => screen.text().includes(shown), `the prompt with ${shown}`, second);
		}

		const began = Date.now();
		screen.kill('SIGTERM');
		await screen.waitForExit();
		assert.ok(Date.now() - began < second, `it took ${Date.now() - began} ms`);
		assert.equal(screen.alternate(), false);
	});

	test('SIGTERM ends the list within a second, whatever it does', options, async () => {
		await using server = await serveAnswer();
		for (const instant of [500, 1500, 3000, 5000, 7000]) {
			const child = spawn(process.execPath, [program, 'list', '--output', 'json', '--url', server.url, '--timeout', '60s'], {
				env: environmentFor({of: {url: server.url, token: 'x'}}), stdio: ['ignore', 'pipe', 'ignore'],
			});
			child.stdout.resume();
			// eslint-disable-next-line no-await-in-loop -- one program after the other
			await setTimeout(instant);
			const began = Date.now();
			child.kill('SIGTERM');
			if (child.exitCode === null && child.signalCode === null) {
				// eslint-disable-next-line no-await-in-loop -- see above
				await once(child, 'exit');
			}

			assert.ok(Date.now() - began < second, `after ${instant} ms it took ${Date.now() - began} ms`);
		}
	});
});

async function serveAnswer() {
	return serve((_request, response) => {
		response.writeHead(200, {'content-type': 'application/json', 'content-length': answer.length});
		response.end(answer);
	});
}

async function openMonitor(): Promise<AsyncDisposable & {readonly screen: Screen}> {
	const server = await serveAnswer();
	const screen = openScreen(process.execPath, [program, '--url', server.url, '--interval', '2s', '--timeout', '60s'], {
		columns: 120, rows: 40, env: {RYZE_TOKEN: 'x'},
	});
	await screen.waitFor(() => isLive(screen), 'the first answer', 60 * second);
	return {
		screen,
		async [Symbol.asyncDispose]() {
			await screen.close();
			await server[Symbol.asyncDispose]();
		},
	};
}

/** Presses a key whose effect is to be seen within a second. */
async function answered(screen: Screen, key: string): Promise<void> {
	const before = screen.text();
	screen.press(key);
	await screen.waitFor(() => screen.text() !== before, `an effect of ${key}`, second);
}
