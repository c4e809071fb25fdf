import {maskedIdentity} from '../core/instance/raw-text.js';
import type {AccountFacts} from '../core/metrics/account-samples.js';
import {writeMetrics} from '../core/metrics/write-metrics.js';
import type {Slices} from '../core/polling/slices.js';
import {troubleLabel} from '../core/polling/trouble-label.js';
import {sanitize} from '../core/text/sanitize.js';
import type {Listing} from './listing.js';

/**
Writes the listing in Prometheus' text exposition format, for a textfile collector, by the table of metrics that `ryzetop serve` has too.
Every series has the label `account`, so that the files of several accounts can be in one folder. For a terminal the names are sanitised,
since the format does not escape control characters.

@yields Nothing.
*/
export function * writePrometheus(listing: Listing, {isTerminal}: {readonly isTerminal: boolean}): Slices<string> {
	const byAccount = Map.groupBy(listing.rows, ({tracked}) => tracked.instance.account);
	const accounts = listing.sources.map(({account, at, trouble, rejected, budget, server}): AccountFacts => ({
		account,
		rows: byAccount.get(account) ?? [],
		at,
		rejected,
		budget,
		isUp: at !== undefined && trouble === undefined,
		trouble: trouble && troubleLabel(trouble),
		watched: undefined,
		server,
	}));
	const pieces: string[] = [];
	yield * writeMetrics(accounts, {
		series: 'all', isPersonal: false, encode: isTerminal ? sanitize : text => text, identify: maskedIdentity, take(piece) {
			pieces.push(piece);
		},
	});
	return pieces.join('');
}
