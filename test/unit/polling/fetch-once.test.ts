import assert from 'node:assert/strict';
import test from 'node:test';
import {fetchOnce} from '../../../source/polling/fetch-once.js';
import {createTestContext} from '../commands/test-context.js';
import {
	absent,
	down,
	ok,
	refused,
} from '../commands/outcomes.js';

test('who asks once asks again only within the patience given, and once more for a token that was replaced', async () => {
	for (const [answers, retryFor, expected, polls] of [
		[[down], 0, 'trouble', 1],
		[[down, down, ok()], 10_000, 'answer', 3],
		[[refused(false)], 10_000, 'trouble', 1],
		[[refused(true), ok()], 0, 'answer', 2],
		[[refused(true), refused(true), ok()], 0, 'trouble', 2],
		[[absent], 0, 'answer', 1],
	] as const) {
		const {context, clock, polls: made} = createTestContext(count => answers[count - 1] ?? down);
		const {accounts, signal} = context;
		const [watched = assert.fail()] = accounts;
		const asking = fetchOnce({
			watched, clock, signal, retryFor,
		});
		await clock.turn(60_000); // eslint-disable-line no-await-in-loop -- one after the other
		assert.equal((await asking)?.kind, expected); // eslint-disable-line no-await-in-loop -- the same
		assert.equal(made.length, polls);
	}
});
