import assert from 'node:assert/strict';
import process from 'node:process';
import test from 'node:test';
import {findForeign} from '../../helpers/plain-terminal.js';
import {program} from '../../helpers/program.js';
import {openScreen} from '../../helpers/screen.js';
import {tokenize} from '../../helpers/sequences.js';
import {simulate} from '../../helpers/servers/simulate.js';
import {isLive} from '../watched.js';

const sections = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

test('through all views and back, nothing is written that a terminal since the VT100 may not know', async () => {
	await using simulator = await simulate({scenario: 'busy'});
	// Without its editing of lines, the shell writes plain text.
	await using screen = openScreen('bash', ['--norc', '--noediting', '-i'], {columns: 100, rows: 30, env: {RYZE_TOKEN: simulator.token, PS1: 'prompt> '}});
	const lastLine = () => screen.lines().at(-1) ?? '';
	const press = async (keys: string | readonly string[], isAnswered: () => boolean) => {
		screen.press(...[keys].flat());
		await screen.waitFor(isAnswered, `the answer to ${String(keys)}`);
	};

	const isInGrid = () => screen.lines()[2]?.includes('STATE') ?? false;
	await screen.waitFor(() => screen.text().includes('prompt>'), 'the shell');
	screen.write(`'${process.execPath}' '${program}' --url ${simulator.url} --interval 1s --bell\r`);
	await screen.waitFor(isLive, 'the first answer');
	await press(['j', 'j', 'j'], () => lastLine().includes(' 4/'));
	await press(['s', 'S', 'Ctrl+c', 'C', 'Ctrl+c', ':', 'x', 'Ctrl+c', 'Space', 'p', 'p', 'G', 'g'], () => lastLine().includes(' 1/'));
	await press('Enter', () => screen.text().includes(' 1 Connection'));
	for (const section of sections) {
		screen.press(section, 'G');
	}

	await press('g', () => screen.text().includes('▌ State '));
	await press(['/', 'n', 'a'], () => lastLine().startsWith(' /na'));
	await press('Esc', () => !lastLine().startsWith(' /na'));
	await press('q', isInGrid);
	await press('e', () => !isInGrid());
	await press('q', isInGrid);
	await press('?', () => screen.text().includes('SIGNS'));
	await press('Esc', isInGrid);

	await press(['/', 'l', 'o', 'j', 'Left'], () => lastLine().startsWith(' /loj') && screen.cursor().visible && screen.cursor().column === 4);
	assert.equal(screen.cursor().row, 29, 'the cursor of the terminal is at the caret');
	await press(['End', 'Ctrl+u', 'Enter'], () => / \d+\/40$/v.test(lastLine()) && !screen.cursor().visible);

	screen.resize(35, 6);
	await screen.waitFor(() => !isInGrid() && screen.lines().length === 6 && screen.text().includes('live'), 'the summary');
	screen.resize(150, 30);
	await screen.waitFor(isInGrid, 'the wide grid');
	await press('Ctrl+l', isInGrid);
	await press('Ctrl+z', () => screen.text().includes('Stopped') && !screen.alternate());
	screen.write('fg\r');
	await screen.waitFor(() => screen.alternate() && isInGrid(), 'the monitor again');
	await press('q', () => !screen.alternate() && screen.text().includes('ryzetop watched'));
	const foreign = tokenize(screen.bytes()).map(token => findForeign(token, true)).filter(found => found !== undefined);
	assert.deepEqual([...new Set(foreign)], []);
});
