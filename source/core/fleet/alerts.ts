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

/** Something a person should hear of, in words. */
export type Alert = {
	readonly title: SafeText;
	readonly body: SafeText;
};

/** What a person has heard of: the worst of each instance, the mass event that began then, the vanishing that was seen then. */
export type AlertState = {
	readonly told: ReadonlyMap<InstanceKey, Action>;
	readonly mass: number | undefined;
	readonly vanishing: number | undefined;
};

export const noAlerts: AlertState = {told: new Map(), mass: undefined, vanishing: undefined};

/** What an answer changed, and what a person has acknowledged: instances, with since when they were in the state that was seen. */
export type AlertInput = {
	readonly before: Inventory;
	readonly inventory: Inventory;
	readonly mass: MassEvent | undefined;
	readonly vanishing?: MassVanishing | undefined;
	readonly acknowledged: ReadonlyMap<InstanceKey, number>;
	readonly now: number;
};

/** A change must be there in one more answer, and so long after it was first seen: what is over by then was a flap, since a client that lost its socket is back in seconds. */
const shortest = 10_000;

/** The most cells of an alert's words, and of one name among them. */
const longestBody = 120;
const longestName = 60;

/**
Finds what to alert of after a poll. Worse is what asks more of a person: wait, reconnect, pair, look. Only an instance that was seen connected can fall; it is alerted of once, again when it gets worse, and afresh after it was connected for a while without flapping. What is acknowledged is silent in its state. A mass event speaks for all that fell in it, at once: what takes a third of a fleet is no flap.
*/
export function foldAlerts(state: AlertState, input: AlertInput): {readonly state: AlertState; readonly alerts: readonly Alert[]} {
	const {inventory, mass, vanishing, now} = input;
	const told = new Map<InstanceKey, Action>();
	const due: Tracked[] = [];
	for (const [key, tracked] of inventory.tracked) {
		const verdict = judge(tracked, state.told.get(key), input);
		if (verdict.told !== undefined) {
			told.set(key, verdict.told);
		}

		if (verdict.isDue) {
			due.push(tracked);
		}
	}

	return {
		state: {told, mass: mass?.from ?? state.mass, vanishing: vanishing?.at ?? state.vanishing},
		alerts: [
			...vanishing === undefined || vanishing.at === state.vanishing ? [] : [alert(describeVanishing(vanishing))],
			...mass === undefined || mass.from === state.mass ? [] : [alert(describeMassEvent(mass, inventory))],
			...due.length === 0 ? [] : [alert(describeFallen(due, now))],
		],
	};
}

/** Whether one instance is to be alerted of, and what the person has heard of it then. */
function judge(tracked: Tracked, former: Action | undefined, input: AlertInput): {readonly told: Action | undefined; readonly isDue: boolean} {
	const action = actionOf(tracked, input.now);
	if (tracked.gone !== undefined || !isWorse(action, former)) {
		return {told: tracked.gone === undefined && isWell(tracked, input.now) ? undefined : former, isDue: false};
	}

	const fallenAt = tracked.history.findLast(({from}) => from.kind === 'connected')?.at;
	if (isSilent(tracked, fallenAt, input)) {
		return {told: action, isDue: false};
	}

	const isDue = fallenAt !== undefined && hasLasted(tracked, former === undefined ? fallenAt : tracked.since.at, input);
	return {told: isDue ? action : former, isDue};
}

/** Whether a person has acknowledged what they would hear, or hears it with the mass event. */
function isSilent({instance: {key}, since}: Tracked, fallenAt: number | undefined, {acknowledged, mass}: AlertInput): boolean {
	return acknowledged.get(key) === since.at || (mass !== undefined && mass.fallen.has(key) && fallenAt !== undefined && fallenAt <= mass.until);
}

function actionOf({instance, since}: Tracked, now: number): Action {
	return instance.state.kind === 'connected' ? 'ok' : actionFor(instance, isStuck(instance, since.at, now));
}

function isWorse(action: Action, than: Action = 'ok'): boolean {
	return actions.indexOf(action) > actions.indexOf(than);
}

/** Connected for long enough to be alerted of anew. */
function isWell({instance, since, history}: Tracked, now: number): boolean {
	return instance.state.kind === 'connected' && now - since.at >= shortest && !isFlapping(history, now);
}

/** Whether something that was seen first at `start` was there in the answer before, and still is in a new one. */
function hasLasted({instance: {account}}: Tracked, start: number, {before, inventory, now}: AlertInput): boolean {
	const last = before.at.get(account);
	return last !== undefined && start <= last && last !== inventory.at.get(account) && now - start >= shortest;
}

/** `sales-04: logged out`, or `3 instances are down: sales-04, support and 1 more`. */
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

function alert(body: string): Alert {
	return {title: sanitize('ryzetop'), body: sanitize(takeCells(body, longestBody))};
}
