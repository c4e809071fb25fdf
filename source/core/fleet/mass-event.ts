import type {AccountId, InstanceKey} from '../instance/instance.js';
import type {Inventory, Tracked} from './inventory.js';
import type {Transition} from './transitions.js';

/**
Many instances that fell together: `fallen` out of `of`, each counted once. They fell after `from`, when the poll before the first fall still showed it connected, and by `until`, when the last of them was seen down. No narrower claim can be made.
*/
export type MassEvent = {
	readonly from: number;
	readonly until: number;
	readonly fallen: ReadonlySet<InstanceKey>;
	readonly of: number;
};

/** Many instances that are missing from an account's list and were in the one before: `vanished` of the `of` that were there. */
export type MassVanishing = {
	readonly account: AccountId;
	readonly at: number;
	readonly vanished: number;
	readonly of: number;
};

/** One instance that was connected at `after` and no longer at `at`. */
type Fall = {
	readonly key: InstanceKey;
	readonly after: number;
	readonly at: number;
};

/** What is going on, and what has to be remembered from poll to poll: when each account last answered, and the falls that may still become a mass event. */
export type MassState = {
	readonly answered: ReadonlyMap<AccountId, number>;
	readonly falls: readonly Fall[];
	readonly event: MassEvent | undefined;
	readonly vanishing: MassVanishing | undefined;
};

export const noMass: MassState = {
	answered: new Map(), falls: [], event: undefined, vanishing: undefined,
};

/**
Fewer than five may fall by chance within half a minute in any fleet; a third of a fleet does not, whatever its size. Half a minute spans six polls of the usual five seconds, and the keep-alives by which a gateway finds out that its connections are lost (WhatsApp's take up to 30 seconds).
*/
const fewest = 5;
const leastShare = 1 / 3;
const window = 30_000;

/** A fleet has a few that never come back by themselves, so nine in ten are as good as all. */
const shareBack = 0.9;

/** After a quarter of an hour it is no longer news, whoever is still down. */
const longest = 15 * 60_000;

/** Half a list does not go by itself. It is said as long as the rows of those that left stay on the screen. */
const vanishedShare = 1 / 2;
const vanishingStays = 60_000;

/**
Folds the changes that one poll found, `inventory` being what it showed. Falls of several polls add up; those of one poll count as together however long ago the one before was. What is back by then was a flap and does not count.
*/
export function foldMass(state: MassState, transitions: readonly Transition[], {now, inventory}: {readonly now: number; readonly inventory: Inventory}): MassState {
	const fresh = fallsAmong(transitions, state.answered, inventory);
	const former = state.event === undefined || isOver(state.event, inventory, now) ? undefined : state.event;
	const isPart = ({after}: Fall) => former !== undefined && after - former.until < window;
	const event = former === undefined ? undefined : joinEvent(former, fresh.filter(fall => isPart(fall)), inventory);

	const recent = state.falls.filter(fall => isWithin(window, fall.at, now));
	const falls = [...recent, ...fresh.filter(fall => !isPart(fall))].filter(({key}) => isDown(inventory.tracked.get(key)));
	const fallen = new Set(falls.map(({key}) => key));
	const isMass = fallen.size >= fewest && fallen.size >= countListed(inventory) * leastShare;
	return {
		answered: inventory.at,
		falls: isMass ? [] : falls,
		event: isMass ? {...timesOf(falls), fallen, of: countListed(inventory)} : event,
		vanishing: findVanishing(inventory, state.answered) ?? keepVanishing(state.vanishing, inventory, now),
	};
}

/** Moves what is remembered to a clock that was set forward by so much; back, if it is negative. */
export function shiftMass({answered, falls, event, vanishing}: MassState, by: number): MassState {
	return {
		answered: new Map(answered.entries().map(([account, at]) => [account, at + by])),
		falls: falls.map(({key, after, at}) => ({key, after: after + by, at: at + by})),
		event: event && {...event, from: event.from + by, until: event.until + by},
		vanishing: vanishing && {...vanishing, at: vanishing.at + by},
	};
}

/** What is to be said at the top of the screen, if anything. */
export function describeMass({event, vanishing}: MassState, inventory: Inventory): string | undefined {
	return vanishing === undefined
		? event && describeMassEvent(event, inventory)
		: describeVanishing(vanishing);
}

/** `31 of 44 fell within 20s: server or network?`, and once some have come back, how many. */
export function describeMassEvent(event: MassEvent, inventory: Inventory): string {
	const {fallen, of, from, until} = event;
	const back = countBack(event, inventory);
	const rest = back === 0 ? ': server or network?' : `, ${back} ${back === 1 ? 'is' : 'are'} back`;
	return `${fallen.size} of ${of} fell within ${describeBound(until - from)}${rest}`;
}

/** `20 of 40 vanished between two polls` */
export function describeVanishing({vanished, of}: MassVanishing): string {
	return `${vanished} of ${of} vanished between two polls`;
}

/** How many of the fallen are connected again. */
export function countBack({fallen}: MassEvent, inventory: Inventory): number {
	return fallen.values().reduce((count, key) => count + Number(isBack(inventory.tracked.get(key))), 0);
}

function fallsAmong(transitions: readonly Transition[], answered: MassState['answered'], {tracked}: Inventory): readonly Fall[] {
	return transitions.filter(({from, to}) => from.kind === 'connected' && to.kind !== 'connected').map(({key, at}) => {
		const account = tracked.get(key)?.instance.account;
		return {key, after: (account && answered.get(account)) ?? at, at};
	});
}

/** What falls soon after the others belongs to them. An instance that came back and falls again changes nothing. */
function joinEvent(event: MassEvent, falls: readonly Fall[], inventory: Inventory): MassEvent {
	const others = falls.filter(({key}) => !event.fallen.has(key));
	if (others.length === 0) {
		return event;
	}

	const fallen = event.fallen.union(new Set(others.map(({key}) => key)));
	return {
		from: event.from, until: timesOf(others).until, fallen, of: Math.max(fallen.size, countListed(inventory)),
	};
}

function timesOf(falls: readonly Fall[]): {readonly from: number; readonly until: number} {
	return {from: Math.min(...falls.map(({after}) => after)), until: Math.max(...falls.map(({at}) => at))};
}

/** Nobody waits for those that have left the account since. */
function isOver(event: MassEvent, inventory: Inventory, now: number): boolean {
	const known = event.fallen.values().reduce((count, key) => count + Number(inventory.tracked.has(key)), 0);
	return !isWithin(longest, event.until, now) || countBack(event, inventory) >= known * shareBack;
}

function findVanishing({at: answers, tracked}: Inventory, answered: MassState['answered']): MassVanishing | undefined {
	for (const [account, at] of answers) {
		if (!answered.has(account) || answered.get(account) === at) {
			continue;
		}

		const listed = tracked.values().filter(({instance, gone, appeared}) => instance.account === account && appeared.at !== at && (gone === undefined || gone === at)).toArray();
		const vanished = listed.filter(({gone}) => gone === at).length;
		if (vanished >= fewest && vanished >= listed.length * vanishedShare) {
			return {
				account, at, vanished, of: listed.length,
			};
		}
	}

	return undefined;
}

function keepVanishing(vanishing: MassVanishing | undefined, {tracked}: Inventory, now: number): MassVanishing | undefined {
	if (vanishing === undefined || !isWithin(vanishingStays, vanishing.at, now)) {
		return undefined;
	}

	const missing = tracked.values().filter(({instance, gone}) => instance.account === vanishing.account && gone === vanishing.at).toArray().length;
	return missing > vanishing.vanished * (1 - shareBack) ? vanishing : undefined;
}

function isDown(tracked: Tracked | undefined): boolean {
	return tracked !== undefined && tracked.gone === undefined && tracked.instance.state.kind !== 'connected';
}

function isBack(tracked: Tracked | undefined): boolean {
	return tracked !== undefined && tracked.gone === undefined && tracked.instance.state.kind === 'connected';
}

function countListed({tracked}: Inventory): number {
	return tracked.values().reduce((count, {gone}) => count + Number(gone === undefined), 0);
}

/** Whether a time is less than so long ago; one in the future, as a clock that was set back makes, is not. */
function isWithin(span: number, at: number, now: number): boolean {
	return at <= now && now - at < span;
}

/** A length of time rounded up, since it is an upper bound. */
function describeBound(milliseconds: number): string {
	const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
	const minutes = Math.ceil(seconds / 60);
	return seconds < 60 ? `${seconds}s` : (minutes < 60 ? `${minutes}m` : `${Math.ceil(minutes / 60)}h`);
}
