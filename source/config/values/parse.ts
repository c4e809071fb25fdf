import {describeSetting} from '../../core/text/duration.js';
import {findNearest} from '../../core/text/nearest.js';
import {quote} from '../../core/text/quote.js';

/** A value that was understood, or what is wrong with it and what to give instead, in sentences. */
export type Parsed<Value> =
	| {readonly kind: 'value'; readonly value: Value}
	| {readonly kind: 'problem'; readonly problem: string};

/** The least and the most that is allowed, both included. */
export type Bounds = {
	readonly least: number;
	readonly most: number;
};

const unitLengths: ReadonlyMap<string, number> = new Map([['ms', 1], ['s', 1000], ['m', 60_000], ['h', 3_600_000]]);

/** Reads a length of time, `500ms`, `5s`, `1.5m`, `1h`; a bare number counts seconds. The value is in milliseconds. */
export function parseDuration(text: string, {least, most}: Bounds): Parsed<number> {
	const groups = /^(?<amount>\d+(?:\.\d+)?) ?(?<unit>ms|[hms])?$/v.exec(text)?.groups;
	if (!groups) {
		return refuse(`${quote(text)} is no length of time. Give a number and a unit, such as 5s, 500ms or 1m.`);
	}

	const value = Math.round(Number(groups.amount) * (unitLengths.get(groups.unit ?? 's') ?? 1));
	if (value < least) {
		return refuse(`${quote(text)} is too short. ${describeSetting(least)} is the least.`);
	}

	return value > most ? refuse(`${quote(text)} is too long. ${describeSetting(most)} is the most.`) : accept(value);
}

/** Reads a whole number, written in decimal digits. */
export function parseWhole(text: string, {least, most}: Bounds): Parsed<number> {
	const value = /^\d+$/v.test(text) ? Number(text) : NaN;
	return value >= least && value <= most
		? accept(value)
		: refuse(`${quote(text)} will not do. Give a whole number from ${least} to ${most}.`);
}

/** Reads names between commas, without the spaces around them; each counts once. At least one is needed: the API takes an empty filter for none and answers with the whole account. */
export function parseNames(text: string): Parsed<readonly string[]> {
	const names = new Set(text.split(',').map(name => name.trim()).filter(name => name !== ''));
	return names.size > 0
		? accept([...names])
		: refuse(`${quote(text)} names no instance. Give one or more names with commas between them, such as sales,support.`);
}

/** Reads one of the given words; one that is mistyped is answered with the nearest. */
export function parseChoice<Choice extends string>(text: string, choices: readonly Choice[]): Parsed<Choice> {
	const choice = choices.find(word => word === text);
	if (choice !== undefined) {
		return accept(choice);
	}

	const nearest = findNearest(text, choices);
	const guess = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
	return refuse(`There is no ${quote(text)}.${guess} Give one of ${choices.join(', ')}.`);
}

/** Wraps what was understood. */
export function accept<Value>(value: Value): Parsed<Value> {
	return {kind: 'value', value};
}

/** Wraps what is wrong. */
export function refuse(problem: string): Parsed<never> {
	return {kind: 'problem', problem};
}
