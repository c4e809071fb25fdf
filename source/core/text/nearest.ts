/** The known name that a mistyped one most likely means, if any is near: about one slip in three letters. Case does not count. */
export function findNearest(typed: string, known: readonly string[]): string | undefined {
	let nearest: string | undefined;
	let least = Infinity;
	for (const name of known) {
		const slips = countSlips(typed.toLowerCase(), name.toLowerCase());
		if (!(slips < least && slips <= Math.max(1, Math.floor(name.length / 3)))) {
			continue;
		}

		nearest = name;
		least = slips;
	}

	return nearest;
}

/** Letters to insert, drop, replace or swap with a neighbour to get from one word to the other (optimal string alignment). */
function countSlips(from: string, to: string): number {
	let beforeLast: readonly number[] = [];
	let last: readonly number[] = Array.from({length: to.length + 1}, (_, index) => index);
	for (let row = 1; row <= from.length; row++) {
		const current = [row];
		for (let column = 1; column <= to.length; column++) {
			const isSame = from[row - 1] === to[column - 1];
			const isSwapped = row > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
			current.push(Math.min(
				(last[column] ?? Infinity) + 1,
				(current[column - 1] ?? Infinity) + 1,
				(last[column - 1] ?? Infinity) + (isSame ? 0 : 1),
				isSwapped ? (beforeLast[column - 2] ?? Infinity) + 1 : Infinity,
			));
		}

		beforeLast = last;
		last = current;
	}

	return last[to.length] ?? Infinity;
}
