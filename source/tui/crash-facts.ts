import type {Fleet} from '../core/fleet/fleet.js';
import {wholeItem} from '../core/instance/whole-item.js';
import type {Secret} from '../core/text/secret.js';
import {collectSecrets} from '../diagnostics/collect-secrets.js';
import type {CrashFacts} from '../diagnostics/report-crash.js';

export type Traces = {
	/** The last commands, the newest last. */
	readonly commands: CrashFacts['commands'];
	readonly tokens: readonly Secret[];
};

/** What a crash report says of the monitor: its polls and instances, its last commands, and the secrets to mask in it. */
export function crashFacts(
	error: unknown,
	{startedAt, fleet: {feeds, inventory}}: {readonly startedAt: number; readonly fleet: Pick<Fleet, 'feeds' | 'inventory'>},
	{commands, tokens}: Traces,
): CrashFacts {
	const polls = feeds.values().map(feed => feed.polls).toArray();
	return {
		accounts: feeds.size,
		error,
		startedAt,
		polls: {
			made: polls.reduce((sum, {made}) => sum + made, 0),
			failed: polls.reduce((sum, {failed}) => sum + failed, 0),
		},
		instances: inventory.tracked.size,
		commands,
		secrets: [...tokens, ...inventory.tracked.values().flatMap(({instance}) => collectSecrets(wholeItem(instance)))],
	};
}
