import assert from 'node:assert/strict';
import test from 'node:test';
import {runCheck} from '../../../source/commands/check.js';
import type {CheckSettings} from '../../../source/config/settings/check.js';
import {parseThreshold} from '../../../source/cli/values/range.js';
import {parseFilter} from '../../../source/core/filter/parse.js';
import {ok} from './outcomes.js';
import {createTestContext} from './test-context.js';

const settings = (): CheckSettings => {
	const warning = parseThreshold('0');
	return {
		command: 'check',
		names: [],
		filter: parseFilter(''),
		counted: 'action',
		whenEmpty: 'unknown',
		warning: warning.kind === 'value' ? warning.value : assert.fail(),
		critical: undefined,
		stale: 0,
		timeout: 15_000,
	};
};

test('a check whose output cannot be written is UNKNOWN to a monitoring system, not CRITICAL', async () => {
	for (const [failure, code] of [['ENOSPC', 3], ['EPIPE', 0], [undefined, 0]] as const) {
		const {context} = createTestContext(() => ok({name: 'a'}), async () => failure);
		assert.equal(await runCheck(settings(), context), code, failure); // eslint-disable-line no-await-in-loop -- one after the other
	}
});
