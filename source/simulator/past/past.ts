import type {SimulatedInstance} from '../instances/factory.js';
import type {Random} from '../instances/random.js';
import {
	day,
	hour,
	midnight,
	minute,
	type Span,
} from './calendar.js';
import {chooseCharacters, stateOf, type Character} from './characters.js';
import {chooseOutages, fallIn} from './outages.js';
import {seeMasses} from './masses.js';
import type {PastPlan} from './plans.js';
import {seeStates} from './seen.js';
import {
	dropsIn,
	flapsIn,
	leaveRoom,
	logOutForDays,
	tellStates,
	type Lapse,
} from './lapses.js';
import {chooseWatched} from './watched.js';

/** What a watcher saw of an account in the thirty days before the simulator began. Times are whole seconds, given in milliseconds. */
export type Past = {
	/** Times in which the list was watched, oldest first; between two is a hole. The last ends some seconds before the simulator began. */
	readonly watched: ReadonlyArray<{readonly from: number; readonly to: number}>;
	/** When many were seen to fall together, oldest first. */
	readonly masses: ReadonlyArray<{
		readonly began: number; readonly until: number; readonly fallen: number; readonly listed: number; readonly ended: number;
	}>;
	/** The instances that the simulator lists first, in its order. */
	readonly instances: readonly InstancePast[];
};

/**
What was seen of one instance. `states` are oldest first, in the API's words, and each differs from the one before; the last is the state
that the scenario begins with. None begins inside a hole: what changed there was seen at the end of the hole.
The first begins with the first look, or later where the instance appeared within the thirty days.
*/
type InstancePast = {
	readonly id: string;
	readonly name: string;
	readonly states: ReadonlyArray<{readonly at: number; readonly state: string}>;
};

type PastOptions = {
	readonly plan: PastPlan;
	/** The instances that the scenario begins with. */
	readonly fleet: readonly SimulatedInstance[];
	/** When the simulator began, in milliseconds since the epoch. */
	readonly startedAt: number;
	readonly random: Random;
};

const length = 30 * day;

/** Makes the past of a scenario. */
export function createPast({plan, fleet, startedAt, random}: PastOptions): Past {
	const span = {from: Math.ceil(startedAt / 1000) - length, to: Math.floor(startedAt / 1000) - random.between(2, 6)};
	const outages = chooseOutages(span.to, plan.outages, fleet.length, random.fork('outages'));
	const watched = chooseWatched(span, outages, random.fork('watched'));
	const beginnings = fleet.map(({instance}) => findBeginning(instance.createdAt, span));
	const characters = chooseCharacters(fleet, position => beginnings[position] !== span.from, plan, random.fork('characters'));
	const [lastNight] = outages;
	const seen = fleet.map((simulated, position) => {
		const own = random.fork(`instance ${position}`);
		const character = characters[position] ?? 'steady';
		const begins = beginnings[position] ?? span.from;
		const fallen = outages.map(outage => fallIn(outage, position, own)).filter(lapse => lapse !== undefined);
		const certain = tellCharacter(character, simulated, {
			span, begins, random: own, fell: lastNight?.fallen.has(position) === true ? lastNight.from : undefined,
		});
		const together = [...certain, ...leaveRoom(certain, fallen)];
		const drops = dropsIn(span, character === 'weak' ? own.between(...plan.weakDropsPerDay) * 30 : plan.drops, own);
		const lapses = [...together, ...leaveRoom(together, drops)].filter(({from}) => from >= begins);
		return seeStates(tellStates(begins, lapses), watched);
	});
	return {
		watched: watched.map(({from, to}) => ({from: from * 1000, to: to * 1000})),
		masses: seeMasses(outages, watched, seen).map(({began, until, ended, ...counts}) => ({
			...counts, began: began * 1000, until: until * 1000, ended: ended * 1000,
		})),
		instances: fleet.map(({instance: {id, name}}, position) => ({
			id, name, states: (seen[position] ?? []).map(({at, state}) => ({at: at * 1000, state})),
		})),
	};
}

/** When the list had an instance first: when it was created, in the span. Time texts that cannot be read are taken for old ones. */
function findBeginning(createdAt: string, {from, to}: Span): number {
	const created = Math.floor(Date.parse(createdAt) / 1000);
	return Number.isNaN(created) ? from : Math.min(Math.max(created, from), to - minute);
}

type CharacterOptions = {
	readonly span: Span;
	readonly begins: number;
	/** When the last outage brought the instance down; `undefined` where it did not. */
	readonly fell: number | undefined;
	readonly random: Random;
};

/** Makes the lapses that belong to an instance's character. Nothing else may come in their way. */
function tellCharacter(
	character: Character,
	simulated: SimulatedInstance,
	{span, begins, fell, random}: CharacterOptions,
): readonly Lapse[] {
	switch (character) {
		case 'steady':
		case 'weak': {
			// The first thing that a new instance does is to connect.
			return begins === span.from
				? []
				: leaveRoom([{from: span.to, steps: []}], [
					{from: begins, steps: [{state: 'connecting', seconds: random.between(20, 90)}]},
				]);
		}

		case 'flapped-one-night': {
			const from = midnight(span.to, random.between(2, 6)) + random.between(-2 * hour, hour);
			return flapsIn({from, to: from + random.between(hour, 3 * hour)}, [15, 150], random);
		}

		case 'logged-out-for-days': {
			return [logOutForDays(midnight(span.to, random.between(7, 24)) + random.between(8 * hour, 18 * hour), random)];
		}

		case 'flapping-now': {
			return flapsIn({from: span.to - random.between(10 * minute, 25 * minute), to: span.to}, [6, 20], random);
		}

		case 'unsteady-now': {
			const state = stateOf(simulated);
			const fellAt = span.to - random.between(2, 80);
			const isDown = state !== 'connected';
			const lapses = flapsIn({from: span.to - (25 * minute), to: isDown ? fellAt - (minute / 2) : span.to}, [20, 70], random);
			return isDown ? [...lapses, {from: fellAt, steps: [{state, seconds: Infinity}]}] : lapses;
		}

		case 'lasting': {
			const state = stateOf(simulated);
			const from = isNeverPaired(simulated) ? begins : Math.max(begins, chooseLastFall(state, {span, fell, random}));
			return [{from, steps: [{state, seconds: Infinity}]}];
		}
	}
}

/** Whether an instance has never been connected: it has no number, and did not lose it by logging out. */
function isNeverPaired({instance: {connection}}: SimulatedInstance): boolean {
	return connection?.numberJid === null && connection.state !== 'loggedout';
}

/** Chooses when an instance came into the state that it is still in. */
function chooseLastFall(state: string, {span: {to}, fell, random}: Omit<CharacterOptions, 'begins'>): number {
	if (state === 'connecting') {
		return to - random.between(3 * minute, 20 * minute);
	}

	// Some that the outage brought down never came back.
	return state === 'disconnected' && fell !== undefined ? fell + random.between(0, 20) : to - random.between(12 * minute, 9 * hour);
}
