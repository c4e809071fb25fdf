import assert from 'node:assert/strict';
import {hostileTexts} from '../../../source/simulator/instances/hostile-texts.js';
import type {Screen} from '../../helpers/screen.js';

/** Wide enough for the title of each view, too narrow for the detail beside the grid. */
export const size = {columns: 130, rows: 60};

export const isPicture = (screen: Screen) => screen.lines()[1]?.startsWith(' live') ?? false;

/** Goes down the fleet in the open section, one instance after the other; each is drawn before the next. */
export async function walkFleet(screen: Screen): Promise<void> {
	for (let seen = 1; seen < hostileTexts.length; seen++) {
		const before = screen.byteCount();
		screen.press(']');
		// eslint-disable-next-line no-await-in-loop -- One after the other.
		await screen.waitFor(() => screen.byteCount() > before, 'the next instance');
	}
}

/** Ends the program, so that all it wrote is there, its last words too. */
export async function leave(screen: Screen): Promise<void> {
	const before = screen.byteCount();
	screen.press('q');
	assert.equal((await screen.waitForExit()).code, 0);
	assert.ok(screen.byteCount() > before);
}
