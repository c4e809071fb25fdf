import {ask} from '../polling/fetch-once.js';
import type {CheckSettings} from '../config/settings/check.js';
import {healthFirst} from '../core/columns/sort.js';
import type {ExitCode} from '../process/exit-code.js';
import {checkListing, checkUnknown} from '../output/nagios.js';
import {describeFailure} from '../output/describe-failure.js';
import {findMissing, listSnapshot} from '../output/listing.js';
import {deliver, type Desk} from './context.js';

/** `ryzetop check`: the state of the fleet as a monitoring plugin tells it. All it has to say goes to standard output, where the convention looks. */
export async function runCheck({names, filter, warning, critical, stale}: CheckSettings, desk: Desk): Promise<ExitCode> {
	const {
		account, url, fetchList, clock, signal,
	} = desk;
	const answered = await ask({
		account, fetchList, clock, signal, patience: stale,
	});
	if (answered?.kind !== 'answer') {
		const {text, code} = checkUnknown(answered === undefined ? 'It was stopped before there was an answer.' : describeFailure(answered.trouble, answered.at));
		return deliver(text, code, desk);
	}

	const {snapshot, budget} = answered;
	const {text, code} = checkListing(listSnapshot(snapshot, {
		url, filter, sort: healthFirst, budget,
	}), {warning, critical, missing: findMissing(names, snapshot)});
	return deliver(text, code, desk);
}
