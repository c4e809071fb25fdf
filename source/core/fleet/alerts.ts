import {
	actionFor,
	actions,
	isStuck,
	type Action,
} from '../instance/action.js';
import type {InstanceKey} from '../instance/instance.js';
import {stateWord} from '../instance/state-word.js';
import {sanitize, type SafeText} from '../text/sanitize.js';
import {cellWidth, takeCells} from '../text/measure.js';
import type {Inventory, Tracked} from './inventory.js';
import {
	describeMassEvent,
	describeVanishing,
	type MassEvent,
	type MassVanishing,
} from './mass-event.js';
import {isFlapping} from './transitions.js';

/** Text of a bell or a notification. */
export type Alert = {
	readonly title: SafeText;
	readonly body: SafeText;
};

/**
Alerts until now: `alerted` has the worst action of each instance that a person was alerted of, or has acknowledged;
`mass` is when the last mass event began, `vanishing` when the last vanishing was seen.
*/
export type AlertState = {
	readonly alerted: ReadonlyMap<InstanceKey, Action>;
	readonly mass: number | undefined;
	readonly vanishing: number | undefined;
};

export const noAlerts: AlertState = {alerted: new Map(), mass: undefined, vanishing: undefined};

/**
Result of a poll: the inventory before and after it, and the mass event and the vanishing that go on. `acknowledged` holds
the instances that a person has acknowledged, each with the time at which the acknowledged state began.
*/
export type AlertInput = {
	readonly before: Inventory;
	readonly inventory: Inventory;
	readonly mass: MassEvent | undefined;
	readonly vanishing?: MassVanishing | undefined;
	readonly acknowledged: ReadonlyMap<InstanceKey, number>;
	readonly now: number;
};

/**
A change alerts only once it is in a second answer and was first seen at least this long ago.
A shorter one was a flap: a client that lost its socket is back within seconds.
*/
const settledAfter = 10_000;

/** Most cells of an alert's text, and of one name in it. */
const longestBody = 120;
const longestName = 60;

/**
Finds the alerts that are due after a poll.

An action that asks more of a person is worse: wait, reconnect, pair, look. Only an instance that was seen connected can fall.
It is alerted of once, again when it gets worse, and anew after it was connected for a while without flapping.
An acknowledged instance gives no alert while it stays in its state. A mass event gives one alert for all that fell in it,
and at once: a fall of a third of a fleet is no flap.
*/
export function foldAlerts(state: AlertState, input: AlertInput): {readonly state: AlertState; readonly alerts: readonly Alert[]} {
	const {inventory, mass, vanishing, now} = input;
	const alerted = new Map<InstanceKey, Action>();
	const due: Tracked[] = [];
	for (const [key, tracked] of inventory.tracked) {
		const decision = decideAlert(tracked, state.alerted.get(key), input);
		if (decision.alerted !== undefined) {
			alerted.set(key, decision.alerted);
		}

		if (decision.isDue) {
			due.push(tracked);
		}
	}

	return {
		state: {alerted, mass: mass?.from ?? state.mass, vanishing: vanishing?.at ?? state.vanishing},
		alerts: [
			...vanishing === undefined || vanishing.at === state.vanishing ? [] : [makeAlert(describeVanishing(vanishing))],
			...mass === undefined || mass.from === state.mass ? [] : [makeAlert(describeMassEvent(mass, inventory))],
			...due.length === 0 ? [] : [makeAlert(describeFallen(due, now))],
		],
	};
}

/** Decision about one instance: whether its alert is due, and the worst action that a person was then alerted of. */
type Decision = {
	readonly alerted: Action | undefined;
	readonly isDue: boolean;
};

function decideAlert(tracked: Tracked, previous: Action | undefined, input: AlertInput): Decision {
	const action = actionOf(tracked, input.now);
	if (tracked.gone !== undefined || !isWorse(action, previous)) {
		return {alerted: tracked.gone === undefined && hasRecovered(tracked, input.now) ? undefined : previous, isDue: false};
	}

	const fallenAt = tracked.history.findLast(({from}) => from.kind === 'connected')?.at;
	if (isSilenced(tracked, fallenAt, input)) {
		return {alerted: action, isDue: false};
	}

	const isDue = fallenAt !== undefined && hasLasted(tracked, previous === undefined ? fallenAt : tracked.since.at, input);
	return {alerted: isDue ? action : previous, isDue};
}

/** Whether an instance gives no alert of its own: its state is acknowledged, or the mass event alerts for it. */
function isSilenced({instance: {key}, since}: Tracked, fallenAt: number | undefined, {acknowledged, mass}: AlertInput): boolean {
	const isInMassEvent = mass !== undefined && mass.fallen.has(key) && fallenAt !== undefined && fallenAt <= mass.until;
	return acknowledged.get(key) === since.at || isInMassEvent;
}

function actionOf({instance, since}: Tracked, now: number): Action {
	return instance.state.kind === 'connected' ? 'ok' : actionFor(instance, isStuck(instance, since.at, now));
}

function isWorse(action: Action, than: Action = 'ok'): boolean {
	return actions.indexOf(action) > actions.indexOf(than);
}

/** Whether an instance has been connected for long enough, without flapping, to be alerted of anew. */
function hasRecovered({instance, since, history}: Tracked, now: number): boolean {
	return instance.state.kind === 'connected' && now - since.at >= settledAfter && !isFlapping(history, now);
}

/** Whether a change that was first seen at `start` is settled: it was in the answer before, and is in a new one. */
function hasLasted({instance: {account}}: Tracked, start: number, {before, inventory, now}: AlertInput): boolean {
	const previousAt = before.at.get(account);
	return previousAt !== undefined && start <= previousAt && previousAt !== inventory.at.get(account) && now - start >= settledAfter;
}

/** Describes the fallen: `sales-04: logged out`, or `3 instances are down: sales-04, support and 1 more`. */
function describeFallen(fallen: readonly Tracked[], now: number): string {
	const [first] = fallen;
	if (first !== undefined && fallen.length === 1) {
		const {instance, since} = first;
		return `${cutName(instance.name)}: ${isStuck(instance, since.at, now) ? 'stuck ' : ''}${stateWord(instance.state)}`;
	}

	let sentence = `${fallen.length} instances are down`;
	let names = '';
	for (const [index, {instance}] of fallen.entries()) {
		names += `${index === 0 ? ': ' : ', '}${cutName(instance.name)}`;
		const left = fallen.length - index - 1;
		const longer = `${fallen.length} instances are down${names}${left === 0 ? '' : ` and ${left} more`}`;
		if (cellWidth(longer) > longestBody) {
			break;
		}

		sentence = longer;
	}

	return sentence;
}

function cutName(name: SafeText): string {
	const head = takeCells(name, longestName);
	return head === name ? name : `${takeCells(name, longestName - 1)}…`;
}

function makeAlert(body: string): Alert {
	return {title: sanitize('ryzetop'), body: sanitize(takeCells(body, longestBody))};
}
