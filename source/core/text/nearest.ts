/** No word of this program, and no name that is typed by hand, is longer. */
const longestWord = 200;

/**
Finds the name that a mistyped one most likely means: the one with the fewest edits, at most one edit in three letters,
and one in a shorter name. Case does not count. The result is `undefined` where no name is near enough.
*/
export function findNearest(typed: string, names: readonly string[]): string | undefined {
	let nearest: string | undefined;
	let fewestEdits = Infinity;
	for (const name of names) {
		const most = Math.max(1, Math.floor(name.length / 3));
		// Each letter by which they differ in length is an edit. Counting takes as many steps as both have letters, multiplied.
		if (Math.max(name.length, typed.length) > longestWord || Math.abs(name.length - typed.length) > most) {
			continue;
		}

		const edits = countEdits(typed.toLowerCase(), name.toLowerCase());
		if (!(edits < fewestEdits && edits <= most)) {
			continue;
		}

		nearest = name;
		fewestEdits = edits;
	}

	return nearest;
}

/** Counts the letters to insert, delete, replace or swap with a neighbour to get from one word to the other (optimal string alignment). */
function countEdits(from: string, to: string): number {
	let rowBeforeLast: readonly number[] = [];
	let lastRow: readonly number[] = Array.from({length: to.length + 1}, (_, index) => index);
	for (let row = 1; row <= from.length; row++) {
		const currentRow = [row];
		for (let column = 1; column <= to.length; column++) {
			const isSame = from[row - 1] === to[column - 1];
			const isSwapped = row > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
			currentRow.push(Math.min(
				(lastRow[column] ?? Infinity) + 1,
				(currentRow[column - 1] ?? Infinity) + 1,
				(lastRow[column - 1] ?? Infinity) + (isSame ? 0 : 1),
				isSwapped ? (rowBeforeLast[column - 2] ?? Infinity) + 1 : Infinity,
			));
		}

		rowBeforeLast = lastRow;
		lastRow = currentRow;
	}

	return lastRow[to.length] ?? Infinity;
}
