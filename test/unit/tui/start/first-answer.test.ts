import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createFirstAnswer, type FirstAnswer} from '../../../../source/tui/start/first-answer.js';

/** Waits for the first answer while each pause takes 5 ms, of which the program has nothing to do for `idle`; tells for how long. */
async function waited(idle: number, meanwhile: (at: number, answer: FirstAnswer) => void, isOver: Promise<unknown> = Promise.withResolvers().promise) {
	let at = 0;
	const answer = createFirstAnswer({
		elapsed: () => at,
		idle: () => at / 5 * idle,
		async pause(milliseconds) {
			at += milliseconds;
			meanwhile(at, answer);
		},
	});
	await answer.awaited(isOver);
	return at;
}

test('the first picture waits for an answer that is read meanwhile', async () => {
	assert.equal(await waited(0.1, (at, {came}) => {
		if (at === 100) {
			void came();
		}
	}), 100);
});

test('where there is nothing to do there is no answer, and the picture does not wait for it', async () => {
	assert.equal(await waited(5, () => undefined), 20);
});

test('an answer that takes long to be read is not waited for', async () => {
	assert.equal(await waited(0, () => undefined), 300);
});

test('the picture waits no longer where the program is over', async () => {
	const over = Promise.withResolvers<void>();
	assert.ok(await waited(0, at => {
		if (at === 50) {
			over.resolve();
		}
	}, over.promise) < 70);
});

test('who tells of an answer is held until there is a picture', async () => {
	const told: string[] = [];
	const {came, drawn} = createFirstAnswer({elapsed: () => 0, idle: () => 0, pause: async () => undefined});
	const first = came().then(() => {
		told.push('first');
	});
	told.push('drawn');
	drawn();
	await first;
	await came();
	assert.deepEqual(told, ['drawn', 'first']);
});
