import {populateBusy} from '../instances/busy-fleet.js';
import {brokenAnswers, slowAnswers} from '../faults/fault-plans.js';
import type {FaultPlan} from '../faults/active-fault.js';
import {populateHostile} from '../instances/hostile-fleet.js';
import {hostileTexts} from '../instances/hostile-texts.js';
import type {Random} from '../instances/random.js';
import type {InstanceFactory, SimulatedInstance} from '../instances/factory.js';
import {simulateOutage} from './outage.js';
import {
	chatter,
	drift,
	flap,
	touch,
	type Behaviour,
} from './behaviours.js';

/** A story for a monitor to watch. */
export type Scenario = {
	/** What it is, in one line. */
	readonly summary: string;
	/** How many instances there are if nobody says otherwise. */
	readonly instances: number;
	/** The kind of token a monitor is given for it. */
	readonly token: 'account' | 'instance';
	readonly populate: (count: number, registry: InstanceFactory, random: Random) => readonly SimulatedInstance[];
	readonly behaviours: readonly Behaviour[];
	/** Calls a second somebody else makes with the same token. */
	readonly othersPerSecond: number;
	/** What befalls its good answers; nothing if none is given. */
	readonly mishaps?: FaultPlan;
};

export const scenarioNames = ['calm', 'busy', 'outage', 'flapping', 'rate-limited', 'slow', 'broken', 'hostile', 'single', 'empty', 'huge'] as const;
export type ScenarioName = (typeof scenarioNames)[number];

/** Says whether a word names a scenario. */
export function isScenarioName(word: string): word is ScenarioName {
	// eslint-disable-next-line unicorn/prefer-includes -- `includes` takes only what is already known to be a name
	return scenarioNames.some(name => name === word);
}

/** Each of a calm fleet drifts once in two hours or so. */
const calmly = drift(7200);

/** Often enough that something is always going on, seldom enough that none of them reaches the four changes in ten minutes which make flapping. */
const busily = drift(840);

/** With ten thousand instances one falls every second or two. */
const seldom = drift(20_000);

/** Four changes in ten minutes flap; these make them in two or three. */
const restlessly = drift(45);

export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
	calm: {
		summary: 'A healthy fleet in which hardly anything changes.',
		instances: 12,
		token: 'account',
		populate: populateHealthy,
		behaviours: [calmly, chatter, touch],
		othersPerSecond: 0,
	},
	busy: {
		summary: 'A believable fleet with every state, oddity and integration; something changes every few seconds.',
		instances: 40,
		token: 'account',
		populate: populateBusy,
		behaviours: [busily, flap, chatter, touch],
		othersPerSecond: 0,
	},
	outage: {
		summary: 'All is well for 8 seconds, then most fall together, stay down for a minute and a half and heal one by one.',
		instances: 44,
		token: 'account',
		populate: populateHealthy,
		behaviours: [simulateOutage, chatter, touch],
		othersPerSecond: 0,
	},
	flapping: {
		summary: 'Connections that do not hold: each instance falls and comes back again and again.',
		instances: 20,
		token: 'account',
		populate: populateHealthy,
		behaviours: [restlessly, chatter, touch],
		othersPerSecond: 0,
	},
	'rate-limited': {
		summary: 'A healthy fleet, but somebody else uses up the calls of the same token.',
		instances: 12,
		token: 'account',
		populate: populateHealthy,
		behaviours: [calmly, chatter, touch],
		othersPerSecond: 3,
	},
	slow: {
		summary: 'Answers take seconds; some come in small pieces, some only after the time-out.',
		instances: 12,
		token: 'account',
		populate: populateHealthy,
		behaviours: [calmly, chatter, touch],
		othersPerSecond: 0,
		mishaps: slowAnswers,
	},
	broken: {
		summary: 'Every second answer is an error, half an answer or malformed, another one each time.',
		instances: 12,
		token: 'account',
		populate: populateHealthy,
		behaviours: [calmly, chatter, touch],
		othersPerSecond: 0,
		mishaps: brokenAnswers,
	},
	hostile: {
		summary: 'Escape sequences and odd Unicode in every string.',
		instances: hostileTexts.length,
		token: 'account',
		populate: populateHostile,
		behaviours: [],
		othersPerSecond: 0,
	},
	single: {
		summary: 'One instance, seen with its own token; the account behind it has more.',
		instances: 5,
		token: 'instance',
		populate: (count, registry) => populateHealthy(Math.max(1, count), registry),
		behaviours: [drift(240), chatter, touch],
		othersPerSecond: 0,
	},
	empty: {
		summary: 'An account without instances.',
		instances: 0,
		token: 'account',
		populate: () => [],
		behaviours: [],
		othersPerSecond: 0,
	},
	huge: {
		summary: 'Ten thousand instances, of which one falls every second or two.',
		instances: 10_000,
		token: 'account',
		populate: populateBusy,
		behaviours: [seldom, flap, chatter, touch],
		othersPerSecond: 0,
	},
};

function populateHealthy(count: number, registry: InstanceFactory): readonly SimulatedInstance[] {
	return Array.from({length: count}, () => registry.enrol());
}
