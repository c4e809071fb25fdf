import {isStuck} from './action.js';
import type {InstanceKey} from './instance.js';
import type {Inventory, Tracked} from './inventory.js';
import {describeMassEvent, type MassEvent} from './mass-event.js';
import {stateWord} from './state-word.js';
import {sanitize, takeCells, type SafeText} from './text.js';

/** Something a person should hear of. */
export type Alert = {
	readonly title: SafeText;
	readonly body: SafeText;
};

/** Changes for the worse that have not lasted long enough yet: since when, and for how many polls. And which mass event was told of. */
export type AlertState = {
	readonly waiting: ReadonlyMap<InstanceKey, {readonly since: number; readonly polls: number}>;
	readonly told: ReadonlySet<InstanceKey>;
	readonly mass: number | undefined;
};

export const noAlerts: AlertState = {waiting: new Map(), told: new Set(), mass: undefined};

/** A change for the worse must last for one more poll and this long: what is back by then was a flap. */
const shortest = 10_000;

/** No alert is longer than this, in cells. */
const longestBody = 120;

/**
Finds what to alert of after a poll. An instance is alerted of once until it is well again; one that is acknowledged is not; those that fell in a mass event are told of together.
*/
export function foldAlerts(state: AlertState, {before, inventory, mass, known, now}: {
	readonly before: Inventory;
	readonly inventory: Inventory;
	readonly mass: MassEvent | undefined;
	readonly known: ReadonlyMap<InstanceKey, number>;
	readonly now: number;
}): {readonly state: AlertState; readonly alerts: readonly Alert[]} {
	const waiting = new Map<InstanceKey, {readonly since: number; readonly polls: number}>();
	const told = new Set<InstanceKey>();
	const due: Tracked[] = [];
	for (const [key, tracked] of inventory.tracked) {
		if (!isBad(tracked, now)) {
			continue;
		}

		const former = before.tracked.get(key);
		const waited = state.waiting.get(key);
		const hasFallen = former !== undefined && !isBad(former, now);
		if (state.told.has(key)) {
			told.add(key);
		} else if (waited !== undefined || hasFallen) {
			const next = {since: waited?.since ?? now, polls: (waited?.polls ?? -1) + 1};
			if (known.get(key) === tracked.since.at || mass?.fallen.has(key)) {
				told.add(key);
			} else if (next.polls > 0 && now - next.since >= shortest) {
				told.add(key);
				due.push(tracked);
			} else {
				waiting.set(key, next);
			}
		}
	}

	const massAlert = mass !== undefined && mass.from !== state.mass ? [alert('ryzetop', describeMassEvent(mass, inventory))] : [];
	return {state: {waiting, told, mass: mass?.from ?? state.mass}, alerts: [...massAlert, ...describeDue(due)]};
}

/** Down, or connecting for so long that it will not come up by itself. */
function isBad({instance, since, gone}: Tracked, now: number): boolean {
	const {kind} = instance.state;
	return gone === undefined && kind !== 'connected' && (kind !== 'connecting' || isStuck(instance, since.at, now));
}

function describeDue(due: readonly Tracked[]): readonly Alert[] {
	const [first, ...others] = due;
	if (first === undefined) {
		return [];
	}

	const {name, state} = first.instance;
	return [others.length === 0
		? alert('ryzetop', `${name}: ${stateWord(state)}`)
		: alert('ryzetop', `${due.length} instances are down: ${due.map(({instance}) => instance.name).join(', ')}`)];
}

function alert(title: string, body: string): Alert {
	return {title: sanitize(title), body: sanitize(takeCells(body, longestBody))};
}
