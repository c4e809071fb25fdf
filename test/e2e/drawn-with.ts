import assert from 'node:assert/strict';
import {isLive, watchSimulator} from './watched.js';

/** Variables that are meant for other programs, with values that change what their readers do. */
export const strangers: readonly string[] = [
	'INK_SCREEN_READER=true',
	'DEV=true',
	'REACT_APP_X=1',
	'NODE_ENV=development',
	'DEBUG=*',
	'JEST_WORKER_ID=1',
	'UNDICI_USE_MILO=true',
	'UNDICI_NO_WASM_SIMD=1',
	'YARGS_MIN_NODE_VERSION=99',
	'COLUMNS=40',
	'LINES=10',
	'CI=true',
	'GITHUB_ACTIONS=1',
	'TF_BUILD=1',
	'AGENT_NAME=a',
	'TEAMCITY_VERSION=1',
	'CI_NAME=codeship',
	'COLORTERM=none',
	'TERM_PROGRAM=Apple_Terminal',
	'TERM_PROGRAM_VERSION=x',
	'NODE_DISABLE_COLORS=1',
	'NODE_DEBUG=timer,net,tls,http,undici',
	'NODE_PENDING_DEPRECATION=1',
];

/** The cells of the grid, the detail and the help, under a shell with these variables, in a terminal that does not know its size. */
export async function drawWith(variables: string): Promise<unknown> {
	await using watched = await watchSimulator({
		isUnderShell: true, isStill: true, columns: 80, rows: 24, line: command => `stty cols 0 rows 0; env ${variables} ${command} 2>/dev/null`,
	});
	const {screen} = watched;
	// Ports and times differ anyway.
	const draw = () => screen.lines().map((_, row) => screen.cells(row).map(cell => ({...cell, char: cell.char.replace(/\d/v, '0')})));
	await screen.waitFor(isLive, 'the first answer');
	const pictures = [draw()];
	for (const [key, isDrawn] of [['Enter', () => screen.text().includes(' 1 Connection')], ['?', () => screen.text().includes('SIGNS')]] as const) {
		screen.press(key);
		// eslint-disable-next-line no-await-in-loop -- one key after the other
		await screen.waitFor(isDrawn, key);
		pictures.push(draw());
	}

	screen.press('Ctrl+c');
	await screen.waitForExit();
	assert.match(screen.text(), /TTY-SAME\nCODE=130/v);
	return pictures;
}
