import {isCloseSlack} from '../seen/since.js';
import type {Watched} from './watched.js';

/** A change of an instance: when it was seen, the time since the last look before it, and whether the instance is gone with it. */
export type SeenChange = {
	readonly instance: number;
	readonly at: number;
	/** `undefined` where there was no look before. */
	readonly slack: number | undefined;
	readonly isGone: boolean;
};

/** Whether a change came soon after the last look that did not show it. */
export function isSeenClosely({instance, at, slack}: Omit<SeenChange, 'isGone'>, watched: Watched): boolean {
	const every = slack === undefined ? undefined : watched.everyAt(instance, at);
	return every !== undefined && slack !== undefined && isCloseSlack(slack, every);
}

/**
Until when the state before a change counts: until the first look at the new one if that came soon after, else until the last look that
had it; and so where the instance left the list.
*/
export function heldUntil(change: SeenChange, watched: Watched): number {
	const {at, slack = 0, isGone} = change;
	return isSeenClosely(change, watched) && !isGone ? at : at - slack;
}
