import type {Symbols} from '../../screen/symbols.js';
import {describeCoarsely, describePrecisely, minute} from '../../text/duration.js';
import type {Bound, Lasted} from './since.js';

/** Describes a length of time with its reliability, in a sentence: `3m 12s`, `at least 3m 12s`, `~3m 12s`. */
export function describeLasted({milliseconds, bound}: Lasted): string {
	const prefixes: Readonly<Record<Bound, string>> = {exact: '', 'at-least': 'at least ', approximate: '~'};
	return prefixes[bound] + describePrecisely(milliseconds);
}

/** Describes how long something had lasted, as the end of a sentence: `, after 3m 12s`. "At least 0s" would say nothing and is left out. */
export function afterLasted(lasted: Lasted): string {
	return lasted.bound !== 'exact' && lasted.milliseconds < 1000 ? '' : `, after ${describeLasted(lasted)}`;
}

/**
Describes in its largest unit how long something has lasted, as columns tell it: `<1m`, `≥ 3h`, `~3h`. `undefined` where it was seen for
less than a minute and not seen to begin: nothing is known of its length by then.
*/
export function describeSeen(milliseconds: number, bound: Bound, symbols: Pick<Symbols, 'atLeast' | 'about'>): string | undefined {
	return bound === 'at-least' && milliseconds < minute ? undefined : withBound(describeCoarsely(milliseconds), bound, symbols);
}

/** Puts the symbol of its reliability before the text of a length of time: `3m 12s`, `≥ 3m 12s`, `~3m 12s`. */
export function withBound(text: string, bound: Bound, {atLeast, about}: Pick<Symbols, 'atLeast' | 'about'>): string {
	const prefixes: Readonly<Record<Bound, string>> = {exact: '', 'at-least': `${atLeast} `, approximate: about};
	return prefixes[bound] + text;
}
