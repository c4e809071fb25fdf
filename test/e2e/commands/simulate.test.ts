import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {test} from 'node:test';
import {request} from 'undici';
import {simulate} from '../../../source/commands/simulate.js';
import type {ScenarioName} from '../../../source/simulator/world/scenarios.js';
import {createClock, instancesIn, serve} from '../../unit/simulator/serving.js';

/** Runs the simulator until `act` is done with it; gives its lines to it when all are written. */
async function during(scenario: ScenarioName, act: (lines: readonly string[]) => Promise<void>): Promise<void> {
	const lines: string[] = [];
	const written = Promise.withResolvers<void>();
	const stopped = Promise.withResolvers<void>();
	const running = simulate({scenario, instances: 4}, {
		write(line) {
			lines.push(line);
			if (line.startsWith('export RYZE_TOKEN=')) {
				written.resolve();
			}
		},
		now: createClock().now,
		stopped: stopped.promise,
	});
	try {
		await Promise.race([written.promise, running]);
		await act(lines);
	} finally {
		stopped.resolve();
		await running;
	}
}

/** The address and the token a shell has in its environment after the lines. */
function runInShell(lines: readonly string[]): {readonly url: string; readonly token: string} {
	const [url = '', token = ''] = execFileSync('sh', ['-c', `${lines.join('\n')}\nprintf '%s\\n' "$RYZE_URL" "$RYZE_TOKEN"`], {encoding: 'utf8'}).split('\n', 2);
	return {url, token};
}

test('a shell that takes the lines can ask for the list', async () => {
	await during('calm', async lines => {
		const {url, token} = runInShell(lines);
		const {body} = await request(`${url}/api/instance/list`, {headers: {token}});
		assert.equal(instancesIn(await body.json()).length, 4);
	});
});

test('the token printed for `single` sees one instance', async () => {
	await during('single', async lines => {
		const {url, token} = runInShell(lines);
		const {body} = await request(`${url}/api/instance/list`, {headers: {token}});
		assert.equal(instancesIn(await body.json()).length, 1);
	});
});

test('all lines but the two exports are comments, which say what to do', async () => {
	await during('busy', async lines => {
		const comments = lines.filter(line => !line.startsWith('export RYZE_'));
		assert.equal(lines.length - comments.length, 2);
		assert.ok(comments.every(line => line.startsWith('# ')));
		assert.match(comments.join(' '), /ryzetop.*Ctrl\+C/v);
	});
});

test('when it is stopped it no longer answers', async () => {
	let url = '';
	await during('calm', async lines => {
		({url} = runInShell(lines));
	});
	await assert.rejects(request(`${url}/api/instance/list`), {code: 'ECONNREFUSED'});
});

test('a port in use is reported before anything is written', async () => {
	await using other = await serve();
	const lines: string[] = [];
	const port = Number(new URL(other.url).port);
	await assert.rejects(simulate({scenario: 'calm', port}, {
		write(line) {
			lines.push(line);
		},
		now: createClock().now,
		stopped: Promise.resolve(),
	}), /^Error: Port \d+ on 127\.0\.0\.1 is in use\./v);
	assert.deepEqual(lines, []);
});
