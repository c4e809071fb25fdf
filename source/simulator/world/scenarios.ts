import {populateBusy} from '../instances/busy-fleet.js';
import {brokenAnswers, slowAnswers} from '../faults/fault-plans.js';
import type {FaultPlan} from '../faults/active-fault.js';
import {populateHostile} from '../instances/hostile-fleet.js';
import {hostileTexts} from '../instances/hostile-texts.js';
import {populateUnsteady} from '../instances/unsteady-fleet.js';
import type {Random} from '../instances/random.js';
import type {InstanceFactory, SimulatedInstance} from '../instances/factory.js';
import {
	hugePast,
	pastOfOutages,
	quietPast,
	unsteadyPast,
	usualPast,
	type PastPlan,
} from '../past/plans.js';
import type {ServerPlan} from './server-plan.js';
import {outageServer, populateBehindProxy, simulateOutage} from './outage.js';
import {
	changePresence,
	dropConnections,
	flap,
	touchUpdatedAt,
	type Behaviour,
} from './behaviours.js';

/** Scenario of the simulated account: its instances, how they change, and how the server answers. */
export type Scenario = {
	/** Description in one line, which the command `simulate` prints. */
	readonly summary: string;
	/** The number of instances where the options give none. */
	readonly instances: number;
	/** The token that a monitor gets: the account's, or the one of the first instance. */
	readonly token: 'account' | 'instance';
	readonly populate: (count: number, factory: InstanceFactory, random: Random) => readonly SimulatedInstance[];
	readonly behaviours: readonly Behaviour[];
	/** How eventful the thirty days before the beginning were. */
	readonly past: PastPlan;
	/** Calls a second that other users of the same token make. */
	readonly othersPerSecond: number;
	/** How the server is; it goes on and on if there is no plan. */
	readonly server?: ServerPlan;
	/** Faults in place of good answers; none if there is no plan. */
	readonly faultPlan?: FaultPlan;
};

export const scenarioNames = [
	'calm',
	'busy',
	'outage',
	'flapping',
	'rate-limited',
	'slow',
	'broken',
	'hostile',
	'single',
	'empty',
	'huge',
] as const;

export type ScenarioName = (typeof scenarioNames)[number];

/** Whether a word is the name of a scenario. */
export function isScenarioName(word: string): word is ScenarioName {
	return scenarioNames.some(name => name === word);
}

/** Each instance loses its connection about once in two hours. */
const dropRarely = dropConnections(7200);

/**
Often enough for a fleet of 40 to change every few seconds,
and rarely enough for no instance to reach the four changes in ten minutes that count as flapping.
*/
const dropOften = dropConnections(840);

/** With ten thousand instances, one loses its connection every second or two. */
const dropInHugeFleet = dropConnections(20_000);

/** Each instance makes four changes in two or three minutes; four in ten minutes count as flapping. */
const dropConstantly = dropConnections(45);

export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
	calm: {
		summary: 'A healthy fleet in which hardly anything changes.',
		instances: 12,
		token: 'account',
		populate: populateHealthy,
		behaviours: [dropRarely, changePresence, touchUpdatedAt],
		past: quietPast,
		othersPerSecond: 0,
	},
	busy: {
		summary: 'A believable fleet with every state, oddity and integration; something changes every few seconds.',
		instances: 40,
		token: 'account',
		populate: populateBusy,
		behaviours: [dropOften, flap, changePresence, touchUpdatedAt],
		past: usualPast,
		othersPerSecond: 0,
	},
	outage: {
		summary: 'All is well for 8 seconds, then a proxy fails: most fall together, stay down for 90 seconds and heal one by one.',
		instances: 44,
		token: 'account',
		populate: (count, factory, random) => youngestLast(populateBehindProxy(count, factory, random)),
		behaviours: [simulateOutage, changePresence, touchUpdatedAt],
		past: pastOfOutages,
		othersPerSecond: 0,
		server: outageServer,
	},
	flapping: {
		summary: 'Connections that do not hold: each instance falls and comes back again and again.',
		instances: 20,
		token: 'account',
		populate: populateUnsteady,
		behaviours: [dropConstantly, changePresence, touchUpdatedAt],
		past: unsteadyPast,
		othersPerSecond: 0,
	},
	'rate-limited': {
		summary: 'A healthy fleet, but somebody else uses up the calls of the same token.',
		instances: 12,
		token: 'account',
		populate: populateHealthy,
		behaviours: [dropRarely, changePresence, touchUpdatedAt],
		past: quietPast,
		othersPerSecond: 3,
	},
	slow: {
		summary: 'Answers take seconds; some come in small pieces, some only after the time-out.',
		instances: 12,
		token: 'account',
		populate: populateHealthy,
		behaviours: [dropRarely, changePresence, touchUpdatedAt],
		past: quietPast,
		othersPerSecond: 0,
		faultPlan: slowAnswers,
	},
	broken: {
		summary: 'Every second answer is an error, half an answer or malformed, another one each time.',
		instances: 12,
		token: 'account',
		populate: populateHealthy,
		behaviours: [dropRarely, changePresence, touchUpdatedAt],
		past: usualPast,
		othersPerSecond: 0,
		faultPlan: brokenAnswers,
	},
	hostile: {
		summary: 'Escape sequences and odd Unicode in every string.',
		instances: hostileTexts.length,
		token: 'account',
		populate: populateHostile,
		behaviours: [],
		past: usualPast,
		othersPerSecond: 0,
	},
	single: {
		summary: 'One instance, seen with its own token; the account behind it has more.',
		instances: 5,
		token: 'instance',
		populate: (count, factory) => populateHealthy(Math.max(1, count), factory),
		behaviours: [dropConnections(240), changePresence, touchUpdatedAt],
		past: usualPast,
		othersPerSecond: 0,
	},
	empty: {
		summary: 'An account without instances.',
		instances: 0,
		token: 'account',
		populate: () => [],
		behaviours: [],
		past: quietPast,
		othersPerSecond: 0,
	},
	huge: {
		summary: 'Ten thousand instances, of which one falls every second or two.',
		instances: 10_000,
		token: 'account',
		populate: populateBusy,
		behaviours: [dropInHugeFleet, flap, changePresence, touchUpdatedAt],
		past: hugePast,
		othersPerSecond: 0,
	},
};

/** Generates a healthy fleet. */
function populateHealthy(count: number, factory: InstanceFactory): readonly SimulatedInstance[] {
	return youngestLast(Array.from({length: count}, () => factory.create()));
}

/** Makes the last instance of a list the youngest, less than a month old, unless it is the only one. */
function youngestLast(fleet: readonly SimulatedInstance[]): readonly SimulatedInstance[] {
	return fleet.map((created, index) => {
		const {instance} = created;
		return index > 0 && index === fleet.length - 1 ? {...created, instance: {...instance, createdAt: instance.updatedAt}} : created;
	});
}
