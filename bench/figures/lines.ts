import {judge} from './budgets.js';
import type {Change} from './compare.js';
import type {Beside, Figure} from './figure.js';
import {kinds} from './kinds.js';
import {isWithin, type Spread} from './spread.js';

/** What the marks of the lines mean. */
export const legend = [
	'The median of the runs, and between which values they lay. ~ is what the load of the machine can move: times, processor, resident memory.',
	'A ratio is that of the rounds, each by itself. "beyond the spread" is a change that the runs do not explain.',
].join('\n');

/** The lines of a figure: its value, its ratio to each that it was measured beside, its budgets, and how it changed since it was kept. */
export function describeFigure(figure: Figure, since?: {readonly version: string; readonly change: Change}): readonly string[] {
	const {name, kind, value, beside} = figure;
	const {unit, isNoisy} = kinds[kind];
	const budgets = judge(figure);
	const budgetOf = (what?: string) => budgets
		.filter(budget => budget.beside === what)
		.map(({most, isKept}) => `${isKept ? 'within' : 'over'} ${most}`);
	return [
		line([name.padEnd(72), `${isNoisy ? '~' : ' '}${round(value.median)} ${unit}`.trimEnd().padStart(12), ...rangeOf(value), ...budgetOf()]),
		...beside.map(each => line([
			`    ${round(each.ratio.median)} × ${each.what} (${`${round(each.value.median)} ${unit}`.trimEnd()})`,
			...rangeOf(each.ratio),
			...budgetOf(each.what),
			...each.what === 'before' && isApart(each) ? ['beyond the spread'] : [],
		])),
		...since === undefined ? [] : [describeChange(since.version, since.change)],
	];
}

/** Whether the rounds agree about which of two is the greater. */
function isApart({ratio}: Beside): boolean {
	return ratio.runs >= 5 && !isWithin(1, ratio);
}

function describeChange(version: string, {beside, was, now, ratio, isBeyond}: Change): string {
	return line([
		ratio === undefined ? `    ${round(now.median)}, in ${version} ${round(was.median)}` : `    ${round(ratio)} × ${version} (${round(was.median)})`,
		...rangeOf(was),
		...beside === undefined ? [] : [`by the ratio to ${beside}`],
		...isBeyond === true ? ['beyond the spread'] : [],
	]);
}

function rangeOf({lowest, highest, runs}: Spread): readonly string[] {
	return runs > 1 ? [`${round(lowest)}–${round(highest)} in ${runs}`] : [];
}

function line(parts: readonly string[]): string {
	return parts.join('  ');
}

function round(value: number): string {
	return String(Number(value.toPrecision(3)));
}
