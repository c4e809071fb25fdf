import type {Counts} from '../fleet/counts.js';
import {stateKinds} from '../instance/instance.js';
import type {Symbols} from '../screen/symbols.js';
import {sanitize, type SafeText} from '../text/sanitize.js';

/** The title of the terminal: the counts first, since a title is cut at its end. `●38 ○3 ✕1 ryzetop example.com` */
export function describeTitle(counts: Counts | undefined, host: SafeText, symbols: Symbols): SafeText {
	const parts = counts === undefined ? [] : stateKinds.filter(kind => counts[kind] > 0).map(kind => `${symbols.states[kind]}${counts[kind]}`);
	return sanitize([...parts, 'ryzetop', host].join(' '));
}
