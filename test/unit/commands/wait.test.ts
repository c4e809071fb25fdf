import assert from 'node:assert/strict';
import test from 'node:test';
import {runWait} from '../../../source/commands/wait.js';
import type {WaitSettings} from '../../../source/config/settings/wait.js';
import {stateKind} from '../../../source/core/instance/instance.js';
import {sanitize} from '../../../source/core/text/sanitize.js';
import {noon} from '../../helpers/fleet.js';
import {createTestContext} from './test-context.js';
import {
	absent,
	down,
	ok,
	runOut,
} from './outcomes.js';

const waiting = (settings: Partial<WaitSettings> = {}): WaitSettings => ({
	command: 'wait',
	names: ['shop'],
	name: sanitize('shop'),
	wanted: {kind: stateKind('connected'), text: sanitize('connected')},
	within: 20_000,
	interval: 5000,
	timeout: 15_000,
	isAbsenceAllowed: false,
	...settings,
});

test('wait polls at the interval, looks once more a second before the end, and then gives up', async () => {
	const connecting = ok({name: 'shop', state: 'connecting'});
	const context = createTestContext(() => connecting);
	assert.deepEqual(await runOut(context, runWait(waiting({within: 12_000}), context.context)), {code: 1, polls: [0, 5000, 10_000, 11_000], said: ['shop is not connected after 12s. Last: connecting.']});
	const slow = createTestContext(() => connecting);
	assert.deepEqual((await runOut(slow, runWait(waiting({within: 12_000, interval: 60_000}), slow.context))).polls, [0, 11_000]);
});

test('wait does not hurry where the API asks to wait', async () => {
	const context = createTestContext(() => ({
		kind: 'rate-limited', retryAt: noon + 60_000, budget: undefined, message: undefined,
	}));
	const {code, polls, said} = await runOut(context, runWait(waiting(), context.context));
	assert.deepEqual([code, polls, said], [3, [0], ['shop is not connected after 20s. Last: rate limited: the API asked to wait.']]);
});

test('wait goes on through trouble, and a missing instance where that is allowed', async () => {
	const answers = [down, absent, ok({name: 'other'}), ok({name: 'shop'})];
	const context = createTestContext(count => answers[count - 1] ?? down);
	const {code, polls} = await runOut(context, runWait(waiting({isAbsenceAllowed: true, within: 60_000}), context.context));
	assert.deepEqual([code, polls.length], [0, 4]);
});

test('wait tells the last it knows: an answer, or that there is none', async () => {
	for (const [answers, code] of [[[ok({name: 'shop', state: 'qr'}), down, down, down, down], 3], [[down, ok({name: 'shop', state: 'qr'})], 1]] as const) {
		const context = createTestContext(count => answers[count - 1] ?? answers[1]);
		// eslint-disable-next-line no-await-in-loop -- one after the other
		assert.equal((await runOut(context, runWait(waiting(), context.context))).code, code);
	}
});

test('wait believes no data that are old, neither that the state is there nor that the instance is missing', async () => {
	for (const outcome of [ok({name: 'shop'}), absent]) {
		const old = {...outcome, age: 5_400_000};
		const answers = [old, old, ok({name: 'shop'})];
		const context = createTestContext(count => answers[count - 1] ?? down);
		// eslint-disable-next-line no-await-in-loop -- one after the other
		const {code, polls} = await runOut(context, runWait(waiting(), context.context));
		assert.deepEqual([code, polls.length], [0, 3]);
	}
});
