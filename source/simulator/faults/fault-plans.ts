import type {Random} from '../instances/random.js';
import type {FaultPlan} from './active-fault.js';
import {faultOf, type FaultId} from './faults.js';
import {respondLate, sendInPieces} from './send.js';

const second = 1000;

/** Milliseconds, longer than the default time-out of a monitor. */
const tooLate = 25 * second;

/** A body in pieces comes in so many pieces, with so many milliseconds after each: about 8 s in all. */
const pieceCount = 200;
const pauseAfterPiece = 40;

/** Delay of a slow answer: it comes whole after so many milliseconds, or in small pieces. */
export type Delay = {readonly kind: 'late'; readonly after: number} | {readonly kind: 'pieces'};

/** Chooses a delay: in 10 % of all cases beyond the time-out, in 20 % in pieces, in all others of 1 to 6 seconds. */
export function chooseDelay(random: Random): Delay {
	const fraction = random.fraction();
	if (fraction < 0.1) {
		return {kind: 'late', after: tooLate};
	}

	return fraction < 0.3 ? {kind: 'pieces'} : {kind: 'late', after: random.between(second, 6 * second)};
}

/** Makes every answer slow. The first is late by only a second, so that a monitor soon has something to show. */
export const slowAnswers: FaultPlan = random => {
	let nextDelay: Delay = {kind: 'late', after: second};
	return () => {
		const delay = nextDelay;
		nextDelay = chooseDelay(random);
		return delay.kind === 'late'
			? async exchange => respondLate(exchange, delay.after)
			: async exchange => sendInPieces(exchange, {
				pieceBytes: Math.max(1, Math.ceil(exchange.text.length / pieceCount)),
				pause: pauseAfterPiece,
			});
	};
};

/** Faults of a server in trouble and of its gateway, in the order in which they come. */
const sequence: readonly FaultId[] = [
	'502',
	'truncated',
	'reset-in-body',
	'500',
	'no-instances',
	'web-page',
	'nameless',
	'broken-gzip',
	'empty',
	'not-success',
	'reset-before-headers',
	'wrong-fields',
];

/** Replaces every second answer by the next fault of the sequence, which starts again at its end. */
export const brokenAnswers: FaultPlan = () => {
	let answerCount = 0;
	return () => {
		answerCount += 1;
		const id = answerCount % 2 === 0 ? sequence[((answerCount / 2) - 1) % sequence.length] : undefined;
		return id === undefined ? undefined : faultOf(id).handle;
	};
};
