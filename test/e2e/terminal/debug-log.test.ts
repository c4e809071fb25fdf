import assert from 'node:assert/strict';
import {
	chmodSync,
	existsSync,
	readFileSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {isLive, watchSimulator} from '../watched.js';

/** A path in a folder of its own. */
function freshPath(): string {
	return path.join(freshFolder(), 'debug.log');
}

test('the log has a line for each poll and each command, no secret and nothing that was typed, and is its owner\'s alone', async () => {
	const file = freshPath();
	await using watched = await watchSimulator({args: ['--debug-log', file]});
	const {screen, simulator} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.press('j', 'Enter', 'x', 'q', '/');
	screen.write('hunter2');
	screen.press('Enter');
	await screen.waitFor(() => screen.lines()[1]?.includes('filter hunter2') ?? false, 'the filter');
	screen.press('q');
	await screen.waitForExit();

	const text = readFileSync(file, 'utf8');
	const entries = text.trimEnd().split('\n').map(line => JSON.parse(line) as Readonly<Record<string, unknown>>);
	assert.deepEqual(entries.filter(({kind}) => kind === 'command').map(({id}) => id), ['move.down', 'detail.open', 'secret.reveal', 'app.back', 'prompt.open', 'prompt.keep', 'app.back']);
	const poll = entries.find(({kind}) => kind === 'poll');
	assert.equal(poll?.outcome, 'ok');
	assert.equal(poll?.instances, simulator.world.instances().length);
	assert.deepEqual([entries[0]?.kind, entries.at(-1)?.kind, entries.at(-1)?.code], ['start', 'end', 0]);
	for (const secret of [simulator.token, 'hunter2', ...simulator.world.instances().map(({token}) => token)]) {
		assert.ok(!text.includes(secret));
	}

	assert.equal(statSync(file).mode % 0o1000, 0o600);
});

test('a full disk costs the lines of the log and one notice, not the screen', {skip: existsSync('/dev/full') ? false : 'there is no /dev/full here'}, async () => {
	await using watched = await watchSimulator({args: ['--debug-log', '/dev/full'], columns: 120});
	const {screen} = watched;
	await screen.waitFor(() => screen.text().includes('the debug log cannot be written (ENOSPC)'), 'the notice');
	await screen.waitFor(isLive, 'the fleet, and the notice gone');
	const count = screen.bytes().split('cannot be written').length;
	screen.press('j');
	await screen.waitFor(() => screen.lines().at(-1)?.includes(' 2/') ?? false, 'a key');
	assert.equal(screen.bytes().split('cannot be written').length, count, 'said once');
	screen.press('q');
	assert.equal((await screen.waitForExit()).code, 0);
});

test('a log that others can read is warned about', async () => {
	const file = freshPath();
	writeFileSync(file, '');
	chmodSync(file, 0o644);
	await using watched = await watchSimulator({args: ['--debug-log', file], columns: 160});
	const {screen} = watched;
	await screen.waitFor(() => screen.text().includes('is open to others (mode 644)'), 'the warning');
});

test('a log that cannot be opened is misuse, told before the screen is taken', async () => {
	for (const [file, words] of [[path.join(freshPath(), 'none/debug.log'), 'There is no such folder.'], ['/dev/tty', 'It is a terminal,'], ['-', 'Standard output is needed']] as const) {
		// eslint-disable-next-line no-await-in-loop -- one terminal after the other
		await using watched = await watchSimulator({args: ['--debug-log', file], columns: 160});
		const {screen} = watched;
		// eslint-disable-next-line no-await-in-loop -- one terminal after the other
		assert.equal((await screen.waitForExit()).code, 2);
		assert.ok(screen.text().includes(words), screen.text());
		assert.ok(!screen.bytes().includes('\u{1B}[?1049h'));
	}
});
