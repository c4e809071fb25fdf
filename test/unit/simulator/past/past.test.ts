import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createRandom} from '../../../../source/simulator/instances/random.js';
import {createPast, type Past} from '../../../../source/simulator/past/past.js';
import {scenarioNames, scenarios, type ScenarioName} from '../../../../source/simulator/world/scenarios.js';
import {createWorld, type World} from '../../../../source/simulator/world/world.js';

const second = 1000;
const hour = 3600 * second;
const day = 24 * hour;
const noon = Date.UTC(2026, 4, 1, 12);

/** The promises must not hang on the luck of one seed. */
const seeds = [1, 2];

/** More would take long, and show nothing else. */
const most = 60;

type Begun = {readonly world: World; readonly past: Past};

/** The beginning of a scenario, and the past before it. */
function begin(name: ScenarioName, seed: number, now = noon): Begun {
	const scenario = scenarios[name];
	const random = createRandom(seed);
	const world = createWorld({
		scenario, instances: Math.min(most, scenario.instances), random: random.fork('world'), now: () => now,
	});
	const {fleet, at} = world.beginning;
	return {
		world, past: createPast({
			plan: scenario.past, fleet, startedAt: at, random: random.fork('past'),
		}),
	};
}

const begun = scenarioNames.flatMap(name => seeds.map(seed => ({...begin(name, seed), what: `${name}, seed ${seed}`})));

/** Checks every scenario with every seed. */
function everywhere(check: (each: Begun, what: string) => void): void {
	for (const {what, ...each} of begun) {
		check(each, what);
	}
}

test('the same seed at the same time has the same past, and another one another', () => {
	for (const name of ['busy', 'outage', 'hostile'] as const) {
		assert.deepEqual(begin(name, 1).past, begin(name, 1).past);
		assert.notDeepEqual(begin(name, 1).past.instances, begin(name, 2).past.instances);
	}
});

test('the past is watched in the thirty days before the beginning, in times that are in order with holes between them', () => {
	everywhere(({past: {watched}}, what) => {
		assert.ok(watched.length > 1, what);
		assert.equal(watched[0]?.from, noon - (30 * day), what);
		const end = watched.at(-1)?.to ?? 0;
		assert.ok(end < noon && end >= noon - (10 * second), what);
		for (const [index, {from, to}] of watched.entries()) {
			assert.ok(from < to, what);
			assert.ok(index === 0 || from - (watched[index - 1]?.to ?? from) >= hour / 2, `${what}: a hole is long enough to be one`);
		}
	});
});

test('the states of an instance are in the order of time, each another than the one before, and none begins where nobody watched', () => {
	everywhere(({past: {watched, instances}}, what) => {
		for (const {name, states} of instances) {
			assert.ok(states.length > 0, `${what}: ${name}`);
			for (const [index, {at, state}] of states.entries()) {
				const before = states[index - 1];
				assert.ok(before === undefined || (before.at < at && before.state !== state), `${what}: ${name} at ${at}`);
				assert.ok(watched.some(({from, to}) => at >= from && at <= to), `${what}: ${name} at ${at} is in no hole`);
			}
		}
	});
});

test('the past ends with the first list: the same instances in the same order, each in the state that it has there', () => {
	everywhere(({world, past: {instances}}, what) => {
		assert.deepEqual(
			instances.map(({id, name, states}) => [id, name, states.at(-1)?.state]),
			world.instances().map(({id, name, connection, status}) => [id, name, connection?.state ?? status]),
			what,
		);
	});
});

/** The greatest part of a fleet that fell from connected within half a minute, from each time on at which one fell. */
function greatestFalls({instances}: Past): ReadonlyArray<{readonly at: number; readonly share: number}> {
	const falls = instances.flatMap(({states}, position) =>
		states.flatMap(({at, state}, index) => state !== 'connected' && states[index - 1]?.state === 'connected' ? [{at, position}] : []))
		.toSorted((one, other) => one.at - other.at);
	return falls.map(({at}) => {
		const together = new Set(falls.filter(fall => fall.at >= at && fall.at <= at + (30 * second)).map(({position}) => position));
		return {at, share: together.size / instances.length};
	});
}

/** The falls of at least a third of a fleet that are hours apart from each other. */
function massFalls(past: Past): readonly number[] {
	const times: number[] = [];
	for (const {at, share} of greatestFalls(past)) {
		if (share >= 1 / 3 && at - (times.at(-1) ?? 0) > hour) {
			times.push(at);
		}
	}

	return times;
}

test('in a busy fleet and in one of outages many fell together, once for each fault of the plan, and last night for the last time', () => {
	for (const name of ['busy', 'outage'] as const) {
		for (const seed of seeds) {
			const {past} = begin(name, seed);
			const falls = massFalls(past);
			assert.equal(falls.length, scenarios[name].past.outages.length, `${name}, seed ${seed}`);
			// It is noon in UTC, and nine in the morning where the simulated people live.
			assert.ok(noon - (falls.at(-1) ?? 0) < 8 * hour, `${name}, seed ${seed}: last night`);
		}
	}
});

test('last night is the one before where the present one is not over', () => {
	// It is one in the morning where the simulated people live.
	const night = Date.UTC(2026, 4, 1, 4);
	const {past} = begin('outage', 1, night);
	const last = massFalls(past).at(-1) ?? 0;
	assert.ok(last < night - (19 * hour) && last > night - (24 * hour), new Date(last).toISOString());
});

test('a mass event of the past is told where that many were seen to fall within half a minute, and nowhere else', () => {
	everywhere(({past: {masses, instances}}, what) => {
		for (const {began, until, fallen, listed, ended} of masses) {
			assert.ok(until - began < 30 * second && until < ended, what);
			assert.ok(fallen >= 5 && fallen >= listed / 3 && listed <= instances.length, what);
			const falls = instances.filter(({states}) => states.some(({at, state}, index) =>
				state !== 'connected' && states[index - 1]?.state === 'connected' && at >= began && at <= until));
			assert.equal(falls.length, fallen, what);
		}
	});
	assert.ok(begin('outage', 1).past.masses.length > 0);
	assert.deepEqual(begin('calm', 1).past.masses.map(({fallen}) => fallen).filter(count => count < 5), []);
});
