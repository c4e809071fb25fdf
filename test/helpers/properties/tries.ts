import process from 'node:process';

/** Whether properties are tried as often as their tests say, as `npm run faults` does. */
const isThorough = process.env.RYZETOP_TESTS === 'thorough';

/** The least tries of a property, unless its test asks for fewer. */
const fewest = 10;

/** How often a property is tried: `many` times where there is time, and a tenth of that otherwise, after every change. */
export function tries(many: number): number {
	return isThorough ? many : Math.min(many, Math.max(fewest, Math.ceil(many / 10)));
}

/** How much of something a test has: as much as did harm once where there is time, and less after every change. */
export function amount(most: number, usual: number): number {
	return isThorough ? most : usual;
}

/** All of a list of cases where there is time, and otherwise every so many, the first among them. */
export function someOf<Case>(cases: readonly Case[], each: number): readonly Case[] {
	return isThorough ? cases : cases.filter((_, index) => index % each === 0);
}
