import type {Figure} from './figure.js';

/** The most that a figure may be: its median, or with `beside` the median of its ratio to that. */
export type Budget = {
	readonly figure: string;
	readonly beside?: string;
	readonly most: number;
};

export const budgets: readonly Budget[] = [
	{figure: 'start: --version', beside: 'node -e 0', most: 2},
	{figure: 'start: --help', beside: 'node -e 0', most: 2},
	{figure: 'start: completion', beside: 'node -e 0', most: 2},
	{figure: 'start: first full grid, memory of 90 days', beside: 'plain', most: 0.38},
	{figure: 'key to screen, 200 instances: p50', most: 4},
	{figure: 'key to screen, 200 instances: p99', most: 12},
	{figure: 'key to screen, 10000 instances: p99', most: 25},
	{figure: 'typing a filter, 10000 instances: p99', most: 25},
	{figure: 'one state alone, 10000 instances: p99', most: 25},
	{figure: 'sorting, 10000 instances: p99', most: 25},
	{figure: 'timeline, 10000 instances: in time, p99', most: 25},
	{figure: 'timeline, 10000 instances: the span, p99', most: 25},
	{figure: 'bytes, a quiet fleet at 200×50: a second', most: 60},
	{figure: 'bytes, a quiet fleet at 200×50: a second', beside: 'htop', most: 1},
	{figure: 'bytes, a quiet fleet at 80×24: a second', beside: 'htop', most: 1},
	{figure: 'idle, 100 instances, polls every 5 s: processor', most: 0.2},
	{figure: 'recording, 200 instances: resident', most: 90},
	{figure: 'recording, 10000 instances: resident', most: 190},
	{figure: 'list, 10000 instances: list', beside: 'fetch and parse', most: 1.5},
	{figure: 'list, 10000 instances: list --rules', beside: 'list', most: 3},
];

/** How a figure keeps to its budgets. */
export type Kept = Budget & {readonly value: number; readonly isKept: boolean};

/** Returns the budgets of a figure with what was measured; what was not measured beside it is left out. */
export function judge({name, value, beside}: Figure): readonly Kept[] {
	return budgets.filter(({figure}) => figure === name).flatMap(budget => {
		const measured = budget.beside === undefined ? value : beside.find(({what}) => what === budget.beside)?.ratio;
		return measured === undefined ? [] : [{...budget, value: measured.median, isKept: measured.median <= budget.most}];
	});
}
