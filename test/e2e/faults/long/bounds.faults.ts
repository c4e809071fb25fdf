import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {faultGroups} from '../../../../source/simulator/faults/faults.js';
import {isLive, monitor, type Monitored} from '../monitored.js';

/** The heap of a small machine, in megabytes. */
const env = {NODE_OPTIONS: '--max-old-space-size=256'};

/** In milliseconds. */
const second = 1000;

/** How often a key is pressed, and at how many instants after the answer the program is ended. */
const keys = 12;
const ends = 4;

describe('while an answer is read that is far too much, in a heap of 256 MB', {concurrency: 2}, () => {
	for (const {id, summary} of faultGroups.bounds) {
		test(`keys are answered and SIGTERM ends it within a second: ${id}: ${summary}`, {timeout: 120_000}, async () => {
			for (let end = 0; end < ends; end++) {
				// eslint-disable-next-line no-await-in-loop -- one monitor after the other
				await using monitored = await monitor({env});
				monitored.simulator.beginFault(id);
				// eslint-disable-next-line no-await-in-loop -- see above
				await answerKeys(monitored, end === 0 ? keys : end);
				// eslint-disable-next-line no-await-in-loop -- see above
				await endNow(monitored);
			}
		});
	}
});

/** Moves the selection to and fro; each move must be on the screen within a second. */
async function answerKeys({screen, simulator}: Monitored, times: number): Promise<void> {
	const asked = simulator.requests();
	await screen.waitFor(() => simulator.requests() > asked || !isLive(screen), 'the next poll', 20 * second);
	for (let time = 0; time < times; time++) {
		const before = selectedRow(screen.lines());
		screen.press(time % 2 === 0 ? 'j' : 'k');
		// eslint-disable-next-line no-await-in-loop -- one key after the other
		await screen.waitFor(() => ![before, -1].includes(selectedRow(screen.lines())), 'the selection to move', second);
	}
}

async function endNow({screen}: Monitored): Promise<void> {
	const before = Date.now();
	screen.kill('SIGTERM');
	await screen.waitForExit();
	assert.ok(Date.now() - before < second, `it took ${Date.now() - before} ms`);
	assert.equal(screen.alternate(), false);
}

function selectedRow(lines: readonly string[]): number {
	return lines.findIndex(line => line.startsWith('▌'));
}
