import assert from 'node:assert/strict';
import {
	mkdirSync,
	readdirSync,
	readFileSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {untouchedModes} from '../../helpers/modes.js';
import {isLive, watchSimulator} from '../watched.js';

/** Makes a function of Node throw once the signal has come. The message has a secret in it, as that of a library's error could. */
function onSignal(code: string): string {
	// Spaces end an option of NODE_OPTIONS.
	return `--import=data:text/javascript,${encodeURIComponent(`
		const boom = () => new Error('boom ' + globalThis.given);
		globalThis.given = process.env.RYZE_TOKEN;
		${code}
	`)}`;
}

type CrashPlace = {
	readonly name: string;
	readonly code: string;
	readonly interval: string;
	/** Keys after the detail was opened, and what the screen shows then. */
	readonly keys?: readonly string[];
	readonly shows?: string;
};

const places: readonly CrashPlace[] = [
	{
		name: 'outside of everything', interval: '1s', code: 'process.on("SIGUSR2", () => { throw boom(); });',
	},
	{
		name: 'as a promise that nobody awaits', interval: '1s', code: 'process.on("SIGUSR2", () => { Promise.reject(boom()); });',
	},
	{
		// Nothing but the jitter after each poll asks for a random number there.
		name: 'inside the poller', interval: '1s', code: 'const {random} = Math; let armed = false; Math.random = () => { if (armed) throw boom(); return random(); }; process.on("SIGUSR2", () => { armed = true; });',
	},
	{
		// While the picture is held the screen is drawn once a second, and between two polls its components are the first to ask for the time.
		// React draws a component again that threw once.
		name: 'inside a component', interval: '60s', keys: ['q', 'p'], shows: ' held 0:', code: 'const {now} = Date; process.on("SIGUSR2", () => { let left = 2; Date.now = () => { left -= 1; if (left === 0) Date.now = now; throw boom(); }; });',
	},
];

for (const {
	name, code, interval, keys = [], shows = 'Number JID',
} of places) {
	test(`a crash ${name} gives the terminal back, says in one line what happened and where the report is, and ends with 1`, async () => {
		const state = freshFolder();
		await using watched = await watchSimulator({isUnderShell: true, args: ['--interval', interval, '--no-history'], env: {NODE_OPTIONS: onSignal(code), XDG_STATE_HOME: state}});
		const {screen, simulator} = watched;
		await screen.waitFor(isLive, 'the first answer');
		screen.press('/', 'h', 'i', 'd', 'Ctrl+u', 'Enter', 'Enter');
		await screen.waitFor(() => screen.text().includes('Number JID'), 'the detail');
		screen.press(...keys);
		await screen.waitFor(() => screen.text().includes(shows), shows);
		screen.kill('SIGUSR2');
		await screen.waitForExit();
		assert.match(screen.text(), /TTY-SAME\nCODE=1\b/v);
		assert.deepEqual(screen.modes(), untouchedModes);

		const [report = '', ...others] = readdirSync(path.join(state, 'ryzetop'));
		assert.deepEqual(others, []);
		const file = path.join(state, 'ryzetop', report);
		assert.equal(screen.text().replaceAll('\n', '').includes(`ryzetop: a fault in the program ended it: Error: boom ••••••••. The report, without secrets: ${file}`), true, screen.text());
		const text = readFileSync(file, 'utf8');
		assert.equal(statSync(file).mode % 0o1000, 0o600);
		assert.match(text, /^terminal {2}xterm-256color, \d+x\d+$/mv);
		assert.match(text, /^commands {2}prompt\.open \([\d.]+s before\), prompt\.keep \([\d.]+s before\), detail\.open /mv);
		assert.match(text, /^Error: boom ••••••••$/mv);
		assert.ok(![text, screen.bytes()].join('\n').includes(simulator.token));
		assert.ok(!text.includes('hid'));
	});
}

test('a report that the state folder does not take is kept in the temporary one', async () => {
	const [state, temporary] = [freshFolder(), freshFolder()];
	mkdirSync(state, {recursive: true});
	writeFileSync(path.join(state, 'ryzetop'), 'in the way');
	await using watched = await watchSimulator({env: {NODE_OPTIONS: onSignal('process.on("SIGUSR2", () => { throw boom(); });'), XDG_STATE_HOME: state, TMPDIR: temporary}});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.kill('SIGUSR2');
	assert.equal((await screen.waitForExit()).code, 1);
	// The code of the program is kept there, too.
	assert.match(readdirSync(temporary).filter(name => !name.startsWith('ryzetop-code-')).join(' '), /^ryzetop-crash-\S+\.txt$/v);
});
