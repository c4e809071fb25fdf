import assert from 'node:assert/strict';
import test from 'node:test';
import {runWatch} from '../../../source/commands/watch.js';
import type {Outcome} from '../../../source/core/polling/outcome.js';
import {parseFilter} from '../../../source/core/filter/parse.js';
import {noon} from '../../helpers/fleet.js';
import {createTestContext} from './test-context.js';
import {
	down,
	ok,
	refused,
	runOut,
} from './outcomes.js';

const watching = {
	command: 'watch', names: [], filter: parseFilter(''), interval: 5000, timeout: 15_000, hasHealth: false, hasInitial: true,
} as const;

test('watch does not poll on while its reader has not taken the lines, and goes on when it has', async () => {
	const taken = Promise.withResolvers<undefined>();
	const {context, clock, polls, stop} = createTestContext(() => ok({name: 'a'}, {name: 'b'}), async () => taken.promise);
	const running = runWatch(watching, context);
	await clock.turn(60_000);
	assert.deepEqual(polls, [0]);
	taken.resolve(undefined);
	await clock.turn(6000);
	assert.deepEqual(polls, [0, 60_000, 65_000]);
	stop();
	await running;
});

test('watch writes every line by itself, in their order', async () => {
	const {context, clock, written, stop} = createTestContext(() => ok({name: 'b'}, {name: 'a'}));
	const running = runWatch(watching, context);
	await clock.turn(100);
	assert.deepEqual(written.map(text => (JSON.parse(text) as {readonly name: string}).name), ['a', 'b']);
	stop();
	await running;
});

test('watch ends quietly when its reader has gone, and with words when the output is full', async () => {
	for (const [failure, code, words] of [['EPIPE', 0, []], ['ENOSPC', 2, ['Standard output cannot be written (ENOSPC).']]] as const) {
		const context = createTestContext(() => ok({name: 'a'}), async () => failure);
		// eslint-disable-next-line no-await-in-loop -- one after the other
		assert.deepEqual(await runOut(context, runWatch(watching, context.context)), {code, polls: [0], said: words});
	}
});

test('watch names a state that no instance has, once', async () => {
	const context = createTestContext(() => ok({name: 'a'}));
	const running = runWatch({...watching, filter: parseFilter('state:conected')}, context.context);
	await context.clock.turn(12_000);
	context.stop();
	await running;
	assert.deepEqual(context.said, ['No instance has the state conected; did you mean connected?']);
});

test('watch goes on through trouble, and ends when the token is refused for good', async () => {
	const answers = [down, refused(true), ok({name: 'a'}), refused(false)];
	const context = createTestContext(count => answers[count - 1] ?? down);
	const {code, polls, said} = await runOut(context, runWatch(watching, context.context));
	assert.deepEqual([code, polls.length], [4, 4]);
	assert.match(said.join('\n'), /^token refused: .+ Set RYZE_TOKEN/v);
	assert.deepEqual(context.written.map(text => (JSON.parse(text) as {readonly event: string}).event), ['trouble-began', 'trouble-ended', 'present', 'trouble-began']);
});

test('watch tells that no poll ends, while none does', async () => {
	const {context, clock, written, stop} = createTestContext(() => ok({name: 'a'}));
	const watched = context.accounts[0] ?? assert.fail();
	const hanging = Promise.withResolvers<Outcome>();
	let polls = 0;
	const running = runWatch(watching, {
		...context, accounts: [{
			...watched, async fetchList(signal) {
				polls += 1;
				return polls === 1 ? watched.fetchList(signal) : hanging.promise;
			},
		}],
	});
	await clock.turn(30_000);
	const {event, trouble, at} = JSON.parse(written.at(-1) ?? '{}') as {readonly event: string; readonly trouble: string; readonly at: string};
	assert.deepEqual([written.length, event, trouble, at], [2, 'trouble-began', 'no answer: no poll has ended in the time that it may take', new Date(noon + 21_000).toISOString()]);
	stop();
	hanging.resolve(down);
	await running;
});
