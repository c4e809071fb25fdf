import {fetchOnce} from '../polling/fetch-once.js';
import type {CheckSettings} from '../config/settings/check.js';
import {healthFirst} from '../core/columns/sort.js';
import {requiresShares} from '../core/view/requires-shares.js';
import type {ExitCode} from '../process/exit-code.js';
import {runInSlices} from '../process/run-in-slices.js';
import {checkListing, checkUnknown} from '../output/nagios.js';
import {describeFailure} from '../output/describe-failure.js';
import {findMissing, listFleet} from '../output/listing.js';
import {writeResult, type CommandContext} from './context.js';

/** The exit code that a monitoring system takes for a fault of the plugin itself; 2 would be one of the fleet. */
const unknown = 3;

/**
Runs `ryzetop check`, which prints the state of the fleet as a monitoring plugin.

The convention for plugins is that all text goes to standard output.
*/
export async function runCheck(settings: CheckSettings, context: CommandContext): Promise<ExitCode> {
	const {
		names, filter, counted, whenEmpty, warning, critical, stale,
	} = settings;
	const {
		watched, memory, url, accountName, clock, signal, maskText, encode,
	} = context;
	const result = await fetchOnce({
		watched,
		memory,
		areSharesWanted: requiresShares({columns: [], sort: healthFirst, filters: [filter]}),
		clock,
		signal,
		retryFor: stale,
	});
	// Data that are old show neither that all is well nor that it is not.
	if (result?.kind !== 'answer' || result.trouble !== undefined) {
		const reason = result?.trouble === undefined ? 'It was stopped before there was an answer.' : describeFailure(result.trouble, result.at);
		const {text, code} = checkUnknown(reason);
		return writeResult(encode(text), code, context, unknown);
	}

	const {snapshot, fleet} = result;
	const listing = await runInSlices(listFleet(fleet, {
		account: watched.account, accountName, url, filter, sort: healthFirst,
	}), signal);
	if (listing === undefined) {
		return unknown;
	}

	const {text, code} = checkListing(listing, {
		counted, whenEmpty, warning, critical, missing: findMissing(names, snapshot).map(name => maskText(name)),
	});
	return writeResult(encode(text), code, context, unknown);
}
