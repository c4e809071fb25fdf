/** A part of the program: the names of those that it loads with itself, of those that it loads lazily, and what it exports. */
export type Part = {
	readonly loads: readonly string[];
	readonly lazy: readonly string[];
	readonly exports: readonly string[];
};

/**
Groups the parts that are always loaded together. A part belongs to the lazy imports that load it, but to none of those that are made only
after another one that loads it too.

The entry is a group of its own, and what it loads at once belongs to the others: no file may load the entry, which waits for them all.
*/
export function classify(parts: ReadonlyMap<string, Part>, entry: string): ReadonlyArray<readonly string[]> {
	const roots = [entry, ...new Set(parts.values().flatMap(({lazy}) => lazy))];
	const reached = new Map(roots.map(root => [root, reach(parts, root)]));
	const before = findEarlier(parts, entry, reached);
	const groups = new Map<string, string[]>([[entry, [entry]]]);
	const inner = parts.keys().filter(part => part !== entry).toArray();
	for (const part of inner) {
		const loading = roots.filter(root => root !== entry && reached.get(root)?.has(part));
		const first = loading.filter(root => loading.every(other => other === root || !before.get(root)?.has(other)));
		const key = first.join(',');
		groups.set(key, [...groups.get(key) ?? [], part]);
	}

	return groups.values().map(group => inOrder(group, roots)).toArray();
}

/** A group with fewer bytes than these takes longer to find and to open than to read. */
const fewBytes = 16_384;

/** What a part has in it: its bytes, and the modules of Node that it takes, which have to be loaded too. */
export type Content = {readonly bytes: number; readonly builtins: readonly string[]};

type Joining = {
	/** What is loaded first for every command, but for those that need nothing else than one that is loaded alone. */
	readonly usual: readonly string[];
	readonly alone: readonly string[];
	readonly contents: ReadonlyMap<string, Content>;
};

/**
Puts small groups into the one that every command loads, where they load nothing that is in yet another one, and no module of Node that it
does without. What is loaded lazily by its own name stays apart, since it may not be needed at all.
*/
export function joinSmall(
	groups: ReadonlyArray<readonly string[]>,
	parts: ReadonlyMap<string, Part>,
	{usual, alone, contents}: Joining,
): ReadonlyArray<readonly string[]> {
	const [entry = [], ...others] = groups;
	const joined = new Set(others.filter(group => group.some(part => usual.includes(part))).flat());
	const apart = new Set([...parts.values().flatMap(part => part.lazy), ...alone.flatMap(root => [...reach(parts, root)])]);
	const builtinsOf = (part: string) => contents.get(part)?.builtins ?? [];
	const builtins = new Set([...joined].flatMap(part => builtinsOf(part)));
	const isSmall = (group: readonly string[]) => group.reduce((sum, part) => sum + (contents.get(part)?.bytes ?? 0), 0) < fewBytes;
	const isJoined = (group: readonly string[]) => isSmall(group) && group.every(part =>
		!apart.has(part)
		&& builtinsOf(part).every(name => builtins.has(name))
		&& (parts.get(part)?.loads ?? []).every(loaded => joined.has(loaded) || group.includes(loaded)));
	let left = others.filter(group => group.every(part => !joined.has(part)));
	for (let more = left.filter(group => isJoined(group)); more.length > 0; more = left.filter(group => isJoined(group))) {
		for (const part of more.flat()) {
			joined.add(part);
		}

		left = left.filter(group => !more.includes(group));
	}

	return [entry, [...joined], ...left];
}

/** The part that is loaded lazily comes first: what it loads is run in its order. */
function inOrder(group: readonly string[], roots: readonly string[]): readonly string[] {
	return group.toSorted((one, other) => Number(roots.includes(other)) - Number(roots.includes(one)));
}

/** The part and all that it loads with itself. */
function reach(parts: ReadonlyMap<string, Part>, root: string): ReadonlySet<string> {
	const found = new Set<string>();
	const add = (part: string) => {
		if (found.has(part)) {
			return;
		}

		found.add(part);
		for (const loaded of parts.get(part)?.loads ?? []) {
			add(loaded);
		}
	};

	add(root);
	return found;
}

/** For each lazy import those that were always made before it: the entry for all, and others by need. */
function findEarlier(
	parts: ReadonlyMap<string, Part>,
	entry: string,
	reached: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, ReadonlySet<string>> {
	const all = new Set(reached.keys());
	const before = new Map<string, ReadonlySet<string>>([...all].map(root => [root, root === entry ? new Set<string>() : all]));
	const others = all.difference(new Set([entry])).keys().toArray();
	const makersOf = (root: string) => reached.entries().filter(([, found]) => found.keys().some(part => parts.get(part)?.lazy.includes(root)));
	const isNarrowed = (root: string) => {
		let earlier: ReadonlySet<string> = all;
		for (const [maker] of makersOf(root)) {
			earlier = earlier.intersection(new Set(before.get(maker)).add(maker));
		}

		const isLess = earlier.size < (before.get(root)?.size ?? 0);
		before.set(root, earlier);
		return isLess;
	};

	while (others.some(root => isNarrowed(root))) {
		// Each round hands on what the one before has found.
	}

	return before;
}
