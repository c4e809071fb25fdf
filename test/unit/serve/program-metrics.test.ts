import assert from 'node:assert/strict';
import test from 'node:test';
import {accountId} from '../../../source/core/instance/instance.js';
import {createProgramMetrics} from '../../../source/serve/program-metrics.js';

test('polls are counted from zero for each account that is watched, and an account that is watched no more leaves no series', async () => {
	const program = createProgramMetrics('1');
	const [prod, lab] = [accountId('prod'), accountId('lab')];
	const seriesOf = async () => (await program.text(undefined)).split('\n').filter(line => /^ryzetop_poll(?:s_total|_duration_seconds_count)/v.test(line));
	program.expect([prod, lab]);
	program.count({account: prod, outcome: 'ok', took: 100});
	program.count({account: lab, outcome: 'no-token', took: 0});
	assert.deepEqual(await seriesOf(), [
		'ryzetop_polls_total{account="prod",outcome="ok"} 1',
		'ryzetop_polls_total{account="lab",outcome="ok"} 0',
		'ryzetop_polls_total{account="lab",outcome="no-token"} 1',
		'ryzetop_poll_duration_seconds_count{account="prod"} 1',
		'ryzetop_poll_duration_seconds_count{account="lab"} 1',
	]);
	program.expect([prod]);
	assert.deepEqual(await seriesOf(), ['ryzetop_polls_total{account="prod",outcome="ok"} 1', 'ryzetop_poll_duration_seconds_count{account="prod"} 1']);
});
