import {createHash} from 'node:crypto';
import type {Part} from './classify.js';

/**
A file of several parts. What two of its parts export by one name has another name outside, but the exports of a part loaded lazily.

It is a script, which a loader runs by itself (`loader/parts.ts`); or a module that Node loads, which has in it all that it needs: the entry,
and what is loaded alone.
*/
export type Merged = {
	readonly file: string;
	readonly isScript: boolean;
	readonly parts: readonly string[];
	/** The names inside and outside of what a part exports to other files. */
	readonly namesOf: (part: string) => ReadonlyArray<readonly [inside: string, outside: string]>;
};

type Usage = {readonly entry: string; readonly used: ReadonlySet<string>; readonly isScript: boolean};

/** Names the file of a group, and what it exports. */
export function describeGroup(group: readonly string[], parts: ReadonlyMap<string, Part>, {entry, used, isScript}: Usage): Merged {
	const lazy = new Set(parts.values().flatMap(part => part.lazy));
	const names = new Map(group.map(part => [part, new Map<string, string>()]));
	const taken = new Set<string>();
	for (const part of group.toSorted((one, other) => Number(lazy.has(other)) - Number(lazy.has(one)))) {
		const isLazy = lazy.has(part);
		const exports = parts.get(part)?.exports.filter(each => isLazy || used.has(`${part} ${each}`)) ?? [];
		for (const exported of exports) {
			let name = exported;
			for (let count = 2; taken.has(name); count++) {
				if (isLazy) {
					throw new Error(`Two parts that are loaded lazily from one file export ${exported}.`);
				}

				name = `${exported}_${count}`;
			}

			taken.add(name);
			names.get(part)?.set(exported, name);
		}
	}

	return {
		file: group.includes(entry) ? entry : `part-${hash(group)}.js`,
		isScript,
		parts: group,
		namesOf: part => names.get(part)?.entries().toArray() ?? [],
	};
}

/** Eight letters and digits, as esbuild makes them. The names of the parts have a hash of their content. */
function hash(group: readonly string[]): string {
	return createHash('sha256').update(group.toSorted().join(',')).digest('hex').slice(0, 8).toUpperCase();
}
