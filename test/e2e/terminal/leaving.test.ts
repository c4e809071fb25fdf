import assert from 'node:assert/strict';
import test from 'node:test';
import {untouchedModes} from '../../helpers/modes.js';
import {
	isLive,
	isTitleBack,
	watchSimulator,
	type Watched,
} from '../watched.js';

/** Throws from outside of every function of the program, when the signal comes. */
const crashOnSignal = '--import=data:text/javascript,process.on(`SIGUSR2`,()=>{throw(new(Error)(`boom`))})';

const ways: ReadonlyArray<{readonly name: string; readonly leave: (watched: Watched) => void; readonly code: number}> = [
	{
		name: 'q', leave({screen}) {
			screen.press('q');
		}, code: 0,
	},
	{
		name: 'F10', leave({screen}) {
			screen.press('F10');
		}, code: 0,
	},
	{
		name: 'Ctrl+C', leave({screen}) {
			screen.press('Ctrl+c');
		}, code: 130,
	},
	{
		name: 'Ctrl+C in the detail, with the help open', leave({screen}) {
			screen.press('Enter', '?', 'Ctrl+c');
		}, code: 130,
	},
	{
		name: 'SIGTERM', leave({screen}) {
			screen.kill('SIGTERM');
		}, code: 143,
	},
	{
		name: 'SIGQUIT', leave({screen}) {
			screen.kill('SIGQUIT');
		}, code: 131,
	},
	{
		name: 'SIGINT', leave({screen}) {
			screen.kill('SIGINT');
		}, code: 130,
	},
	{
		name: 'SIGHUP', leave({screen}) {
			screen.kill('SIGHUP');
		}, code: 129,
	},
	{
		name: 'a crash', leave({screen}) {
			screen.kill('SIGUSR2');
		}, code: 1,
	},
];

for (const {name, leave, code} of ways) {
	test(`${name} gives the terminal back as it was, with code ${code}`, async () => {
		await using watched = await watchSimulator({isUnderShell: true, env: {NODE_OPTIONS: code === 1 ? crashOnSignal : '', XDG_STATE_HOME: '/dev/null', TMPDIR: '/dev/null'}});
		const {screen} = watched;
		await screen.waitFor(isLive, 'the first answer');
		assert.ok(screen.alternate());
		assert.ok(!screen.cursor().visible);
		leave(watched);
		await screen.waitForExit();
		assert.match(screen.text(), new RegExp(String.raw`TTY-SAME\nCODE=${code}\b`, 'v'));
		assert.deepEqual(screen.modes(), untouchedModes);
		assert.ok(isTitleBack(screen));
	});
}

test('leaving does not wait for a request that hangs', async () => {
	await using watched = await watchSimulator({isUnderShell: true, args: ['--timeout', '10m']});
	const {screen, simulator} = watched;
	await screen.waitFor(isLive, 'the first answer');
	simulator.beginFault('hang-before-headers');
	await screen.waitFor(() => screen.text().includes('no answer yet'), 'the request that hangs');
	screen.press('q');
	await screen.waitForExit();
	assert.match(screen.text(), /TTY-SAME\nCODE=0/v);
});

test('what was watched and what changed is summed up on the normal screen', async () => {
	await using watched = await watchSimulator({isUnderShell: true});
	const {screen, simulator} = watched;
	await screen.waitFor(isLive, 'the first answer');
	const {name} = simulator.world.instances().at(0) ?? {name: ''};
	simulator.world.set(name, {state: 'loggedout'});
	await screen.waitFor(() => screen.text().includes('✕ logged out'), 'the change');
	screen.press('q');
	await screen.waitForExit();
	assert.match(screen.text(), /ryzetop watched 127\.0\.0\.1:\d+ for \d+s: \d+ polls, none failed\./v);
	assert.match(screen.text(), /1 instance changed:/v);
	assert.ok(screen.lines().some(line => line.startsWith(`│ ${name} `) && line.includes('│ logged out │')));
});
