import assert from 'node:assert/strict';
import test from 'node:test';
import {ask} from '../../../source/polling/fetch-once.js';
import {account} from '../../helpers/fleet.js';
import {createDesk} from '../commands/desk.js';
import {
	absent,
	down,
	ok,
	refused,
} from '../commands/outcomes.js';

test('who asks once asks again only within the patience given, and once more for a token that was replaced', async () => {
	for (const [answers, patience, expected, polls] of [
		[[down], 0, 'trouble', 1],
		[[down, down, ok()], 10_000, 'answer', 3],
		[[refused(false)], 10_000, 'trouble', 1],
		[[refused(true), ok()], 0, 'answer', 2],
		[[refused(true), refused(true), ok()], 0, 'trouble', 2],
		[[absent], 0, 'answer', 1],
	] as const) {
		const {desk, clock, polls: made} = createDesk(count => answers[count - 1] ?? down);
		const {fetchList, signal} = desk;
		const asking = ask({
			account, fetchList, clock, signal, patience,
		});
		await clock.turn(60_000); // eslint-disable-line no-await-in-loop -- one after the other
		assert.equal((await asking)?.kind, expected); // eslint-disable-line no-await-in-loop -- the same
		assert.equal(made.length, polls);
	}
});
