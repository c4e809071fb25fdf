/* eslint-disable no-bitwise -- hashing and generating are arithmetic on 32-bit words */

/** A list that has something to pick. */
export type Choices<Item> = readonly [Item, ...Item[]];

/** Chance that the same seed repeats exactly. Not for secrets. */
export type Random = {
	/** A number from 0 up to, and without, 1. */
	readonly fraction: () => number;
	/** A whole number, both ends included. */
	readonly between: (least: number, most: number) => number;
	/** True so often out of 1. */
	readonly chance: (likelihood: number) => boolean;
	readonly pick: <Item>(items: Choices<Item>) => Item;
	readonly shuffle: <Item>(items: readonly Item[]) => Item[];
	readonly uuid: () => string;
	/** A source of its own for one purpose, so that drawing more for it moves nothing else. */
	readonly fork: (purpose: string) => Random;
};

/** Makes a source of chance (Mulberry32) from any words and numbers. */
export function createRandom(...seed: ReadonlyArray<string | number>): Random {
	let state = hash(JSON.stringify(seed));

	const word = () => {
		state = (state + 0x6D_2B_79_F5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return (mixed ^ (mixed >>> 14)) >>> 0;
	};

	const fraction = () => word() / 0x1_00_00_00_00;

	const between = (least: number, most: number) => least + Math.floor(fraction() * (most - least + 1));

	return {
		fraction,
		between,
		chance: likelihood => fraction() < likelihood,
		pick: items => items[between(0, items.length - 1)] ?? items[0],
		shuffle: items => items
			.map(item => ({item, rank: fraction()}))
			.toSorted((left, right) => left.rank - right.rank)
			.map(({item}) => item),
		uuid() {
			const digits = [word(), word(), word(), word()].map(part => part.toString(16).padStart(8, '0')).join('');
			return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20)}`;
		},
		fork: purpose => createRandom(...seed, purpose),
	};
}

/** FNV-1a, over code points. */
function hash(text: string): number {
	let result = 0x81_1C_9D_C5;
	for (const character of text) {
		result = Math.imul(result ^ (character.codePointAt(0) ?? 0), 0x1_00_01_93);
	}

	return result >>> 0;
}
