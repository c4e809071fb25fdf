import type {AccountId, Instance, InstanceKey} from '../instance/instance.js';
import {differingPaths} from '../json/wire.js';

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

/** Adds the fields that differ between two answers, and drops old changes. What did not change keeps its identity. */
export function foldChanges(changes: Changes, {before, after, changed}: Answers, at: number): Changes {
	const next = new Map<InstanceKey, ReadonlyMap<string, Change>>();
	for (const [key, previous] of changes) {
		const recent = dropOld(previous, at);
		if (recent.size > 0 && after.has(key)) {
			next.set(key, recent);
		}
	}

	for (const key of changed) {
		const former = before.get(key)?.instance;
		const instance = after.get(key)?.instance;
		const found = former === undefined || instance === undefined ? [] : differingPaths(former.wire, instance.wire);
		if (former === undefined || found.length === 0) {
			continue;
		}

		next.set(key, new Map([...next.get(key) ?? [], ...found.map(path => [path, {at, former}] as const)]));
	}

	return next.size === 0 && changes.size === 0 ? changes : next;
}

/**
Gives the changes after a look at one account: of its own instances those of `after`, of others those of `before`.
The time of its look says nothing of when the others were looked at.
*/
export function keepOtherChanges(before: Changes, after: Changes, account: AccountId): Changes {
	const isOther = (fields: ReadonlyMap<string, Change>) => fields.values().some(({former}) => former.account !== account);
	const others = before.entries().filter(([, fields]) => isOther(fields)).toArray();
	return others.length === 0 ? after : new Map([...after, ...others]);
}

/** Drops the changes that are old, and those of the future: the clock was set back since. */
function dropOld(fields: ReadonlyMap<string, Change>, now: number): ReadonlyMap<string, Change> {
	const recent = fields.entries().filter(([, {at}]) => at <= now && now - at < recentFor).toArray();
	return recent.length === fields.size ? fields : new Map(recent);
}
