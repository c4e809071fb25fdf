import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import test, {before} from 'node:test';
import {alertRules} from '../../../source/serve/rules.js';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {simulate} from '../../helpers/servers/simulate.js';
import {run} from '../running.js';
import {openServe} from '../serving.js';
import {
	promtool,
	requirePrograms,
	startPrometheus,
	until,
} from './prometheus.js';
import {writeRuleTests} from './rule-cases.js';

// The program beside a real Prometheus. `npm test` does without one; CI installs it.

before(requirePrograms);

const print = async (option: string) => {
	const {end, stdout, stderr} = await run(['serve', option]);
	assert.deepEqual([end, stderr], [0, '']);
	return stdout;
};

test('promtool takes the rules, and each fires on its own trouble alone', async () => {
	const folder = freshFolder();
	const [rules, cases] = [path.join(folder, 'rules.yml'), path.join(folder, 'cases.yml')];
	writeFileSync(rules, await print('--rules'));
	writeFileSync(cases, writeRuleTests(rules));
	assert.match(promtool(['check', 'rules', rules]), new RegExp(`SUCCESS: ${alertRules.length} rules found`, 'v'));
	assert.match(promtool(['test', 'rules', cases]), /SUCCESS/v);
});

for (const scenario of ['hostile', 'busy'] as const) {
	test(`promtool takes the metrics of a fleet that is ${scenario}, of serve and of list`, async () => {
		await using simulator = await simulate({scenario});
		await using serving = await openServe(['--metrics-personal'], {of: simulator});
		await serving.waitFor('live');
		const text = await (await fetch(`${serving.url}/metrics`)).text();
		assert.equal(promtool(['check', 'metrics'], text), '');
		const {stdout} = await run(['list', '--output', 'prometheus'], {of: simulator});
		assert.equal(promtool(['check', 'metrics'], stdout), '');
	});
}

/** A clock that stands still until it is set going, at so many times the speed of the real one. */
function createClock() {
	let [simulated, real, speed] = [Date.now(), Date.now(), 0];
	const now = () => simulated + ((Date.now() - real) * speed);
	return {
		now,
		goesAt(other: number) {
			[simulated, real, speed] = [now(), Date.now(), other];
		},
	};
}

/** Queries that find nothing in the simulated account of the test: it has no trouble with integrations, and too short a past. */
const mayFindNothing = /integration_trouble|connected_ratio|memory_bytes/v;

test('the alerts fire on an outage and resolve, through restarts of either side, and every query of the dashboard is answered', async () => {
	const clock = createClock();
	await using simulator = await simulate({scenario: 'outage', now: clock.now, server: () => ({uptime: 3600, isDegraded: false})});
	const settings = ['--interval', '1s', '--no-history', '--health'];
	let serving = await openServe(settings, {of: simulator, limit: 90_000});
	try {
		await serving.waitFor('live');
		const target = new URL(serving.url).host;
		const rules = (await print('--rules')).replaceAll(/for: \w+/gv, 'for: 1s');
		await using prometheus = await startPrometheus(freshFolder(), target, rules);
		const isFiring = async (alert: string) => (await prometheus.firing()).has(alert);
		await until(async () => (await prometheus.query('ryzetop_account_up == 1')).length === 1, 'the account is up');
		// Before the first scrape nobody watches, as far as Prometheus can tell.
		await until(async () => (await prometheus.firing()).size === 0, 'nothing fires');

		clock.goesAt(8);
		await until(async () => isFiring('RyzetopMassDisconnect'), 'the fall of many fires');
		// The others fall within a second and a half; they stay down for as long as the restarts take.
		await until(async () => Number((await prometheus.query('sum(ryzetop_instances{state="connected"})'))[0]?.value) < 12, 'most are down');
		clock.goesAt(0);
		assert.equal((await prometheus.query('count(ryzetop_instance_state == 1)'))[0]?.value, '44');
		await prometheus.restart();
		const restarted = Date.now() / 1000;
		await until(async () => (await prometheus.query(`timestamp(ryzetop_build_info) > ${restarted}`)).length === 1, 'it is scraped again');
		await until(async () => isFiring('RyzetopMassDisconnect'), 'it fires after a restart of Prometheus');
		const {panels} = JSON.parse(await print('--dashboard')) as {readonly panels: ReadonlyArray<{readonly targets: ReadonlyArray<{readonly expr: string}>}>};
		const queries = panels.flatMap(({targets}) => targets.map(({expr}) => expr.replaceAll('$account', '.*').replaceAll('$__rate_interval', '1m')));
		assert.ok(queries.length > 10);
		for (const query of queries) {
			// eslint-disable-next-line no-await-in-loop -- one query after the other
			const found = await prometheus.query(query);
			assert.ok(found.length > 0 || mayFindNothing.test(query), query);
		}

		serving.child.kill('SIGTERM');
		await serving.ended;
		await until(async () => isFiring('RyzetopWatcherStale'), 'that nobody watches fires');
		serving = await openServe([...settings, '--listen', target], {of: simulator, limit: 90_000});
		await until(async () => !await isFiring('RyzetopWatcherStale'), 'it is watched again');
		await until(async () => isFiring('RyzetopDown'), 'those that are still down fire one by one');
		clock.goesAt(16);
		await until(async () => (await prometheus.query('sum(ryzetop_instances{state="connected"})'))[0]?.value === '44', 'all are back', 45_000);
		await until(async () => (await prometheus.firing()).size === 0, 'all is resolved');
	} finally {
		serving.child.kill('SIGKILL');
		await serving.ended;
	}
});
