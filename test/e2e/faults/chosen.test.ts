import {describe, test} from 'node:test';
import {faultOf, type FaultId} from '../../../source/simulator/faults/faults.js';
import {lead, trialOf} from './lead.js';
import {monitor} from './monitored.js';

/** One of each kind that fails in a way of its own, for two monitors; `npm run faults` has all of them. */
const chosen: ReadonlyArray<readonly FaultId[]> = [
	['reset-in-body', 'hang-before-headers', 'hang-in-body', 'not-http', '302', '429'],
	['token-echoed', '502', 'gzip-bomb', 'truncated', 'wrong-fields', 'none'],
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
