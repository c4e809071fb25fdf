import type {Counts} from '../fleet/counts.js';
import {stateKinds} from '../instance/instance.js';
import type {Symbols} from '../screen/symbols.js';
import {sanitize, type SafeText} from '../text/sanitize.js';

/** Title of the terminal, such as `●38 ○3 ✕1 ryzetop example.com`. The counts come first, since terminals cut a title at its end. */
export function describeTitle(counts: Counts | undefined, host: SafeText, symbols: Symbols): SafeText {
	const states = counts === undefined ? [] : describeCounts(counts, symbols);
	return sanitize([...states, 'ryzetop', host].join(' '));
}

function describeCounts(counts: Counts, symbols: Symbols): readonly string[] {
	return stateKinds.filter(kind => counts[kind] > 0).map(kind => `${symbols.states[kind]}${counts[kind]}`);
}
