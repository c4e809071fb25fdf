import {skipBlanks, type Bytes} from './bytes.js';
import {isEnd, type Cut} from './scan-value.js';

/** Item of a list. `from` and `to` are the positions of its bytes in the body, without blanks around it. */
export type Item = {
	readonly from: number;
	readonly to: number;
	/** How many values it holds, itself among them. */
	readonly values: number;
	/** What is left out of its texts. */
	readonly cuts: readonly Cut[];
	/** Whether its numbers have to be parsed with their digits. */
	readonly hasDigits: boolean;
	/** Value of the item; `undefined`, which no JSON means, if it has to be parsed. */
	readonly parsed: unknown;
};

/** Previous body, with the parsed values of all its items. */
export type PreviousBody = {
	readonly bytes: Bytes;
	readonly items: readonly Item[];
};

/**
Finds the item of the previous body that has the bytes at `at`. It tries the expected place in the list, and the places before and after it.

`move` is how many places the item is away from the expected one.
*/
export function findPrevious(
	previous: PreviousBody, expected: number, bytes: Bytes, at: number,
): readonly [item: Item | undefined, move: number] {
	const {bytes: previousBytes, items} = previous;
	for (const move of [0, -1, 1]) {
		const item = items[expected + move];
		if (item === undefined) {
			continue;
		}

		const to = at + item.to - item.from;
		const isSame = to < bytes.length && bytes.compare(previousBytes, item.from, item.to, at, to) === 0;
		// Equal bytes are not enough: a number may have more digits than the previous one.
		if (isSame && isEnd(bytes[skipBlanks(bytes, to)])) {
			return [item, move];
		}
	}

	return [undefined, 0];
}
