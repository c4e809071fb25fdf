/* eslint-disable no-bitwise -- the hash and the generator calculate with 32-bit words */

/** List of at least one item to choose from. */
export type Choices<Item> = readonly [Item, ...Item[]];

/** Pseudo-random generator. The same seed repeats the same sequence, so it must not be used for secrets. */
export type Random = {
	/** A number from 0 to 1, without 1 itself. */
	readonly fraction: () => number;
	/** A whole number from `least` to `most`, both included. */
	readonly between: (least: number, most: number) => number;
	/** True with this probability, from 0 to 1. */
	readonly chance: (probability: number) => boolean;
	readonly pick: <Item>(items: Choices<Item>) => Item;
	readonly shuffle: <Item>(items: readonly Item[]) => Item[];
	readonly uuid: () => string;
	/**
	A generator of its own for one purpose: the values that it gives out do not move the sequence of any other.
	The purpose is a part of its seed, so renaming a purpose changes the simulated accounts of all seeds.
	*/
	readonly fork: (purpose: string) => Random;
};

/** Makes a generator (Mulberry32) that is seeded with words and numbers. */
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
		chance: probability => fraction() < probability,
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

/** FNV-1a hash over the code points of a text, 32 bits. */
function hash(text: string): number {
	let result = 0x81_1C_9D_C5;
	for (const character of text) {
		result = Math.imul(result ^ (character.codePointAt(0) ?? 0), 0x1_00_01_93);
	}

	return result >>> 0;
}
