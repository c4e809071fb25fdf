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

type NewsContext = ScreenContext & {readonly hasSeveral: boolean};

/**
Describes for the top of the screen what happened last, in parts, the most important first, as `describeMass` does for one account. Of
several it names the account, or tells in one sentence what fell in several of them together.
*/
export function describeNews(masses: Masses, inventory: Inventory, context: NewsContext): readonly string[] {
	const {now, hasSeveral} = context;
	const [last] = findNews(masses, inventory, context);
	const joint = hasSeveral ? findJointFall(masses, now) : undefined;
	if (joint !== undefined && (last?.at === undefined || last.at <= joint.until)) {
		return describeJoint(joint, masses, inventory, context);
	}

	const [first, ...others] = last?.describe() ?? [];
	return last === undefined || first === undefined ? [] : [accountPrefix(last.account, hasSeveral) + first, ...others];
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
