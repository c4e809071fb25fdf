import assert from 'node:assert/strict';
import test from 'node:test';
import {runWait} from '../../../source/commands/wait.js';
import type {WaitSettings} from '../../../source/config/settings/wait.js';
import {stateKind, accountId} from '../../../source/core/instance/instance.js';
import {sanitize} from '../../../source/core/text/sanitize.js';
import type {Outcome} from '../../../source/core/polling/outcome.js';
import {noon} from '../../helpers/fleet.js';
import {createTestContext} from './test-context.js';
import {
	absent,
	down,
	ok,
	refused,
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

/** Waits with an account `prod` that answers so, and another one, `lab`; one without an answer never gives one. */
const waitWithOther = async (prod: Outcome, lab: Outcome | undefined) => {
	const given = createTestContext(() => prod);
	const [first = assert.fail()] = given.context.accounts;
	const context = {
		...given.context,
		accounts: [{...first, account: accountId('prod')}, {
			...first,
			account: accountId('lab'),
			fetchList: async (signal: AbortSignal): Promise<Outcome> => lab ?? new Promise(resolve => {
				signal.addEventListener('abort', () => {
					resolve({kind: 'unreachable', reason: 'closed'});
				});
			}),
		}],
	};
	const {code, said} = await runOut(given, runWait(waiting(), context));
	return [code, ...said];
};

test('wait names the other account that gives no answer, whatever it comes to', async () => {
	const silent = 'lab gave no answer (unreachable: the connection was refused): nobody knows whether it has an instance shop.';
	assert.deepEqual(await waitWithOther(ok({name: 'shop'}), down), [0, silent]);
	assert.deepEqual(await waitWithOther(ok({name: 'shop', state: 'connecting'}), down), [1, silent, 'shop is not connected after 20s. Last: connecting.']);
	assert.deepEqual(await waitWithOther(absent, down), [3, silent, 'shop is not connected after 20s. Last: unreachable: the connection was refused.']);
	assert.deepEqual(await waitWithOther(ok({name: 'shop'}), refused(false)), [0, 'lab gave no answer (token refused: the API does not know the token): nobody knows whether it has an instance shop.']);
	assert.deepEqual(await waitWithOther(ok({name: 'shop'}), absent), [0]);
});

test('wait ends well at the end of its time where the instance is as wanted, and another account is still to answer', async () => {
	assert.deepEqual(await waitWithOther(ok({name: 'shop'}), undefined), [0, 'lab gave no answer (none came in time): nobody knows whether it has an instance shop.']);
});
