import type {Instance, InstanceKey} from '../instance/instance.js';
import {differingPaths} from '../json/wire.js';

/** When a field got another value, and the instance as it was before. */
export type Change = {
	readonly at: number;
	readonly former: Instance;
};

/** What changed a short while ago: by instance, and by the field's path in the answer. */
export type Changes = ReadonlyMap<InstanceKey, ReadonlyMap<string, Change>>;

/** What a field was before is remembered for this long. */
const remembered = 60_000;

type Listed = {readonly instance: Instance};

/** Two answers that follow each other, and which instances are not the same in both. */
export type Answers = {
	readonly before: ReadonlyMap<InstanceKey, Listed>;
	readonly after: ReadonlyMap<InstanceKey, Listed>;
	readonly changed: readonly InstanceKey[];
};

/** Adds what differs between two answers, and forgets what is old. What did not change keeps its identity. */
export function foldChanges(changes: Changes, {before, after, changed}: Answers, at: number): Changes {
	const next = new Map<InstanceKey, ReadonlyMap<string, Change>>();
	for (const [key, known] of changes) {
		const kept = forget(known, at);
		if (kept.size > 0 && after.has(key)) {
			next.set(key, kept);
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

/** Takes a jump of the clock out of the times. */
export function shiftChanges(changes: Changes, by: number): Changes {
	return new Map(changes.entries().map(([key, known]) => [key, new Map(known.entries().map(([path, change]) => [path, {...change, at: change.at + by}]))]));
}

function forget(known: ReadonlyMap<string, Change>, now: number): ReadonlyMap<string, Change> {
	const kept = known.entries().filter(([, {at}]) => now - at < remembered).toArray();
	return kept.length === known.size ? known : new Map(kept);
}
