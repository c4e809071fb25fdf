/** Appends a whole number, seven bits a byte, the lowest first. The sign is the lowest bit: small numbers of either sign are short. */
export function writeVarint(bytes: number[], value: number): void {
	let left = value < 0 ? (-2 * value) - 1 : 2 * value;
	// Times have more bits than the operators for bits take.
	while (left >= 128) {
		bytes.push((left % 128) + 128);
		left = Math.floor(left / 128);
	}

	bytes.push(left);
}

/** Reader of numbers, one after the other, that `writeVarint` has written. */
export type VarintReader = {
	readonly next: () => number;
	/** Position after the last number that was read. */
	readonly position: () => number;
};

export function readVarints(bytes: Uint8Array): VarintReader {
	let at = 0;
	return {
		next() {
			let value = 0;
			let weight = 1;
			let byte: number;
			do {
				byte = bytes[at] ?? 0;
				value += (byte % 128) * weight;
				weight *= 128;
				at += 1;
			} while (byte >= 128);

			return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
		},
		position: () => at,
	};
}
