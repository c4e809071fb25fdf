import {fieldOf, valueOf} from '../blocks/field.js';
import type {Instance} from './instance.js';

/** Actions: what a person has to do about an instance. They are in order, the one that asks least of a person first. */
export const actions = ['ok', 'wait', 'reconnect', 'pair', 'look'] as const;
export type Action = (typeof actions)[number];

/** Actions that a person has to take; `ok` and `wait` need none. */
export const actionsForPeople: readonly Action[] = ['look', 'pair', 'reconnect'];

/** An instance that is connecting for longer than this is stuck. */
const stuckAfter = 2 * 60_000;

/** Whether an instance has been connecting for too long, as far as the program could see. */
export function isStuck(instance: Instance, since: number, now: number): boolean {
	return instance.state.kind === 'connecting' && now - since > stuckAfter;
}

/** The time at which an instance becomes stuck if its state does not change; `Infinity` for one that is not connecting. */
export function stuckFrom(instance: Instance, since: number): number {
	return instance.state.kind === 'connecting' ? since + stuckAfter + 1 : Infinity;
}

/**
Finds the action for an instance: the first of look, pair, reconnect, wait, ok that fits. An instance without a `numberJid`
was never paired and needs a person with the phone; the session of one with a `numberJid` is saved, and it can be reconnected.
*/
export function actionFor(instance: Instance, isConnectingTooLong: boolean): Action {
	switch (instance.state.kind) {
		case 'other': {
			return 'look';
		}

		case 'loggedout': {
			return 'pair';
		}

		case 'disconnected': {
			return isPaired(instance) ? 'reconnect' : 'pair';
		}

		case 'connecting': {
			return isPaired(instance) ? (isConnectingTooLong ? 'reconnect' : 'wait') : 'pair';
		}

		case 'connected': {
			return 'ok';
		}
	}
}

function isPaired({item}: Instance): boolean {
	return (valueOf(fieldOf(item.connection, 'numberJid')) ?? '') !== '';
}
