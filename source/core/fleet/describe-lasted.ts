import {describePrecisely} from '../text/duration.js';
import type {Bound, Lasted} from './since.js';

/** Describes a length of time with its reliability, in a sentence: `3m 12s`, `at least 3m 12s`, `~3m 12s`. */
export function describeLasted({milliseconds, bound}: Lasted): string {
	return `${lastedPrefixes[bound]}${describePrecisely(milliseconds)}`;
}

const lastedPrefixes: Readonly<Record<Bound, string>> = {exact: '', 'at-least': 'at least ', approximate: '~'};
