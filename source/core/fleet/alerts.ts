import {
	actionFor,
	actions,
	isStuck,
	type Action,
} from '../instance/action.js';
import type {InstanceKey} from '../instance/instance.js';
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
import {transitionsOf} from './packed-history.js';
import {foldMassAlerts, type MassAlertInput, type MassMarks} from './several/mass-alerts.js';
import {isFlapping} from './flapping.js';

/**
Alerts until now: `alerted` has the worst action of each instance that a person was alerted of, or has acknowledged;
`masses` has what of mass events is known already.
*/
export type AlertState = {
	readonly alerted: ReadonlyMap<InstanceKey, Action>;
	readonly masses: MassMarks;
};

export const noAlerts: AlertState = {alerted: new Map(), masses: new Map()};

/**
Result of a poll: the inventory before and after it, and the mass events that go on. `acknowledged` holds
the instances that a person has acknowledged, each with the time at which the acknowledged state began.
*/
export type AlertInput = MassAlertInput & {readonly acknowledged: ReadonlyMap<InstanceKey, number>};

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
and at once: a fall of a third of a fleet is no flap. Where several accounts fell together that of the first is the one alert.
*/
export function foldAlerts(state: AlertState, input: AlertInput): {readonly state: AlertState; readonly alerts: readonly Alert[]} {
	const {inventory} = input;
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

	const {marks, alerts} = foldMassAlerts(state.masses, input);
	return {
		state: {alerted, masses: marks},
		alerts: [...alerts, ...due.length === 0 ? [] : [makeAlert(describeFallen(due, input.hasSeveral))]],
	};
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
