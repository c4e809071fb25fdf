import type {AccountId, Instance, InstanceKey} from '../instance/instance.js';
import {differingPaths} from '../json/wire.js';
import {takeInSlices, type Slices} from '../polling/slices.js';

/** Time at which a field got another value, and the instance as it was before. */
export type Change = {
	readonly at: number;
	readonly former: Instance;
};

/** Fields that changed within the last minute, by instance and by the field's path in the answer. */
export type Changes = ReadonlyMap<InstanceKey, ReadonlyMap<string, Change>>;

/** Time for which a change is recent. */
const recentFor = 60_000;

type Listed = {readonly instance: Instance};

/** Two answers, one after the other, and the instances that differ between them. */
export type Answers = {
	readonly before: ReadonlyMap<InstanceKey, Listed>;
	readonly after: ReadonlyMap<InstanceKey, Listed>;
	readonly changed: readonly InstanceKey[];
};

/** One look at an account: its time says nothing of when others were looked at. */
type LookAt = {readonly account: AccountId; readonly at: number};

/** Number of instances in a slice: comparing the fields of so many takes a few milliseconds. */
const instancesPerSlice = 100;

/**
Adds the fields that differ between two answers, in slices, and drops old changes of their account. What did not change keeps its identity.

@yields Nothing.
*/
export function * foldChanges(changes: Changes, {before, after, changed}: Answers, {account, at}: LookAt): Slices<Changes> {
	const next = new Map<InstanceKey, ReadonlyMap<string, Change>>();
	yield * takeInSlices(changes, instancesPerSlice, ([key, previous]) => {
		const isOther = after.get(key)?.instance.account !== account;
		const recent = isOther ? previous : dropOld(previous, at);
		if (recent.size > 0 && after.has(key)) {
			next.set(key, recent);
		}
	});
	yield * takeInSlices(changed, instancesPerSlice, key => {
		const former = before.get(key)?.instance;
		const instance = after.get(key)?.instance;
		const found = former === undefined || instance === undefined || former.isRemembered ? [] : differingPaths(former.wire, instance.wire);
		if (former !== undefined && found.length > 0) {
			next.set(key, new Map([...next.get(key) ?? [], ...found.map(path => [path, {at, former}] as const)]));
		}
	});

	return next.size === 0 && changes.size === 0 ? changes : next;
}

/** Drops the changes that are old, and those of the future: the clock was set back since. */
function dropOld(fields: ReadonlyMap<string, Change>, now: number): ReadonlyMap<string, Change> {
	const recent = fields.entries().filter(([, {at}]) => at <= now && now - at < recentFor).toArray();
	return recent.length === fields.size ? fields : new Map(recent);
}
