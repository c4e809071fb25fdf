import assert from 'node:assert/strict';
import {once} from 'node:events';
import {mkdtempDisposableSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {openScreen, type Screen} from '../../helpers/screen.js';

type Run = {
	/** The file in the folder `preload` that is loaded before the program. */
	readonly preload: string;
	readonly env: Readonly<Record<string, string>>;
	readonly source: string;
};

// Run a program with this source, and call `inspect` with its screen.
const play = async ({preload, env, source}: Run, inspect: (screen: Screen) => Promise<void>) => {
	using folder = mkdtempDisposableSync(path.join(tmpdir(), 'program-'));
	const program = path.join(folder.path, 'program.mjs');
	writeFileSync(program, `import process from 'node:process';\nconst say = text => process.stdout.write(text + '\\r\\n');\n${source}`);
	const args = ['--import', path.join(import.meta.dirname, '../../../tools/picture/preload', preload), program];
	await using screen = openScreen(process.execPath, args, {columns: 60, rows: 20, env});
	await inspect(screen);
};

const playByFakeClock = async (source: string, inspect: (screen: Screen) => Promise<void>) => {
	await play({preload: 'fake-clock.ts', env: {STORY_START: '1000000', STORY_STEP: '5000'}, source}, inspect);
};

// Advance the fake clock by one step, and wait for these lines on the screen.
const step = async (screen: Screen, lines: readonly string[]) => {
	process.kill(screen.pid, 'SIGUSR2');
	await screen.waitFor(({text}) => text() === lines.join('\n'), lines.join(' / '));
};

test('the fake clock stands still until a signal advances it by one step', async () => {
	await playByFakeClock(`
		const tell = () => say('at ' + Date.now());
		tell();
		const began = performance.now();
		setTimeout(() => {
			tell();
			process.on('SIGUSR2', () => say('at ' + Date.now() + ', ' + Math.floor((performance.now() - began) / 5000)));
		}, 50);
		setTimeout(() => {}, 1_000_000);
	`, async screen => {
		await screen.waitFor(({lines}) => lines()[1] !== '', 'a short timer by the machine\'s own time');
		await step(screen, ['at 1000000', 'at 1000000', 'at 1005000, 1']);
		await step(screen, ['at 1000000', 'at 1000000', 'at 1005000, 1', 'at 1010000, 2']);
	});
});

test('timers due within a step run in order, each at its own time, and again when they repeat', async () => {
	await playByFakeClock(`
		import {setTimeout as later} from 'node:timers';
		const tell = what => say(what + ' at ' + (Date.now() - 1_000_000));
		later(tell, 5000, 'last');
		const repeated = setInterval(tell, 2000, 'again');
		setTimeout(() => {
			tell('once');
			setTimeout(tell, 1000, 'chained');
		}, 3000);
		clearTimeout(setTimeout(tell, 4000, 'never'));
		setTimeout(() => clearInterval(repeated), 9000);
		say('ready');
	`, async screen => {
		await screen.waitFor(({text}) => text() === 'ready', 'the program');
		const first = ['ready', 'again at 2000', 'once at 3000', 'again at 4000', 'chained at 4000', 'last at 5000'];
		await step(screen, first);
		await step(screen, [...first, 'again at 6000', 'again at 8000']);
		assert.deepEqual(await screen.waitForExit(), {code: 0, signal: undefined});
	});
});

test('a fake timer keeps the program alive unless it is unreferenced', async () => {
	await playByFakeClock('setTimeout(() => say("later"), 60_000).unref(); say("done");', async screen => {
		assert.deepEqual(await screen.waitForExit(), {code: 0, signal: undefined});
		assert.equal(screen.text(), 'done');
	});
});

test('a server on a free port reports the fixed port and answers there, while another process has the same fixed port', async () => {
	const program = `
		import net from 'node:net';
		const server = net.createServer(socket => socket.end(String(process.pid)));
		server.listen(0, '127.0.0.1', () => {
			const {port} = server.address();
			net.connect({host: '127.0.0.1', port: String(port)}).on('data', answer => {
				say(Number(answer) === process.pid ? 'itself at ' + port : 'another process');
			});
		});
	`;
	const reach = async (inspect: () => Promise<void>) => {
		await play({preload: 'fixed-port.ts', env: {STORY_PORT: '8080'}, source: program}, async screen => {
			await screen.waitFor(({text}) => text() === 'itself at 8080', 'the server');
			await inspect();
		});
	};

	await reach(async () => reach(async () => undefined));
});

test('a second server has the next port, and the port of an account that is served elsewhere is the first', async () => {
	await using elsewhere = createServer(socket => {
		socket.end('elsewhere');
	}).listen(0, '127.0.0.1');
	await once(elsewhere, 'listening');
	const address = elsewhere.address();
	const served = typeof address === 'object' && address !== null ? String(address.port) : '';
	const source = `
		import net from 'node:net';
		const serve = word => new Promise(done => {
			const server = net.createServer(socket => socket.end(word)).listen(0, '127.0.0.1', () => done(server.address().port));
		});
		const ask = port => new Promise(done => {
			net.connect({host: '127.0.0.1', port}).on('data', answer => done(String(answer)));
		});
		const [one, other] = [await serve('one'), await serve('other')];
		say([one, other, await ask(8080), await ask(one), await ask(other)].join(' '));
	`;
	const check = async (env: Readonly<Record<string, string>>, expected: string) => {
		await play({preload: 'fixed-port.ts', env: {STORY_PORT: '8080', ...env}, source}, async screen => {
			await screen.waitFor(({text}) => text() === expected, expected);
		});
	};

	await Promise.all([check({}, '8080 8081 one one other'), check({STORY_SERVED: served}, '8081 8082 elsewhere one other')]);
});
