import assert from 'node:assert/strict';
import test from 'node:test';
import {hostileTexts} from '../../../source/simulator/instances/hostile-texts.js';
import {watchSimulator} from '../watched.js';
import {findForbidden} from './allowed.js';
import {
	isPicture,
	leave,
	size,
	walkFleet,
} from './hostile-walk.js';

/** As many that the whole page of an instance is seen at once. */
const pageRows = 250;

test('hostile texts reach the terminal in no part of a detail, revealed or not', {timeout: 60_000}, async () => {
	await using watched = await watchSimulator({scenario: 'hostile', ...size, rows: pageRows});
	const {screen} = watched;
	await screen.waitFor(isPicture, 'the first answer');
	screen.press('g', 'Enter');
	await screen.waitFor(() => screen.text().includes('"updatedAt"'), 'the whole page');
	await walkFleet(screen);
	screen.press('x', 'G', '[', 'x', '[', 'x', 'q');
	await screen.waitFor(() => screen.lines()[2]?.includes('STATE') ?? false, 'the grid');
	await leave(screen);
	assert.deepEqual(findForbidden(screen.bytes()), []);
});

test('hostile texts of a changing fleet reach the terminal neither in events nor in the title, notices or last words', {timeout: 60_000}, async () => {
	await using watched = await watchSimulator({scenario: 'hostile', args: ['--notify'], ...size});
	const {screen, simulator} = watched;
	await screen.waitFor(isPicture, 'the first answer');
	for (const [index, {name}] of simulator.world.instances().entries()) {
		if (index % 3 === 0) {
			simulator.world.remove(name);
		} else {
			simulator.world.set(name, {state: `new${hostileTexts[index % hostileTexts.length] ?? ''}`});
		}
	}

	screen.press('e');
	await screen.waitFor(() => screen.text().includes('new'), 'the events');
	screen.press('G', 'g', 'q', 'G', 'y', '?', 'q');
	await screen.settle();
	await leave(screen);
	// A notification is its own command; what is in it is looked at as a title is.
	const written = screen.bytes().replaceAll(/\u{1B}\](?:9|777;notify);/gv, '\u{1B}]0;').replaceAll(/\u{1B}\]52;c;[+\/0-9=A-Za-z]*\u{7}/gv, '');
	assert.deepEqual(findForbidden(written), []);
});

test('what is pasted into the prompt or given on the command line is shown, not obeyed', {timeout: 60_000}, async () => {
	const words = hostileTexts.filter(text => !text.includes('\0') && text.isWellFormed() && text.length < 100);
	await using watched = await watchSimulator({args: ['--', ...words], ...size});
	const {screen} = watched;
	await screen.waitFor(() => screen.lines()[1]?.startsWith(' live') ?? false, 'the first answer');
	screen.press('/');
	await screen.waitFor(() => screen.lines().at(-1)?.startsWith(' /') ?? false, 'the prompt');
	for (const text of words) {
		const before = screen.byteCount();
		screen.press('Ctrl+u');
		screen.write(`\u{1B}[200~f${text.replaceAll('\u{1B}[201~', '')}\u{1B}[201~`);
		// eslint-disable-next-line no-await-in-loop -- One after the other.
		await screen.waitFor(() => screen.byteCount() > before, 'the pasted text');
	}

	screen.press('Enter');
	await screen.waitFor(() => screen.lines()[1]?.includes('filter f') ?? false, 'the filter kept');
	await leave(screen);
	assert.deepEqual(findForbidden(screen.bytes()), []);
});

test('what the program has no use for is found out', () => {
	const bad = ['\u{1B}[6n', '\u{1B}[8m', '\u{1B}[0;5m', '\u{1B}[?1003h', '\u{1B}[2;5r', '\u{1B}]52;c;eA==\u{7}', '\u{1B}]8;;x\u{7}', '\u{1B}Pq\u{1B}\\', '\u{1B}c', '\u{1B}(0', '\u{1B}]0;', '\u{7}', '\b', '\t', '\u{85}', '\u{202E}', '\u{2028}', `a${'\u{301}'.repeat(5)}`, '\u{1B}]0;a\u{202E}\u{7}'];
	assert.deepEqual(bad.filter(written => findForbidden(written).length === 0).map(written => JSON.stringify(written)), []);
	assert.deepEqual(findForbidden('\u{1B}[?1049h\u{1B}[1;31mred\u{1B}[0m é 漢 \u{1B}[K\r\n\u{1B}[3;4H\u{1B}]0;title\u{7}\u{1B}[22;0t'), []);
});
