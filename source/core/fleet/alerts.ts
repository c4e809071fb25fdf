import {
	actionFor,
	actions,
	isStuck,
	type Action,
} from '../instance/action.js';
import type {AccountId, InstanceKey} from '../instance/instance.js';
import type {ClockTime} from '../text/clock-time.js';
import {
	describeFallen,
	makeAlert,
	type Alert,
	type Fallen,
} from './alert-text.js';
import {
	lastSeenIn,
	lookedAt,
	steadyIn,
	type Inventory,
} from './inventory.js';
import {seenSince, type Since} from './seen/since.js';
import type {Tracked} from './tracked.js';
import {describeMassEvent, noMass, type Masses} from './mass-event.js';
import {describeVanishing} from './mass/mass-vanishing.js';
import {transitionsOf} from './packed-history.js';
import {accountPrefix} from './several/instance-name.js';
import {isFlapping} from './flapping.js';

/**
Alerts until now: `alerted` has the worst action of each instance that a person was alerted of, or has acknowledged;
`masses` has, for each account, when its last mass event began and when its last vanishing was seen.
*/
export type AlertState = {
	readonly alerted: ReadonlyMap<InstanceKey, Action>;
	readonly masses: ReadonlyMap<AccountId, {readonly event: number | undefined; readonly vanishing: number | undefined}>;
};

export const noAlerts: AlertState = {alerted: new Map(), masses: new Map()};

/**
Result of a poll: the inventory before and after it, and the mass events that go on. `acknowledged` holds
the instances that a person has acknowledged, each with the time at which the acknowledged state began.
*/
export type AlertInput = {
	readonly before: Inventory;
	readonly inventory: Inventory;
	readonly masses: Masses;
	readonly acknowledged: ReadonlyMap<InstanceKey, number>;
	readonly now: number;
	/** Whether there are several accounts, which are named then. */
	readonly hasSeveral?: boolean;
	/** The clock by which a mass event is told, for people. */
	readonly time?: Pick<ClockTime, 'range'> | undefined;
};

/**
A change alerts only once it is in a second answer and was first seen at least this long ago.
A shorter one was a flap: a client that lost its socket is back within seconds.
*/
const settledAfter = 10_000;

/**
Finds the alerts that are due after a poll.

An action that asks more of a person is worse: wait, reconnect, pair, look. Only an instance that was seen connected can fall.
It is alerted of once, again when it gets worse, and anew after it was connected for a while without flapping.
An acknowledged instance gives no alert while it stays in its state. A mass event gives one alert for all that fell in it,
and at once: a fall of a third of a fleet is no flap.
*/
export function foldAlerts(state: AlertState, input: AlertInput): {readonly state: AlertState; readonly alerts: readonly Alert[]} {
	const {inventory, masses} = input;
	const alerted = new Map<InstanceKey, Action>();
	const due: Fallen[] = [];
	for (const [key, tracked] of inventory.tracked) {
		const decision = decideAlert(tracked, state.alerted.get(key), input);
		if (decision.alerted !== undefined) {
			alerted.set(key, decision.alerted);
		}

		if (decision.isDue) {
			due.push({instance: tracked.instance, isStuck: isStuckIn(tracked, input)});
		}
	}

	return {
		state: {
			alerted,
			masses: new Map(masses.entries().map(([account, {event, vanishing}]) => {
				const previous = state.masses.get(account);
				return [account, {event: event?.from ?? previous?.event, vanishing: vanishing?.at ?? previous?.vanishing}];
			})),
		},
		alerts: [
			...masses.entries().flatMap(([account]) => massAlerts(account, state, input)),
			...due.length === 0 ? [] : [makeAlert(describeFallen(due, input.hasSeveral))],
		],
	};
}

/** Alerts of a mass event and a vanishing of one account that are new. What the first answer shows is on the screen, and is no news. */
function massAlerts(account: AccountId, state: AlertState, input: AlertInput): readonly Alert[] {
	const {masses, inventory, before, now, time, hasSeveral = false} = input;
	if (!before.coverage.has(account)) {
		return [];
	}

	const {event, vanishing} = masses.get(account) ?? noMass;
	const previous = state.masses.get(account);
	const prefix = accountPrefix(account, hasSeveral);
	return [
		...vanishing === undefined || vanishing.at === previous?.vanishing ? [] : [makeAlert(prefix + describeVanishing(vanishing))],
		...event === undefined || event.from === previous?.event ? [] : [makeAlert(prefix + describeMassEvent(event, inventory, {now, time}))],
	];
}

/** Decision about one instance: whether its alert is due, and the worst action that a person was then alerted of. */
type Decision = {
	readonly alerted: Action | undefined;
	readonly isDue: boolean;
};

function decideAlert(tracked: Tracked, previous: Action | undefined, input: AlertInput): Decision {
	const action = actionOf(tracked, input);
	if (isOld(tracked, input.before)) {
		return {alerted: action === 'ok' ? undefined : action, isDue: false};
	}

	const isSeen = tracked.lastSeen === undefined;
	if (!isSeen || !isWorse(action, previous)) {
		return {alerted: isSeen && hasRecovered(tracked, input) ? undefined : previous, isDue: false};
	}

	const fall = transitionsOf(tracked.instance, tracked.history).findLast(({former}) => former.state.kind === 'connected');
	const fallenAt = fall && seenIn(input.inventory, tracked, fall);
	if (isSilenced(tracked, fallenAt, input)) {
		return {alerted: action, isDue: false};
	}

	const {inventory} = input;
	const isDue = fallenAt !== undefined
		&& hasLasted(tracked, previous === undefined ? fallenAt : seenIn(inventory, tracked, tracked.since), input);
	return {alerted: isDue ? action : previous, isDue};
}

/** Whether an instance gives no alert of its own: its state is acknowledged, or the mass event alerts for it. */
function isSilenced({instance: {key, account}, since}: Tracked, fallenAt: number | undefined, {acknowledged, masses}: AlertInput): boolean {
	const event = masses.get(account)?.event;
	const isInMassEvent = event !== undefined && event.fallen.has(key) && fallenAt !== undefined && fallenAt <= event.until;
	return acknowledged.get(key) === since.at || isInMassEvent;
}

/** Whether an instance is seen for the first time since the start: how it is by then is told on the screen, and is no news. */
function isOld({instance: {key, account}}: Tracked, {tracked, coverage}: Inventory): boolean {
	return !coverage.has(account) || tracked.get(key)?.instance.isRemembered === true;
}

function actionOf(tracked: Tracked, input: AlertInput): Action {
	const {instance} = tracked;
	return instance.state.kind === 'connected' ? 'ok' : actionFor(instance, isStuckIn(tracked, input));
}

function isStuckIn(tracked: Tracked, {inventory, now}: AlertInput): boolean {
	return isStuck(tracked.instance, steadyIn(inventory, tracked), lastSeenIn(inventory, tracked) ?? now);
}

function isWorse(action: Action, than: Action = 'ok'): boolean {
	return actions.indexOf(action) > actions.indexOf(than);
}

/** Whether an instance has been connected for long enough, without flapping, to be alerted of anew. */
function hasRecovered(tracked: Tracked, {inventory, now}: AlertInput): boolean {
	const {instance: {state, account}, since, history} = tracked;
	const era = inventory.coverage.get(account)?.era ?? since.era;
	return state.kind === 'connected' && now - seenIn(inventory, tracked, since) >= settledAfter && !isFlapping(history, {now, era});
}

/** Time at which something of an instance began, or the beginning of the present era where it is of another one. */
function seenIn({coverage}: Inventory, {instance: {account}}: Tracked, began: Pick<Since, 'at' | 'isExact' | 'era'>): number {
	const found = coverage.get(account);
	return found === undefined ? began.at : seenSince(began, found).at;
}

/** Whether a change that was first seen at `start` is settled: it was in the answer before, and is in a new one. */
function hasLasted({instance: {account}}: Tracked, start: number, {before, inventory, now}: AlertInput): boolean {
	const previousAt = lookedAt(before, account);
	return previousAt !== undefined && start <= previousAt && previousAt !== lookedAt(inventory, account) && now - start >= settledAfter;
}
