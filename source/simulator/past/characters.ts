import type {SimulatedInstance} from '../instances/factory.js';
import type {Random} from '../instances/random.js';
import type {PastPlan} from './plans.js';

/** What an instance's connection was like over the thirty days; `lasting` where it ends in a state that is not connected. */
export type Character = 'steady' | 'weak' | 'flapped-one-night' | 'logged-out-for-days' | 'flapping-now' | 'unsteady-now' | 'lasting';

/** The state of an instance as the API's words have it. */
export function stateOf({instance: {connection, status}}: SimulatedInstance): string {
	return connection?.state ?? status;
}

/**
Gives each instance, in the order of the list, its character. Those whose state the scenario never changes stay steady where there are
enough others, and so do those that are new.
*/
export function chooseCharacters(
	fleet: readonly SimulatedInstance[],
	isNew: (position: number) => boolean,
	{weakShare, flappedOneNight, loggedOutForDays, isUnsteadyNow = false}: PastPlan,
	random: Random,
): readonly Character[] {
	const characters = fleet.map((simulated): Character => {
		if (isUnsteadyNow && simulated.stability === 'unstable') {
			return 'unsteady-now';
		}

		if (stateOf(simulated) !== 'connected') {
			return 'lasting';
		}

		return simulated.stability === 'flapping' ? 'flapping-now' : 'steady';
	});
	const positionsOf = (isStable: boolean) => fleet.flatMap(({stability}, position) =>
		characters[position] === 'steady' && !isNew(position) && (stability === 'stable') === isStable ? [position] : []);
	const order = [...random.shuffle(positionsOf(false)), ...random.shuffle(positionsOf(true))];
	const unusual: readonly Character[] = [
		...repeat('flapped-one-night', flappedOneNight),
		...repeat('logged-out-for-days', loggedOutForDays),
		...repeat('weak', Math.round(fleet.length * weakShare)),
	];
	const chosen = new Map(order.slice(0, unusual.length).map((position, index) => [position, unusual[index]] as const));
	return characters.map((character, position) => chosen.get(position) ?? character);
}

function repeat(character: Character, times: number): readonly Character[] {
	return Array.from({length: times}, () => character);
}
