import type {AccountId} from '../../instance/instance.js';
import type {ClockTime} from '../../text/clock-time.js';
import {makeAlert, type Alert} from '../alert-text.js';
import type {Inventory} from '../inventory.js';
import {
	describeMassEvent,
	noMass,
	type Masses,
	type MassState,
} from '../mass-event.js';
import {describeVanishing} from '../mass/mass-vanishing.js';
import {accountPrefix} from './instance-name.js';
import {describeJointFall, findJointFall, type JointFall} from './joint-fall.js';

/** For each account when its last mass event began, when the last one that a person was alerted of did, and when it last vanished. */
export type MassMarks = ReadonlyMap<AccountId, Marks>;

type Marks = {readonly event: number | undefined; readonly alerted: number | undefined; readonly vanishing: number | undefined};

export type MassAlertInput = {
	readonly before: Inventory;
	readonly inventory: Inventory;
	readonly masses: Masses;
	readonly now: number;
	/** Whether there are several accounts, which are named then. */
	readonly hasSeveral?: boolean;
	/** The clock by which a mass event is told, for people. */
	readonly time?: Pick<ClockTime, 'range'> | undefined;
};

/**
Finds the alerts of mass events and vanishings that are new. What the first answer of an account shows is on the screen, and is no news.
What fell in several accounts together gives the alert of the first of them, at once: that the others fell too asks for nothing else.
*/
export function foldMassAlerts(marks: MassMarks, input: MassAlertInput): {readonly marks: MassMarks; readonly alerts: readonly Alert[]} {
	const {masses, inventory, now, time, hasSeveral = false} = input;
	const joint = hasSeveral ? findJointFall(masses, now) : undefined;
	const next = new Map(marks);
	const alerts: Alert[] = [];
	for (const [account, present] of masses) {
		const {event, vanishing} = findNew(account, present, marks, input);
		if (vanishing !== undefined) {
			alerts.push(makeAlert(accountPrefix(account, hasSeveral) + describeVanishing(vanishing)));
		}

		const ownJoint = joint?.accounts.some(each => each.account === account) === true ? joint : undefined;
		if (event !== undefined && !(ownJoint && isAlerted(ownJoint, next, masses))) {
			alerts.push(makeAlert(ownJoint === undefined
				? accountPrefix(account, hasSeveral) + describeMassEvent(event, inventory, {now, time})
				: describeJointFall(ownJoint, {now, time})));
		}

		const former = marks.get(account);
		next.set(account, {
			event: present.event?.from ?? former?.event,
			alerted: event?.from ?? former?.alerted,
			vanishing: present.vanishing?.at ?? former?.vanishing,
		});
	}

	return {marks: next, alerts};
}

type News = Pick<MassState, 'event' | 'vanishing'>;

function findNew(account: AccountId, {event, vanishing}: MassState, marks: MassMarks, {before}: MassAlertInput): News {
	const former = marks.get(account);
	return before.coverage.has(account)
		? {
			event: event?.from === former?.event ? undefined : event,
			vanishing: vanishing?.at === former?.vanishing ? undefined : vanishing,
		}
		: noMass;
}

/** Whether a person was alerted of the fall of any of the accounts that fell together. */
function isAlerted({accounts}: JointFall, marks: MassMarks, masses: Masses): boolean {
	return accounts.some(({account}) => {
		const from = masses.get(account)?.event?.from;
		return from !== undefined && marks.get(account)?.alerted === from;
	});
}
