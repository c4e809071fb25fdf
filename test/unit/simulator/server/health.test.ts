import assert from 'node:assert/strict';
import {test} from 'node:test';
import {decodeHealth} from '../../../../source/api/decode-health.js';
import {writeHealth} from '../../../../source/simulator/server/health.js';
import {outageServer} from '../../../../source/simulator/world/outage.js';
import {steadyServer} from '../../../../source/simulator/world/server-plan.js';
import {ask, serve} from '../serving.js';

test('/health answers without a token, and spends no call', async () => {
	await using simulator = await serve();
	const response = await fetch(`${simulator.url}/health`);
	assert.equal(response.status, 200);
	assert.equal(response.headers.get('x-ratelimit-remaining'), null);
	const body = await response.json() as Readonly<Record<string, unknown>>;
	assert.deepEqual([Object.keys(body), body.status, body.checks], [['status', 'service', 'uptime', 'timestamp', 'checks'], 'ok', {db: 'ok'}]);
	assert.equal(simulator.requests(), 0);
	const {status} = await ask(simulator, {path: '/health', method: 'POST'});
	assert.notEqual(status, 200);
});

test('the outage has a server that reports trouble and is restarted, again in each outage', () => {
	const told = (seconds: number) => {
		const {status, text} = writeHealth(outageServer(seconds), 0);
		const report = decodeHealth(status, text, plain => plain);
		return report.kind === 'unknown' ? report.reason : [report.kind, (report.uptime ?? NaN) / 1000, report.failing.join(' ')];
	};

	assert.deepEqual(told(0), ['ok', 270_000, '']);
	assert.deepEqual(told(30), ['degraded', 270_030, 'db']);
	assert.deepEqual(told(82), ['degraded', 270_082, 'db']);
	assert.deepEqual(told(83), ['ok', 0, '']);
	assert.deepEqual(told(900), ['ok', 817, '']);
	assert.deepEqual(told(940), ['degraded', 857, 'db']);
	assert.deepEqual(told(983), ['ok', 0, '']);
	assert.deepEqual(steadyServer(10), {uptime: 270_010, isDegraded: false});
});
