import assert from 'node:assert/strict';
import process from 'node:process';
import test from 'node:test';
import '../../../../tools/release/ink-output/register.js';

test('hundreds of polls of a churning, failing fleet drop none, and leave neither listeners nor handles nor memory behind', async () => {
	// React's development build keeps every frame that it measures; it reads this when it is loaded.
	process.env.NODE_ENV = 'production';
	const {soak} = await import('../../../../tools/soak/soak.js');
	const {warm, end, beforehand, afterwards, ...report} = await soak({
		polls: 500, warmUp: 300, instances: 20, seed: 2, progress() {
			// The test shows no progress.
		},
	});
	assert.ok(report.polls >= 500);
	assert.ok(report.failed > 50);
	assert.equal(report.dropped, 0);
	assert.equal(end.listeners, warm.listeners);
	// Some timers are pending at any time; one that stayed for every failed poll would make fifty.
	assert.ok(end.handles <= warm.handles + 20, `${warm.handles} handles became ${end.handles}`);
	assert.ok(afterwards.handles <= beforehand.handles + 20, `${beforehand.handles} handles became ${afterwards.handles}`);
	// The limit is generous, since the log of events has not reached its own yet.
	assert.ok(end.heap - warm.heap < 12 * 1024 * 1024, `${end.heap - warm.heap} bytes more`);
	assert.ok(report.largestDelay < 5000, `${report.largestDelay} ms`);
});
