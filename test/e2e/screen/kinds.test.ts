import assert from 'node:assert/strict';
import test from 'node:test';
import {untouchedModes} from '../../helpers/modes.js';
import {isLive, watchSimulator} from '../watched.js';

// Set by `env`, after the pseudo-terminal has named itself.
const environments: readonly string[] = ['CI=', 'TERM=', '-u TERM', 'TERM=screen', 'TERM=screen-256color', 'TERM=tmux-256color', 'TERM=no-such-terminal', 'TERM=linux LANG=C', '-u HOME -u LANG'];

for (const environment of environments) {
	test(`with env ${environment} the monitor is live, obeys its keys and gives the terminal back`, async () => {
		await using watched = await watchSimulator({isUnderShell: true, line: command => `env ${environment} ${command}`});
		const {screen} = watched;
		await screen.waitFor(isLive, 'the first answer');
		screen.press('j');
		await screen.waitFor(() => screen.lines().at(-1)?.includes(' 2/') ?? false, 'a key');
		screen.press('q');
		await screen.waitForExit();
		assert.match(screen.text(), /TTY-SAME\nCODE=0\b/v);
		assert.deepEqual(screen.modes(), untouchedModes);
	});
}

test('a dumb terminal is sent no control sequence, but told why there is no picture, with code 2', async () => {
	await using watched = await watchSimulator({isUnderShell: true, line: command => `env TERM=dumb ${command}`});
	const {screen, simulator} = watched;
	await screen.waitForExit();
	assert.match(screen.text(), /TERM says that this one is dumb\.[\s\S]*TTY-SAME\nCODE=2\b/v);
	assert.ok(!screen.bytes().includes('\u{1B}'));
	assert.equal(simulator.requests(), 0);
});
