import type {Outcome} from '../../../source/core/polling/outcome.js';
import {snapshotOf, type WireItem} from '../../helpers/fleet.js';
import type {TestContext} from './test-context.js';

/** A list of these instances. */
export const ok = (...items: readonly WireItem[]): Outcome => ({
	kind: 'ok', snapshot: snapshotOf(items), budget: undefined, bytes: 1,
});

/** The server could not be reached. */
export const down: Outcome = {kind: 'unreachable', reason: 'refused'};

/** None of the instances asked for exists. */
export const absent: Outcome = {kind: 'not-found', budget: undefined, message: undefined};

/** The token was refused. */
export const refused = (tokenChanged: boolean): Outcome => ({
	kind: 'unauthorized', status: 401, tokenChanged, budget: undefined, message: undefined,
});

/** Runs until nothing is left to do, and gives the exit code, the times of the polls and the words. */
export const runOut = async ({clock, polls, said}: TestContext, running: Promise<number>, milliseconds = 60_000) => {
	await clock.turn(milliseconds);
	return {code: await running, polls, said};
};
