import {describe, test} from 'node:test';
import {faultOf, type FaultId} from '../../../source/simulator/faults/faults.js';
import {lead, trialOf} from './lead.js';
import {monitor} from './monitored.js';

/** One of each kind that fails in a way of its own, for four monitors at once; `npm run faults` has all of them. */
const chosen: ReadonlyArray<readonly FaultId[]> = [
	['hang-before-headers', '302', 'million-brackets', '502'],
	['hang-in-body', 'wrong-fields', 'token-echoed'],
	['reset-in-body', '429', 'gzip-bomb'],
	['none', 'not-http', 'truncated'],
];

describe('a monitor survives chosen faults in turn', {concurrency: true}, () => {
	for (const ids of chosen) {
		test(ids.join(', '), async t => {
			await using monitored = await monitor();
			for (const id of ids) {
				const {summary, expected} = faultOf(id);
				// eslint-disable-next-line no-await-in-loop -- One monitor has one fault at a time.
				await t.test(`${id}: ${summary}`, async () => {
					await lead(monitored, trialOf(monitored, {id, summary, expected}));
				});
			}
		});
	}
});
