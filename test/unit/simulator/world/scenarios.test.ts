import assert from 'node:assert/strict';
import {test} from 'node:test';
import {chooseDelay} from '../../../../source/simulator/faults/fault-plans.js';
import {createRandom} from '../../../../source/simulator/instances/random.js';
import {
	isScenarioName,
	scenarioNames,
	scenarios,
	type ScenarioName,
} from '../../../../source/simulator/world/scenarios.js';
import {createWorld} from '../../../../source/simulator/world/world.js';
import type {WireInstance} from '../../../../source/simulator/instances/wire-instance.js';
import {clientFor} from '../../api/asking.js';
import {
	ask,
	askInTurn,
	createClock,
	namesIn,
	repeatedly,
	serve,
	statusesOf,
} from '../serving.js';

type Fleet = readonly WireInstance[];

/** The promises must not hang on the luck of one seed. */
const seeds = [1, 2, 3, 4, 5];

/** The fleet at each second from the start. */
function watch(name: ScenarioName, seconds: number, seed = 1): readonly Fleet[] {
	const clock = createClock();
	const world = createWorld({
		scenario: scenarios[name], instances: scenarios[name].instances, random: createRandom(seed), now: clock.now,
	});
	return Array.from({length: seconds + 1}, (_, second) => {
		clock.pass(second === 0 ? 0 : 1);
		return world.instances();
	});
}

function countDown(fleet: Fleet = []): number {
	return fleet.filter(({status}) => status !== 'connected').length;
}

/** The seconds at which the value read from an instance changed, by the instance's name. */
function changesOf(fleets: readonly Fleet[], read: (instance: WireInstance) => unknown): ReadonlyMap<string, readonly number[]> {
	const changes = new Map<string, number[]>();
	for (const [second, fleet] of fleets.entries()) {
		for (const [index, instance] of fleet.entries()) {
			const former = fleets[second - 1]?.[index];
			if (former && read(former) !== read(instance)) {
				changes.set(instance.name, [...(changes.get(instance.name) ?? []), second]);
			}
		}
	}

	return changes;
}

const readStatus = ({status}: WireInstance) => status;

test('the table says of each scenario what it is, in one line', () => {
	assert.deepEqual(scenarioNames.filter(name => !/^[^\n]{10,120}\.$/v.test(scenarios[name].summary)), []);
});

test('a word is the name of a scenario only if the table has it', () => {
	assert.ok(scenarioNames.every(name => isScenarioName(name)));
	assert.deepEqual(['toString', 'Calm', ''].filter(word => isScenarioName(word)), []);
});

for (const name of scenarioNames) {
	test(`${name} has as many instances as its table says, or as are asked for`, async () => {
		if (scenarios[name].instances <= 1000) {
			await using simulator = await serve({scenario: name});
			assert.equal(simulator.world.instances().length, scenarios[name].instances);
		}

		await using asked = await serve({scenario: name, instances: 60});
		assert.equal(asked.world.instances().length, name === 'empty' ? 0 : 60);
	});
}

for (const seed of seeds) {
	test(`calm begins all connected and rarely changes, with the seed ${seed}`, () => {
		const fleets = watch('calm', 600, seed);
		assert.equal(countDown(fleets[0]), 0);
		assert.ok(Math.max(...fleets.map(fleet => countDown(fleet))) <= 3);
		assert.ok(changesOf(fleets, readStatus).size <= 5);
	});

	test(`busy changes a state every few seconds, and only one instance flaps, with the seed ${seed}`, () => {
		const fleets = watch('busy', 600, seed);
		const changes = changesOf(fleets, readStatus);
		const seconds = [0, ...new Set([...changes].flatMap(([, times]) => times)), 600].toSorted((left, right) => left - right);
		const pauses = seconds.slice(1).map((second, index) => second - (seconds[index] ?? 0));
		assert.ok(Math.max(...pauses) <= 20, `the longest pause is ${Math.max(...pauses)} s`);
		const flapping = new Map([...changes].filter(([, times]) => times.length >= 4));
		assert.deepEqual(new Set(flapping.keys()), new Set(['promoções']));
	});

	test(`outage is well, falls by over two thirds within 20 s, stays down, heals, and comes again, with the seed ${seed}`, () => {
		const fleets = watch('outage', 960, seed);
		const mostOf = scenarios.outage.instances * 2 / 3;
		assert.equal(countDown(fleets[8]), 0);
		assert.ok(new Set(fleets.slice(8, 28).map(fleet => countDown(fleet))).size >= 5, 'it falls over several seconds');
		assert.ok(Math.min(...fleets.slice(28, 95).map(fleet => countDown(fleet))) > mostOf, 'it stays down');

		assert.ok(new Set(fleets.slice(98, 165).map(fleet => countDown(fleet))).size >= 20, 'it heals one by one');
		assert.ok(countDown(fleets[200]) <= 1);
		assert.equal(countDown(fleets[800]), 0);
		assert.ok(countDown(fleets[940]) > mostOf);
	});

	test(`in calm, updatedAt moves without anything else and presence without updatedAt, with the seed ${seed}`, () => {
		const fleets = watch('calm', 300, seed);
		const rest = ({updatedAt, ...others}: WireInstance) => JSON.stringify({...others, updatedAt: updatedAt === ''});
		const touched = changesOf(fleets, ({updatedAt}) => updatedAt);
		const changed = changesOf(fleets, rest);
		assert.ok([...touched].some(([name, times]) => times.some(second => !changed.get(name)?.includes(second))));
		assert.ok([...changed].some(([name, times]) => times.some(second => !touched.get(name)?.includes(second))));
		const presences = new Set(fleets.flat().map(({connection}) => connection?.presenceStatus));
		assert.deepEqual(presences, new Set(['available', 'composing', 'unavailable']));
	});
}

test('flapping has most instances change four times in ten minutes, on every seed', () => {
	for (const seed of seeds) {
		const fleets = watch('flapping', 600, seed);
		const changes = (fleets[0] ?? []).map((_, index) => fleets.filter((fleet, second) => second > 0 && fleet[index]?.status !== fleets[second - 1]?.[index]?.status).length);
		assert.ok(changes.filter(count => count >= 4).length > changes.length / 2, `seed ${seed}: ${changes.join(' ')}`);
	}
});

test('rate-limited refuses in each minute a client that keeps polling', async () => {
	const clock = createClock();
	await using simulator = await serve({scenario: 'rate-limited', now: clock.now});
	const answers = await askInTurn(simulator, repeatedly(12), () => {
		clock.pass(10);
	});
	assert.deepEqual(statusesOf(answers), [200, 200, 200, 200, 429, 429, 200, 200, 200, 200, 429, 429]);
});

test('broken gives a good answer between any two that are none, and each time another fault', async () => {
	await using simulator = await serve({scenario: 'broken', now: Date.now});
	const client = clientFor({baseUrl: simulator.url, token: simulator.token, timeout: 1000});
	const {signal} = new AbortController();
	const kinds: string[] = [];
	const faults = new Set<string>();
	for (let poll = 0; poll < 14; poll++) {
		// eslint-disable-next-line no-await-in-loop -- One answer after the other is the story.
		const outcome = await client.fetchList(signal);
		kinds.push(outcome.kind);
		faults.add(JSON.stringify(outcome.kind === 'ok' ? '' : {...outcome, budget: undefined}));
	}

	await client.close();
	assert.deepEqual(kinds.map(kind => kind === 'ok'), [true, false, true, false, true, false, true, false, true, false, true, false, true, true], kinds.join(' '));
	assert.equal(faults.size, 7);
});

test('broken refuses a token that is none as any scenario does', async () => {
	await using simulator = await serve({scenario: 'broken'});
	assert.deepEqual(statusesOf(await askInTurn(simulator, [{token: 'none'}, {token: 'none'}])), [401, 401]);
});

test('slow takes its time, and gives up on a client that has left', {timeout: 20_000}, async () => {
	await using simulator = await serve({scenario: 'slow', now: Date.now});
	const patience = clientFor({
		baseUrl: simulator.url, token: simulator.token, timeout: 300, now: Date.now,
	});
	const began = performance.now();
	// The first answer takes a second and no other one less, so both can be asked for at once.
	const [answer, {kind}] = await Promise.all([ask(simulator), patience.fetchList(new AbortController().signal)]);
	assert.equal(namesIn(answer).length, 12);
	assert.ok(performance.now() - began > 900);
	await patience.close();
	assert.equal(kind, 'unreachable');
});

for (const seed of seeds) {
	test(`slow has answers that are late, in pieces and past the usual time-out, most of them late, with the seed ${seed}`, () => {
		const random = createRandom(seed);
		const drawn = Array.from({length: 100}, () => chooseDelay(random));
		const late = drawn.filter(({kind}) => kind === 'late').length;
		const lost = drawn.filter(slowness => slowness.kind === 'late' && slowness.after > 15_000).length;
		assert.ok(late > 50 && late < 100, String(late));
		assert.ok(lost > 0 && lost < 25, String(lost));
	});
}

test('single gives a token that sees one instance of several', async () => {
	await using simulator = await serve({scenario: 'single'});
	assert.equal(namesIn(await ask(simulator, {token: simulator.token})).length, 1);
	assert.equal(namesIn(await ask(simulator)).length, 5);
});

test('single has the instance whose token it gives even when none are asked for', async () => {
	await using simulator = await serve({scenario: 'single', instances: 0});
	assert.equal(namesIn(await ask(simulator, {token: simulator.token})).length, 1);
});
