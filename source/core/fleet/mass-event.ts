import type {AccountId, InstanceKey} from '../instance/instance.js';
import type {ClockTime} from '../text/clock-time.js';
import {describeCoarsely, minute, second} from '../text/duration.js';
import {lookedAt, type Inventory} from './inventory.js';
import {describeMassDown, type MassDown} from './mass/mass-down.js';
import {describeVanishing, isNews, type MassVanishing} from './mass/mass-vanishing.js';
import {noTurnover, type Turnover} from './mass/turnover.js';
import type {Coverage} from './seen/coverage.js';
import {isWithin} from './seen/is-within.js';
import type {Tracked} from './tracked.js';
import {describeInCommon, type InCommon} from './why/in-common.js';

/**
Many instances that fell together: `fallen` of the `of` instances in the list, each counted once.
`from` is the time of the poll before the first fall, in which the instance was still connected; `until` is the time at which
the last of them was seen down. They fell between these two times; polls cannot tell it more closely. `common` is what they had in common
when the last of them fell, if anything; `undefined` until the first answer after that, which a remembered event waits for.
*/
export type MassEvent = {
	readonly from: number;
	readonly until: number;
	readonly fallen: ReadonlySet<InstanceKey>;
	readonly of: number;
	readonly common?: InCommon | 'nothing';
};

/** One instance that was connected at `after` and no longer at `at`. */
export type Fall = {
	readonly key: InstanceKey;
	readonly after: number;
	readonly at: number;
};

/**
The mass event and the vanishing of one account that go on, and the data needed at the next poll:
the coverage at its last answer, and the falls that can still become a mass event.
*/
export type MassState = {
	readonly coverage: Coverage | undefined;
	readonly falls: readonly Fall[];
	readonly event: MassEvent | undefined;
	/** Falls and returns of the last half minute. */
	readonly turnover: Turnover;
	/** Many that are down and have something in common; looked for where no mass event tells of them. */
	readonly down: MassDown | undefined;
	readonly vanishing: MassVanishing | undefined;
};

export const noMass: MassState = {
	coverage: undefined, falls: [], event: undefined, turnover: noTurnover, down: undefined, vanishing: undefined,
};

/** A mass event ends after a quarter of an hour: it is no longer news, even with instances that are still down. */
export const longestEvent = 15 * 60_000;

/** Mass events by account. */
export type Masses = ReadonlyMap<AccountId, MassState>;

/** Times by which a mass event is told. Without a clock it is told in lengths of time, which hold in any time zone. */
type MassContext = {
	readonly now: number;
	readonly time: Pick<ClockTime, 'range'> | undefined;
};

/** `isLive` tells whether the answers of an account come: only then is its last one the present. */
export type ScreenContext = MassContext & {readonly isLive: (account: AccountId) => boolean};

/**
Describes for the top of the screen what happened last, a vanishing or a mass event of any account, in parts, the most important first.
Where neither is news it is what many that are down have in common, if anything. The state of an account that does not answer stays as it
is, so what is too old is left out here.
*/
export function describeMass(masses: Masses, inventory: Inventory, context: ScreenContext): readonly string[] {
	return findNews(masses, inventory, context)[0]?.describe() ?? [];
}

/** What happened to many instances of an account at once, in parts; `at` is `undefined` where it is not known when. */
type News = {readonly account: AccountId; readonly at: number | undefined; readonly describe: () => readonly string[]};

type DatedNews = News & {readonly at: number};

/** What is news of the mass events and vanishings of all accounts, the latest first, and behind it who is down without such news. */
export function findNews(masses: Masses, inventory: Inventory, context: ScreenContext): readonly News[] {
	const {now, isLive} = context;
	const happened = masses.entries().flatMap(([account, {vanishing, event}]): readonly DatedNews[] => [
		...vanishing !== undefined && isNews(vanishing, now) ? [{account, at: vanishing.at, describe: () => [describeVanishing(vanishing)]}] : [],
		...event !== undefined && isWithin(longestEvent, event.until, now)
			? [{
				account,
				at: event.until,
				// While answers come it is told as of the last one, so that the sentence moves with polls and not with the clock.
				describe: () => describeParts(event, inventory, context, (isLive(account) ? lookedAt(inventory, account) : undefined) ?? now),
			}]
			: [],
	]).toArray().toSorted((one, other) => other.at - one.at);
	const standing = masses.entries().flatMap(([account, {down}]) => down === undefined ? [] : [{account, down}]).toArray()
		.toSorted((one, other) => other.down.down - one.down.down)
		.map(({account, down}): News => ({account, at: undefined, describe: () => describeMassDown(down)}));
	return [...happened, ...standing];
}

/**
Describes a mass event where it is read later: `31 of 44 fell 20:51:30–50 · 8 back · all through proxy br1.example.net`. How long ago the
last one fell would be wrong by then.
*/
export function describeMassEvent(event: MassEvent, inventory: Inventory, context?: MassContext): string {
	return describeParts(event, inventory, context).join(' · ');
}

function describeParts(event: MassEvent, inventory: Inventory, context: MassContext | undefined, at?: number): readonly string[] {
	const {fallen, of, from, until, common} = event;
	const back = countBack(event, inventory);
	const isWatched = !isUnwatched(event, inventory);
	const fall = describeFall(fallen.size, of, context?.time?.range(from, until, context.now) ?? (until - from));
	return [
		isWatched ? fall : `${fall}, unwatched`,
		...at === undefined || !isWatched ? [] : [`last ${describeAgo(at - until)} ago`],
		...back === 0 ? [] : [`${back} back`],
		...common === undefined || common === 'nothing' ? [] : [describeInCommon(common)],
	];
}

/** Whether nobody watched while they fell: when the first and the last of them did is not known. */
function isUnwatched({from, until, fallen}: MassEvent, {tracked, coverage}: Inventory): boolean {
	const [first] = fallen;
	const account = first && tracked.get(first)?.instance.account;
	const {past, run} = (account && coverage.get(account)) ?? {past: []};
	return past.some(({to}, index) => to <= from && ((past[index + 1] ?? run)?.from ?? 0) >= until);
}

/** Describes how many fell, and when: in a range of times, `31 of 44 fell 20:51:30–50`, or within so many milliseconds: `… within 20s`. */
export function describeFall(fallen: number, of: number, when: string | number): string {
	return `${fallen} of ${of} fell ${typeof when === 'number' ? `within ${describeBound(when)}` : when}`;
}

/** In steps, as columns tell a length of time, but of ten seconds in the first minute, in which it counts whether more fall. */
export function describeAgo(milliseconds: number): string {
	const steps = Math.floor(Math.max(0, milliseconds) / agoStep);
	return milliseconds >= minute ? describeCoarsely(milliseconds) : (steps === 0 ? `<${agoStep / second}s` : `${steps * agoStep / second}s`);
}

const agoStep = 10 * second;

/** Counts the fallen instances that are connected again. */
export function countBack({fallen}: MassEvent, inventory: Inventory): number {
	return fallen.values().reduce((count, key) => count + Number(isBack(inventory.tracked.get(key))), 0);
}

/** Whether an instance is connected, as the inventory has it. */
export function isBack(tracked: Tracked | undefined): boolean {
	return tracked !== undefined && tracked.gone === undefined && tracked.instance.state.kind === 'connected';
}

/** Describes an upper bound of a length of time, so it is rounded up. */
function describeBound(milliseconds: number): string {
	const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
	const minutes = Math.ceil(seconds / 60);
	return seconds < 60 ? `${seconds}s` : (minutes < 60 ? `${minutes}m` : `${Math.ceil(minutes / 60)}h`);
}
