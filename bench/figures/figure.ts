import type {KindName} from './kinds.js';
import {spreadOf, type Spread} from './spread.js';

/** What one run gives: numbers by what they are, such as `p50`. */
export type Sample = Readonly<Record<string, number>>;

/** Figure of the program, and of what was measured beside it in the same rounds. */
export type Figure = {
	readonly name: string;
	readonly kind: KindName;
	readonly value: Spread;
	readonly beside: readonly Beside[];
};

/** The same figure of another program. The ratio is that of each round by itself, so that what slows a whole round down does not count. */
export type Beside = {
	readonly what: string;
	readonly value: Spread;
	readonly ratio: Spread;
};

/** The subject whose figures they are; all others are beside it. */
export const own = 'ryzetop';

/** The name of a figure, by which budgets and kept results know it. */
export function nameFigure(part: string, what: string): string {
	return `${part}: ${what}`;
}

/** Makes the figures of a part of the samples that each subject gave, round by round. */
export function figuresOf(
	part: string,
	table: Readonly<Record<string, KindName>>,
	samples: ReadonlyMap<string, readonly Sample[]>,
): readonly Figure[] {
	return Object.entries(table).flatMap(([what, kind]) => {
		const values = valuesOf(samples.get(own), what);
		if (values.length === 0) {
			return [];
		}

		const beside = [...samples].filter(([subject]) => subject !== own).flatMap(([subject, given]) => {
			const others = valuesOf(given, what);
			return others.length === 0
				? []
				: [{what: subject, value: spreadOf(others), ratio: spreadOf(others.map((other, round) => (values[round] ?? NaN) / other))}];
		});
		return [{
			name: nameFigure(part, what), kind, value: spreadOf(values), beside,
		}];
	});
}

function valuesOf(samples: readonly Sample[] | undefined, what: string): readonly number[] {
	return samples?.map(sample => sample[what]).filter(value => value !== undefined) ?? [];
}
