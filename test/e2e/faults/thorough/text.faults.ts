import assert from 'node:assert/strict';
import test from 'node:test';
import {watchSimulator} from '../../watched.js';
import {findForbidden} from '../allowed.js';
import {
	isPicture,
	leave,
	size,
	walkFleet,
} from '../hostile-walk.js';

const sections = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

test('hostile texts reach the terminal in no view, revealed or not', {timeout: 120_000}, async () => {
	await using watched = await watchSimulator({scenario: 'hostile', ...size});
	const {screen} = watched;
	await screen.waitFor(isPicture, 'the first answer');
	for (const section of sections) {
		screen.press('g', 'Enter', section);
		// eslint-disable-next-line no-await-in-loop -- One section after the other.
		await screen.waitFor(() => screen.text().includes(' 1 Connection'), 'the detail');
		// eslint-disable-next-line no-await-in-loop -- See above.
		await walkFleet(screen);
		screen.press('x', 'G', '[', 'x', '[', 'x', 'q');
		// eslint-disable-next-line no-await-in-loop -- See above.
		await screen.waitFor(() => screen.lines()[2]?.includes('STATE') ?? false, 'the grid');
	}

	await leave(screen);
	assert.deepEqual(findForbidden(screen.bytes()), []);
});
