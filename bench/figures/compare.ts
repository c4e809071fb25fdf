import type {Figure} from './figure.js';
import {kinds, type KindName} from './kinds.js';
import {areApart, type Spread} from './spread.js';

/** Figure as a file keeps it. */
export type KeptFigure = {
	readonly name: string;
	readonly value: Spread;
	readonly beside: ReadonlyArray<{readonly what: string; readonly ratio: Spread}>;
};

/** How a figure changed since it was kept. */
export type Change = {
	/** Beside what the figure was compared; undefined where it was compared as it is. */
	readonly beside: string | undefined;
	readonly was: Spread;
	readonly now: Spread;
	/** New to old; undefined where one of them is not above nothing. */
	readonly ratio: number | undefined;
	/** Whether they differ by more than the runs of each; undefined where there were too few runs to tell. */
	readonly isBeyond: boolean | undefined;
};

/** Fewer runs of what is noisy say nothing about its spread. */
const enough = 5;

/**
Compares a figure with a kept one of the same name. What the load of a machine moves is compared by its ratio to the first that both were
measured beside, and only where there is none as it is.
*/
export function compare({kind, ...figure}: KeptFigure & {readonly kind: KindName}, kept: KeptFigure): Change {
	const {isNoisy} = kinds[kind];
	const shared = isNoisy
		? figure.beside.find(({what}) => what !== 'before' && kept.beside.some(other => other.what === what))
		: undefined;
	const now = shared?.ratio ?? figure.value;
	const was = kept.beside.find(({what}) => what === shared?.what)?.ratio ?? kept.value;
	return {
		beside: shared?.what,
		was,
		now,
		ratio: was.median > 0 && now.median > 0 ? now.median / was.median : undefined,
		isBeyond: isNoisy && Math.min(was.runs, now.runs) < enough ? undefined : areApart(now, was),
	};
}

/** Finds the kept figure of the same name, and compares. */
export function changeOf(figure: Figure, kept: readonly KeptFigure[]): Change | undefined {
	const same = kept.find(({name}) => name === figure.name);
	return same && compare(figure, same);
}
