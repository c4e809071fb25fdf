import {skipBlanks, type Bytes} from './bytes.js';
import type {ListItem} from './list-item.js';
import {isEnd} from './scan-value.js';

/** Previous body, with all its items. */
export type PreviousBody = {
	readonly bytes: Bytes;
	readonly items: readonly ListItem[];
};

/**
Finds the item of the previous body that has the bytes at `at`. It tries the expected place in the list, and the places before and after it.

`move` is how many places the item is away from the expected one.
*/
export function findPrevious(
	previous: PreviousBody, expected: number, bytes: Bytes, at: number,
): readonly [item: ListItem | undefined, move: number] {
	const {bytes: previousBytes, items} = previous;
	for (const move of [0, -1, 1]) {
		const item = items[expected + move];
		if (item === undefined) {
			continue;
		}

		const {from, length} = item;
		const to = at + length;
		const isSame = to < bytes.length && bytes.compare(previousBytes, from, from + length, at, to) === 0;
		// Equal bytes are not enough: a number may have more digits than the previous one.
		if (isSame && isEnd(bytes[skipBlanks(bytes, to)])) {
			return [item, move];
		}
	}

	return [undefined, 0];
}
