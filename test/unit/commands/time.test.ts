import assert from 'node:assert/strict';
import test from 'node:test';
import {fetchOnce} from '../../../source/polling/fetch-once.js';
import type {WaitSettings} from '../../../source/config/settings/wait.js';
import {parseFilter} from '../../../source/core/filter/parse.js';
import {stateKind} from '../../../source/core/instance/instance.js';
import type {Outcome} from '../../../source/core/polling/outcome.js';
import {sanitize} from '../../../source/core/text/sanitize.js';
import {runWait} from '../../../source/commands/wait.js';
import {runWatch} from '../../../source/commands/watch.js';
import {
	account,
	noon,
	snapshotOf,
	type WireItem,
} from '../../helpers/fleet.js';
import {createDesk, type TestDesk} from './desk.js';

const ok = (...items: readonly WireItem[]): Outcome => ({
	kind: 'ok', snapshot: snapshotOf(items), budget: undefined, bytes: 1,
});
const down: Outcome = {kind: 'unreachable', reason: 'refused'};
const absent: Outcome = {kind: 'not-found', budget: undefined, message: undefined};
const refused = (tokenChanged: boolean): Outcome => ({
	kind: 'unauthorized', status: 401, tokenChanged, budget: undefined, message: undefined,
});

const watching = {
	command: 'watch', names: [], filter: parseFilter(''), interval: 5000, hasInitial: true,
} as const;

const waiting = (settings: Partial<WaitSettings> = {}): WaitSettings => ({
	command: 'wait', names: ['shop'], name: sanitize('shop'), wanted: {kind: stateKind('connected'), text: sanitize('connected')}, within: 20_000, interval: 5000, isAbsenceAllowed: false, ...settings,
});

/** Runs until nothing is left to do, and gives the exit code and the times of the polls. */
const runOut = async ({clock, polls, said}: TestDesk, running: Promise<number>, milliseconds = 60_000) => {
	await clock.turn(milliseconds);
	return {code: await running, polls, said};
};

test('watch does not poll on while its reader has not taken the lines, and goes on when it has', async () => {
	const taken = Promise.withResolvers<undefined>();
	const {context, clock, polls, stop} = createDesk(() => ok({name: 'a'}, {name: 'b'}), async () => taken.promise);
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
	const {context, clock, written, stop} = createDesk(() => ok({name: 'b'}, {name: 'a'}));
	const running = runWatch(watching, context);
	await clock.turn(100);
	assert.deepEqual(written.map(text => (JSON.parse(text) as {readonly name: string}).name), ['a', 'b']);
	stop();
	await running;
});

test('watch ends quietly when its reader has gone, and with words when the output is full', async () => {
	for (const [failure, code, words] of [['EPIPE', 0, []], ['ENOSPC', 2, ['Standard output cannot be written (ENOSPC).']]] as const) {
		const context = createDesk(() => ok({name: 'a'}), async () => failure);
		// eslint-disable-next-line no-await-in-loop -- one after the other
		assert.deepEqual(await runOut(context, runWatch(watching, context.context)), {code, polls: [0], said: words});
	}
});

test('watch goes on through trouble, and ends when the token is refused for good', async () => {
	const answers = [down, refused(true), ok({name: 'a'}), refused(false)];
	const context = createDesk(count => answers[count - 1] ?? down);
	const {code, polls, said} = await runOut(context, runWatch(watching, context.context));
	assert.deepEqual([code, polls.length], [4, 4]);
	assert.match(said.join('\n'), /^token refused: .+ Set RYZE_TOKEN/v);
	assert.deepEqual(context.written.map(text => (JSON.parse(text) as {readonly event: string}).event), ['trouble-began', 'trouble-ended', 'present', 'trouble-began']);
});

test('wait polls at the interval, looks once more a second before the end, and then gives up', async () => {
	const connecting = ok({name: 'shop', state: 'connecting'});
	const context = createDesk(() => connecting);
	assert.deepEqual(await runOut(context, runWait(waiting({within: 12_000}), context.context)), {code: 1, polls: [0, 5000, 10_000, 11_000], said: ['shop is not connected after 12s. Last: connecting.']});
	const slow = createDesk(() => connecting);
	assert.deepEqual((await runOut(slow, runWait(waiting({within: 12_000, interval: 60_000}), slow.context))).polls, [0, 11_000]);
});

test('wait does not hurry where the API asks to wait', async () => {
	const context = createDesk(() => ({
		kind: 'rate-limited', retryAt: noon + 60_000, budget: undefined, message: undefined,
	}));
	const {code, polls, said} = await runOut(context, runWait(waiting(), context.context));
	assert.deepEqual([code, polls, said], [3, [0], ['shop is not connected after 20s. Last: rate limited: the API asked to wait.']]);
});

test('wait goes on through trouble, and a missing instance where that is allowed', async () => {
	const answers = [down, absent, ok({name: 'other'}), ok({name: 'shop'})];
	const context = createDesk(count => answers[count - 1] ?? down);
	const {code, polls} = await runOut(context, runWait(waiting({isAbsenceAllowed: true, within: 60_000}), context.context));
	assert.deepEqual([code, polls.length], [0, 4]);
});

test('wait tells the last it knows: an answer, or that there is none', async () => {
	for (const [answers, code] of [[[ok({name: 'shop', state: 'qr'}), down, down, down, down], 3], [[down, ok({name: 'shop', state: 'qr'})], 1]] as const) {
		const context = createDesk(count => answers[count - 1] ?? answers[1]);
		// eslint-disable-next-line no-await-in-loop -- one after the other
		assert.equal((await runOut(context, runWait(waiting(), context.context))).code, code);
	}
});

test('who asks once asks again only within the patience given, and once more for a token that was replaced', async () => {
	for (const [answers, patience, expected, polls] of [
		[[down], 0, 'trouble', 1],
		[[down, down, ok()], 10_000, 'answer', 3],
		[[refused(false)], 10_000, 'trouble', 1],
		[[refused(true), ok()], 0, 'answer', 2],
		[[refused(true), refused(true), ok()], 0, 'trouble', 2],
		[[absent], 0, 'answer', 1],
	] as const) {
		const {context, clock, polls: made} = createDesk(count => answers[count - 1] ?? down);
		const {fetchList, signal} = context;
		const asking = fetchOnce({
			account, fetchList, clock, signal, retryFor: patience,
		});
		await clock.turn(60_000); // eslint-disable-line no-await-in-loop -- one after the other
		assert.equal((await asking)?.kind, expected); // eslint-disable-line no-await-in-loop -- the same
		assert.equal(made.length, polls);
	}
});
