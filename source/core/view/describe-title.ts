import type {Counts} from '../fleet/counts.js';
import {stateKinds} from '../instance/instance.js';
import {describeCoarsely} from '../text/duration.js';
import type {Symbols} from '../screen/symbols.js';
import type {Feed} from '../polling/feed.js';
import {describeTrouble} from '../polling/trouble.js';
import {sanitize, type SafeText} from '../text/sanitize.js';
import {countFeeds} from './header/account-counts.js';

/** What the title tells. */
export type Titled = {
	readonly counts: Counts | undefined;
	readonly host: SafeText;
	/** Age of the counts, in milliseconds, where they are stale. */
	readonly staleFor?: number | undefined;
	/** For how long the picture has been held, in milliseconds, where it is. */
	readonly heldFor?: number | undefined;
	/** Whether polls fail, which is told where there are no counts whose age could be. */
	readonly isFailing?: boolean;
	/** Of several accounts: how many there are, and the one in the worst health where that is trouble. The host is then left out. */
	readonly several?: {readonly count: number; readonly worst: Feed | undefined};
};

/**
Title of the terminal, such as `●38 ○3 ✕1 ryzetop example.com`, `stale 12m ●38 …` or `held 3m ●38 …`. What matters most comes first, since
terminals cut a title at its end. The age is told in its largest unit, so that the title changes seldom.
*/
export function describeTitle({counts, host, staleFor, heldFor, isFailing = false, several}: Titled, symbols: Symbols): SafeText {
	const age = counts === undefined || staleFor === undefined ? [] : [`stale ${describeCoarsely(staleFor)}`];
	const held = counts === undefined || heldFor === undefined ? [] : [`held ${describeCoarsely(heldFor)}`];
	const states = counts === undefined ? (isFailing ? ['no answer'] : []) : describeCounts(counts, symbols);
	const worst = several?.worst?.trouble === undefined ? [] : [`${several.worst.name}: ${describeTrouble(several.worst.trouble.outcome).health}`];
	const of = several === undefined ? host : countFeeds(several.count);
	return sanitize([...held, ...worst, ...age, ...states, 'ryzetop', of].join(' '));
}

function describeCounts(counts: Counts, symbols: Symbols): readonly string[] {
	return counts.total === 0 ? ['no instances'] : stateKinds.filter(kind => counts[kind] > 0).map(kind => `${symbols.states[kind]}${counts[kind]}`);
}
