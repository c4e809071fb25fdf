import type {InstanceKey} from './instance.js';
import type {Inventory} from './inventory.js';
import type {Transition} from './transitions.js';

/** Many instances that fell together. `from` and `until` are when the first and the last of them were seen to fall. */
export type MassEvent = {
	readonly from: number;
	readonly until: number;
	readonly fallen: ReadonlySet<InstanceKey>;
	readonly of: number;
};

/** Many instances that were missing from one list and in the one before. */
export type MassVanishing = {
	readonly at: number;
	readonly vanished: number;
	readonly of: number;
};

/** The falls that may still become a mass event, and what is going on. */
export type MassState = {
	readonly falls: ReadonlyArray<{readonly key: InstanceKey; readonly at: number}>;
	readonly event: MassEvent | undefined;
	readonly vanishing: MassVanishing | undefined;
};

export const noMass: MassState = {falls: [], event: undefined, vanishing: undefined};

/**
Fewer than five may fall by chance within half a minute in any fleet; a third of a fleet does not, whatever its size. Half a minute spans several polls of the usual five seconds, and the time a gateway needs to notice that it lost all its connections.
*/
const fewest = 5;
const leastShare = 1 / 3;
const window = 30_000;

/** Half a list does not go by itself; as long as its rows stay, it is said. */
const vanishedShare = 1 / 2;
const vanishingStays = 60_000;

/** A mass event is told of until nine in ten of its instances are back, and no longer than this. */
const longest = 15 * 60_000;
const shareBack = 0.9;

/** Folds the changes that one poll found. With polls further apart than the window, those of one poll count as together. */
export function foldMass(state: MassState, transitions: readonly Transition[], {now, inventory}: {readonly now: number; readonly inventory: Inventory}): MassState {
	const fresh = transitions.filter(({from, to}) => from.kind === 'connected' && to.kind !== 'connected').map(({key, at}) => ({key, at}));
	const vanishing = foldVanishing(state.vanishing, inventory, now);
	const event = state.event === undefined || isOver(state.event, inventory, now) ? undefined : state.event;
	if (event !== undefined) {
		// What falls while it lasts belongs to it.
		const joined = fresh.length === 0 ? event : {...event, until: now, fallen: new Set([...event.fallen, ...fresh.map(({key}) => key)])};
		return {falls: [], event: joined, vanishing};
	}

	const recent = [...state.falls.filter(({at}) => at > now - window), ...fresh];
	const fallen = new Set(recent.map(({key}) => key));
	const of = inventory.tracked.values().reduce((count, {gone}) => count + Number(gone === undefined), 0);
	if (fallen.size < fewest || fallen.size < of * leastShare) {
		return {falls: recent, event: undefined, vanishing};
	}

	const times = recent.map(({at}) => at);
	return {
		falls: [],
		event: {
			from: Math.min(...times), until: Math.max(...times), fallen, of,
		},
		vanishing,
	};
}

function foldVanishing(former: MassVanishing | undefined, inventory: Inventory, now: number): MassVanishing | undefined {
	const vanished = inventory.tracked.values().reduce((count, {gone}) => count + Number(gone === now), 0);
	const of = inventory.tracked.values().reduce((count, {gone}) => count + Number(gone === undefined || gone === now), 0);
	if (vanished >= fewest && vanished >= of * vanishedShare) {
		return {at: now, vanished, of};
	}

	return former !== undefined && now - former.at < vanishingStays && inventory.tracked.values().some(({gone}) => gone === former.at) ? former : undefined;
}

/** What is to be said at the top of the screen, if anything. */
export function describeMass({event, vanishing}: MassState, inventory: Inventory): string | undefined {
	if (vanishing !== undefined) {
		return `${vanishing.vanished} of ${vanishing.of} vanished between two polls`;
	}

	return event === undefined ? undefined : describeMassEvent(event, inventory);
}

/** How many of the fallen are connected again. */
export function countBack({fallen}: MassEvent, inventory: Inventory): number {
	let back = 0;
	for (const key of fallen) {
		back += Number(inventory.tracked.get(key)?.instance.state.kind === 'connected');
	}

	return back;
}

/** `31 of 44 fell within 20s: server or network?`, and once some have come back, how many. */
export function describeMassEvent(event: MassEvent, inventory: Inventory): string {
	const {fallen, of, from, until} = event;
	const back = countBack(event, inventory);
	const seconds = Math.max(1, Math.ceil((until - from) / 1000));
	const within = seconds < 60 ? `${seconds}s` : `${Math.ceil(seconds / 60)}m`;
	return `${fallen.size} of ${of} fell within ${within}${back === 0 ? ': server or network?' : `, ${back} back`}`;
}

function isOver(event: MassEvent, inventory: Inventory, now: number): boolean {
	return now - event.from > longest || countBack(event, inventory) >= event.fallen.size * shareBack;
}
