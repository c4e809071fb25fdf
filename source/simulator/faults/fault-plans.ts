import type {Random} from '../instances/random.js';
import {faultOf, type FaultId} from './faults.js';
import {passLate, trickle} from './send.js';
import type {FaultPlan} from './active-fault.js';

const second = 1000;

/** Longer than the time-out that a monitor has by default. */
const tooLate = 25 * second;

/** A body in pieces takes about so long, in so many pieces. */
const pieces = 200;
const piecePause = 40;

/** How a slow answer comes: whole after so many milliseconds, or in small pieces. */
export type Delay = {readonly kind: 'late'; readonly after: number} | {readonly kind: 'pieces'};

/** Out of ten answers one comes too late and two come in small pieces; the others take seconds. */
export function drawDelay(random: Random): Delay {
	const luck = random.fraction();
	if (luck < 0.1) {
		return {kind: 'late', after: tooLate};
	}

	return luck < 0.3 ? {kind: 'pieces'} : {kind: 'late', after: random.between(second, 6 * second)};
}

/** Every answer is slow; the first only by a second, so that there is something to see. */
export const slowAnswers: FaultPlan = random => {
	let slowness: Delay = {kind: 'late', after: second};
	return () => {
		const own = slowness;
		slowness = drawDelay(random);
		return own.kind === 'late'
			? async exchange => passLate(exchange, own.after)
			: async exchange => trickle(exchange, {piece: Math.max(1, Math.ceil(exchange.text.length / pieces)), pause: piecePause});
	};
};

/** What a troubled server and its gateway answer in turn; each is followed by a good answer. */
const sequence: readonly FaultId[] = ['502', 'truncated', 'reset-in-body', '500', 'no-instances', 'web-page', 'nameless', 'broken-gzip', 'empty', 'not-success', 'reset-before-headers', 'wrong-fields'];

/** Every second answer is a fault, another one each time. */
export const brokenAnswers: FaultPlan = () => {
	let asked = 0;
	return () => {
		asked += 1;
		const id = asked % 2 === 0 ? sequence[((asked / 2) - 1) % sequence.length] : undefined;
		return id === undefined ? undefined : faultOf(id).strike;
	};
};
