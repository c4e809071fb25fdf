import {fieldOf, valueOf, type Instance} from './instance.js';

/** What a person has to do about an instance. */
export const actions = ['ok', 'wait', 'reconnect', 'pair', 'look'] as const;
export type Action = (typeof actions)[number];

/** Those that need somebody to do something. */
export const actionsForPeople: readonly Action[] = ['look', 'pair', 'reconnect'];

/** Connecting for longer than this is stuck. */
const stuckAfter = 2 * 60_000;

/** Whether an instance has been connecting for too long, at least as far as the program could see. */
export function isStuck(instance: Instance, since: number, now: number): boolean {
	return instance.state.kind === 'connecting' && now - since > stuckAfter;
}

/** When an instance that is not stuck will be, if nothing happens. */
export function stuckFrom(instance: Instance, since: number): number {
	return instance.state.kind === 'connecting' ? since + stuckAfter + 1 : Infinity;
}

/**
The class of action: the first of look, pair, reconnect, wait, ok that fits. An instance without a `numberJid` was never paired and needs a person with the phone; with one its session is saved and it can be reconnected.
*/
export function actionFor(instance: Instance, hasStuck: boolean): Action {
	const isPaired = (valueOf(fieldOf(instance.connection, 'numberJid')) ?? '') !== '';
	switch (instance.state.kind) {
		case 'other': {
			return 'look';
		}

		case 'loggedout': {
			return 'pair';
		}

		case 'disconnected': {
			return isPaired ? 'reconnect' : 'pair';
		}

		case 'connecting': {
			return isPaired ? (hasStuck ? 'reconnect' : 'wait') : 'pair';
		}

		case 'connected': {
			return 'ok';
		}
	}
}
