import {fetchOnce} from '../polling/fetch-once.js';
import type {CheckSettings} from '../config/settings/check.js';
import {healthFirst} from '../core/columns/sort.js';
import type {ExitCode} from '../process/exit-code.js';
import {checkListing, checkUnknown} from '../output/nagios.js';
import {describeFailure} from '../output/describe-failure.js';
import {findMissing, listSnapshot} from '../output/listing.js';
import {writeResult, type CommandContext} from './context.js';

/** `ryzetop check`: the state of the fleet as a monitoring plugin tells it. All it has to say goes to standard output, where the convention looks. */
export async function runCheck({names, filter, warning, critical, stale}: CheckSettings, context: CommandContext): Promise<ExitCode> {
	const {
		account, url, fetchList, clock, signal,
	} = context;
	const answered = await fetchOnce({
		account, fetchList, clock, signal, retryFor: stale,
	});
	if (answered?.kind !== 'answer') {
		const {text, code} = checkUnknown(answered === undefined ? 'It was stopped before there was an answer.' : describeFailure(answered.trouble, answered.at));
		return writeResult(text, code, context);
	}

	const {snapshot, budget} = answered;
	const {text, code} = checkListing(listSnapshot(snapshot, {
		url, filter, sort: healthFirst, budget,
	}), {warning, critical, missing: findMissing(names, snapshot)});
	return writeResult(text, code, context);
}
