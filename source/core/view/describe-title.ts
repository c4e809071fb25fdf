import type {Counts} from '../fleet/counts.js';
import {stateKinds} from '../instance/instance.js';
import {describeCoarsely} from '../text/duration.js';
import type {Symbols} from '../screen/symbols.js';
import {sanitize, type SafeText} from '../text/sanitize.js';

/** What the title tells. */
export type Titled = {
	readonly counts: Counts | undefined;
	readonly host: SafeText;
	/** Age of the counts, in milliseconds, where they are stale. */
	readonly staleFor?: number | undefined;
};

/**
Title of the terminal, such as `●38 ○3 ✕1 ryzetop example.com`, or `stale 12m ●38 …`. What matters most comes first, since terminals cut a
title at its end. The age is told in its largest unit, so that the title changes seldom.
*/
export function describeTitle({counts, host, staleFor}: Titled, symbols: Symbols): SafeText {
	const age = counts === undefined || staleFor === undefined ? [] : [`stale ${describeCoarsely(staleFor)}`];
	const states = counts === undefined ? [] : describeCounts(counts, symbols);
	return sanitize([...age, ...states, 'ryzetop', host].join(' '));
}

function describeCounts(counts: Counts, symbols: Symbols): readonly string[] {
	return stateKinds.filter(kind => counts[kind] > 0).map(kind => `${symbols.states[kind]}${counts[kind]}`);
}
