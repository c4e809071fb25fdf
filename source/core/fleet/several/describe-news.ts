import type {AccountId} from '../../instance/instance.js';
import {type Inventory, lookedAt} from '../inventory.js';
import {
	countBack,
	describeAgo,
	describeFall,
	findNews,
	type Masses,
	type ScreenContext,
} from '../mass-event.js';
import {describeInCommon} from '../why/in-common.js';
import {describeShares, findJointFall, type JointFall} from './joint-fall.js';
import {accountPrefix} from './instance-name.js';

/** `alone` is the account whose instances alone are shown, if any. */
type NewsContext = ScreenContext & {readonly hasSeveral: boolean; readonly alone?: AccountId | undefined};

/**
Describes for the top of the screen what happened last, in parts, the most important first, as `describeMass` does for one account. Of
several it names the account, or tells in one sentence what fell in several of them together. Where one is shown alone its own come first,
without its name; what fell or vanished in another is told by name where it has none of that.
*/
export function describeNews(masses: Masses, inventory: Inventory, context: NewsContext): readonly string[] {
	const {now, hasSeveral, alone} = context;
	const all = findNews(masses, inventory, context);
	const own = alone === undefined ? all : all.filter(({account}) => account === alone);
	// Of other accounts only what happened is told: who is down in them has been so for long, and is no worse than what is shown.
	const last = own.find(({at}) => at !== undefined) ?? all.find(({at}) => at !== undefined) ?? own[0];
	const joint = hasSeveral ? findJointFall(masses, now) : undefined;
	const isOwn = last?.account !== alone || last?.at === undefined || joint?.accounts.some(({account}) => account === alone) === true;
	if (joint !== undefined && isOwn && (last?.at === undefined || last.at <= joint.until)) {
		return describeJoint(joint, masses, inventory, context);
	}

	const [first, ...others] = last?.describe() ?? [];
	return last === undefined || first === undefined
		? []
		: [accountPrefix(last.account, hasSeveral && last.account !== alone) + first, ...others];
}

function describeJoint(joint: JointFall, masses: Masses, inventory: Inventory, {now, time, isLive}: ScreenContext): readonly string[] {
	const {from, until, fallen, of, accounts} = joint;
	const events = accounts.flatMap(({account}) => masses.get(account)?.event ?? []);
	const back = events.reduce((sum, event) => sum + countBack(event, inventory), 0);
	const looks = accounts.map(({account}) => (isLive(account) ? lookedAt(inventory, account) : undefined) ?? now);
	// What they share is news only where it is the same in all accounts.
	const shared = new Set(events.map(({common}) => common === undefined || common === 'nothing' ? '' : common.words));
	const [words = ''] = shared;
	const sum = events.reduce((total, {common}) => total + (typeof common === 'object' ? common.count : 0), 0);
	return [
		describeFall(fallen, of, time?.range(from, until, now) ?? (until - from)),
		describeShares(joint),
		`last ${describeAgo(Math.max(...looks) - until)} ago`,
		...back === 0 ? [] : [`${back} back`],
		...shared.size === 1 && words !== '' ? [describeInCommon({words, count: sum, of: fallen})] : [],
	];
}
