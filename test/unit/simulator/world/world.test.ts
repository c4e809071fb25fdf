import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createRandom} from '../../../../source/simulator/instances/random.js';
import {scenarioNames, scenarios, type ScenarioName} from '../../../../source/simulator/world/scenarios.js';
import {createWorld, type World} from '../../../../source/simulator/world/world.js';
import {createClock, type ManualClock} from '../serving.js';

function begin(name: ScenarioName, {clock = createClock(), seed = 1, instances = scenarios[name].instances}: {clock?: ManualClock; seed?: number; instances?: number} = {}): World {
	return createWorld({
		scenario: scenarios[name], instances, random: createRandom(seed), now: clock.now,
	});
}

/** The tests vary how often a fleet is read; its size adds only time. */
const enough = 1000;

for (const name of scenarioNames) {
	test(`${name} is the same after ten minutes however often it was looked at`, () => {
		const clocks = [createClock(), createClock()] as const;
		const instances = Math.min(scenarios[name].instances, enough);
		const watched = begin(name, {clock: clocks[0], instances});
		const left = begin(name, {clock: clocks[1], instances});
		for (let step = 0; step < 1500; step += 1) {
			clocks[0].pass(0.4);
			watched.instances();
		}

		clocks[1].pass(600);
		assert.deepEqual(watched.instances(), left.instances());
	});
}

test('another seed gives another fleet', () => {
	assert.notDeepEqual(begin('calm', {seed: 1}).instances(), begin('calm', {seed: 2}).instances());
});

test('a clock that goes back changes nothing', () => {
	const clock = createClock();
	const world = begin('outage', {clock});
	clock.pass(30);
	const before = world.instances();
	clock.pass(-25);
	assert.deepEqual(world.instances(), before);
});

test('ids, names, tokens and numbers are all different in a fleet of thousands', () => {
	const fleet = begin('busy', {instances: 4000}).instances();
	const numbers = fleet.map(({connection}) => connection?.numberJid).filter(jid => typeof jid === 'string');
	const columns = [fleet.map(({id}) => id), fleet.map(({name}) => name), fleet.map(({token}) => token), numbers];
	assert.deepEqual(columns.map(column => new Set(column).size), [4000, 4000, 4000, numbers.length]);
});

test('ids and tokens are UUIDs', () => {
	const uuids = begin('calm').instances().flatMap(({id, token}) => [id, token]);
	assert.deepEqual(uuids.filter(uuid => !/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/v.test(uuid)), []);
});

test('times are whole seconds of UTC: created, then updated, then now', () => {
	const clock = createClock();
	const fleet = begin('calm', {clock}).instances();
	const times = fleet.flatMap(({createdAt, updatedAt}) => [createdAt, updatedAt]);
	assert.deepEqual(times.filter(time => !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/v.test(time)), []);
	assert.ok(fleet.every(({createdAt, updatedAt}) => Date.parse(createdAt) <= Date.parse(updatedAt)));
	assert.ok(fleet.every(({updatedAt}) => Date.parse(updatedAt) <= clock.now()));
});

test('a state set by hand sets the status too and stays, whatever the scenario does', () => {
	const clock = createClock();
	const world = begin('outage', {clock, instances: 9});
	for (const {name} of world.instances()) {
		world.set(name, {state: 'connecting'});
	}

	clock.pass(40);
	const seen = world.instances().map(({status, connection, updatedAt}) => [status, connection?.state, updatedAt]);
	assert.deepEqual(seen, Array.from({length: 9}, () => ['connecting', 'connecting', '2026-05-01T12:00:00Z']));
});

test('logging out takes the number away, and connecting brings the same one back', () => {
	const world = begin('calm');
	const [before] = world.instances();
	const name = before?.name ?? '';
	world.set(name, {state: 'loggedout'});
	const [loggedOut] = world.instances();
	assert.deepEqual(loggedOut?.connection, {
		state: 'loggedout', numberJid: null, presenceStatus: 'unavailable', displayStatus: 'Active',
	});
	world.set(name, {state: 'connected'});
	assert.deepEqual(world.instances()[0]?.connection, before?.connection);
});

test('a block can be nulled or taken out of the answer, and a status can contradict the state', () => {
	const world = begin('calm');
	const name = world.instances()[0]?.name ?? '';
	world.set(name, {
		state: 'disconnected', status: 'connected', webhook: null, s3: undefined,
	});
	const sent = JSON.stringify(world.instances()[0]);
	assert.match(sent, /"status":"connected","connection":\{"state":"disconnected"/v);
	assert.match(sent, /"webhook":null/v);
	assert.doesNotMatch(sent, /"s3"/v);
});

test('an instance that is added stands last, and one that comes back under its name has a new id', () => {
	const world = begin('calm', {instances: 2});
	world.add('late', {state: 'connecting'});
	const first = world.instances()[2];
	assert.deepEqual([first?.name, first?.status], ['late', 'connecting']);
	world.remove('late');
	assert.equal(world.instances().length, 2);
	world.add('late');
	assert.notEqual(world.instances()[2]?.id, first?.id);
});

test('a name that is not there, or is there already, is a mistake of the test', () => {
	const world = begin('empty');
	world.add('here');
	assert.throws(() => {
		world.set('gone', {});
	}, {message: 'There is no instance "gone" to set.'});
	assert.throws(() => {
		world.remove('gone');
	}, {message: 'There is no instance "gone" to remove.'});
	assert.throws(() => {
		world.add('here');
	}, {message: 'There is an instance "here" already.'});
});
