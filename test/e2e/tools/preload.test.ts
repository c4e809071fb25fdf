import assert from 'node:assert/strict';
import {mkdtempDisposableSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {openScreen, type Screen} from '../../helpers/screen.js';

// Run a program of these lines behind a preload.
const play = async (preload: string, env: Readonly<Record<string, string>>, source: string, look: (screen: Screen) => Promise<void>) => {
	using folder = mkdtempDisposableSync(path.join(tmpdir(), 'program-'));
	const program = path.join(folder.path, 'program.mjs');
	writeFileSync(program, `import process from 'node:process';\nconst say = text => process.stdout.write(text + '\\r\\n');\n${source}`);
	await using screen = openScreen(process.execPath, ['--import', path.join(import.meta.dirname, '../../../tools/picture/preload', preload), program], {columns: 60, rows: 20, env});
	await look(screen);
};

const playInTime = async (source: string, look: (screen: Screen) => Promise<void>) => play('standing-clock.ts', {STORY_START: '1000000', STORY_STEP: '5000'}, source, look);

// Let one step of time pass, and wait until the program says that it has.
const step = async (screen: Screen, lines: readonly string[]) => {
	process.kill(screen.pid, 'SIGUSR2');
	await screen.waitFor(({text}) => text() === lines.join('\n'), lines.join(' / '));
};

test('time stands still until it is told to go on, by a step', async () => {
	await playInTime(`
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

test('what is due within a step is done in its order, each at its own time, and again where it repeats', async () => {
	await playInTime(`
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

test('a program is kept alive by what is still to come, unless it asked not to be', async () => {
	await playInTime('setTimeout(() => say("later"), 60_000).unref(); say("done");', async screen => {
		assert.deepEqual(await screen.waitForExit(), {code: 0, signal: undefined});
		assert.equal(screen.text(), 'done');
	});
});

test('a server on a free port shows the port it is told to, and answers there, though another one does the same', async () => {
	const program = `
		import net from 'node:net';
		const server = net.createServer(socket => socket.end(String(process.pid)));
		server.listen(0, '127.0.0.1', () => {
			const {port} = server.address();
			net.connect({host: '127.0.0.1', port: String(port)}).on('data', answer => say(Number(answer) === process.pid ? 'itself at ' + port : 'somebody else'));
		});
	`;
	const reach = async (look: () => Promise<void>) => play('shown-port.ts', {STORY_PORT: '8080'}, program, async screen => {
		await screen.waitFor(({text}) => text() === 'itself at 8080', 'the server');
		await look();
	});

	await reach(async () => reach(async () => undefined));
});
