import {fetchAll} from '../polling/fetch-all.js';
import type {CheckSettings} from '../config/settings/check.js';
import {healthFirst} from '../core/columns/sort.js';
import {canMatchAccount} from '../core/filter/can-match-account.js';
import {describeTrouble} from '../core/polling/trouble.js';
import {requiresShares} from '../core/view/requires-shares.js';
import type {ExitCode} from '../process/exit-code.js';
import {runInSlices} from '../process/run-in-slices.js';
import {checkListing, checkUnknown} from '../output/nagios.js';
import {listFleet} from '../output/listing.js';
import {
	askedAccounts,
	describeAsked,
	findAbsent,
	type AskedAccount,
} from './accounts/asked-accounts.js';
import {writeResult, type CommandContext} from './context.js';

/** The exit code that a monitoring system takes for a fault of the plugin itself; 2 would be one of the fleet. */
const unknown = 3;

/**
Runs `ryzetop check`, which prints the state of the fleet as a monitoring plugin.

The convention for plugins is that all text goes to standard output.
*/
export async function runCheck(settings: CheckSettings, context: CommandContext): Promise<ExitCode> {
	const {
		filter, counted, whenEmpty, warning, critical, stale,
	} = settings;
	const {
		accounts, memory, clock, signal, maskText, encode,
	} = context;
	const fetched = await fetchAll({
		accounts,
		memory,
		areSharesWanted: requiresShares({columns: [], sort: healthFirst, filters: [filter]}),
		clock,
		signal,
		retryFor: stale,
	});
	const asked = fetched === undefined ? [] : askedAccounts(accounts, fetched);
	const wanted = asked.filter(({account}) => canMatchAccount(filter, account));
	// Data that are old show neither that all is well nor that it is not.
	const good = wanted.filter(({trouble}) => trouble === undefined);
	if (fetched === undefined || (good.length === 0 && wanted.length > 0)) {
		const reasons = wanted.map(account => accounts.length > 1 ? describeGap(account) : describeAsked(account, false) ?? '');
		const {text, code} = checkUnknown(reasons.length === 0 ? 'It was stopped before there was an answer.' : reasons.join('; '));
		return writeResult(encode(text), code, context, unknown);
	}

	const listing = await runInSlices(listFleet(fetched.fleet, {asked, filter, sort: healthFirst}), signal);
	if (listing === undefined) {
		return unknown;
	}

	const {text, code} = checkListing(listing, {
		counted,
		whenEmpty,
		warning,
		critical,
		missing: findAbsent(wanted).map(name => maskText(name)),
		unanswered: wanted.filter(account => !good.includes(account)).map(account => maskText(describeGap(account))),
	});
	return writeResult(encode(text), code, context, unknown);
}

/** Says shortly that an account gave no answer to count by, and why. */
function describeGap({account, trouble}: AskedAccount): string {
	return `no answer of ${account}${trouble === undefined ? '' : ` (${describeTrouble(trouble).what})`}`;
}
