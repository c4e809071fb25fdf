import type {AccountId} from '../../instance/instance.js';
import type {ClockTime} from '../../text/clock-time.js';
import {joinWords} from '../../text/join-words.js';
import {sanitize} from '../../text/sanitize.js';
import {
	describeFall,
	longestEvent,
	type MassEvent,
	type Masses,
} from '../mass-event.js';
import {isWithin} from '../seen/is-within.js';

/** Mass events of several accounts at about the same time, which most likely have one cause: a network, a proxy, a gateway. */
export type JointFall = {
	readonly from: number;
	readonly until: number;
	readonly fallen: number;
	/** Number of the instances in the lists of these accounts. */
	readonly of: number;
	/** Those that fell, in the order of their falls. */
	readonly accounts: ReadonlyArray<{readonly account: AccountId; readonly fallen: number; readonly of: number}>;
};

type OfAccount = {readonly account: AccountId; readonly event: MassEvent};

/**
Falls that begin within so many milliseconds after the end of those before are joint: each account has an interval of its own, and half a
minute is that within which the falls of one account are one event.
*/
const apart = 30_000;

/** The latest fall of several accounts together; `undefined` where none is news, or none is of more than one account. */
export function findJointFall(masses: Masses, now: number): JointFall | undefined {
	const events = [...masses]
		.flatMap(([account, {event}]) => event !== undefined && isWithin(longestEvent, event.until, now) ? [{account, event}] : [])
		.toSorted((one, other) => one.event.from - other.event.from);
	const groups: OfAccount[][] = [];
	for (const each of events) {
		const last = groups.at(-1);
		if (last !== undefined && each.event.from - endOf(last) <= apart) {
			last.push(each);
		} else {
			groups.push([each]);
		}
	}

	const latest = groups.findLast(group => group.length > 1);
	return latest && {
		from: Math.min(...latest.map(({event}) => event.from)),
		until: endOf(latest),
		fallen: sumOf(latest, ({fallen}) => fallen.size),
		of: sumOf(latest, ({of}) => of),
		accounts: latest.map(({account, event: {fallen, of}}) => ({account, fallen: fallen.size, of})),
	};
}

/** Tells it in one sentence: `31 of 44 fell within 20s: 20 of 30 in prod and 11 of 14 in lab`, or by a clock at which times they fell. */
export function describeJointFall(joint: JointFall, context?: {readonly now: number; readonly time?: Pick<ClockTime, 'range'> | undefined}): string {
	const {from, until, fallen, of} = joint;
	return `${describeFall(fallen, of, context?.time?.range(from, until, context.now) ?? (until - from))}: ${describeShares(joint)}`;
}

/** How many fell in each account: `20 of 30 in prod and 11 of 14 in lab`. */
export function describeShares({accounts}: JointFall): string {
	return joinWords(accounts.map(({account, fallen, of}) => `${fallen} of ${of} in ${sanitize(account)}`), 'and');
}

function endOf(group: readonly OfAccount[]): number {
	return Math.max(...group.map(({event}) => event.until));
}

function sumOf(group: readonly OfAccount[], read: (event: MassEvent) => number): number {
	return group.reduce((sum, {event}) => sum + read(event), 0);
}
