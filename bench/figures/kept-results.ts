import {
	globSync,
	mkdirSync,
	readFileSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import type {KeptFigure} from './compare.js';
import type {Figure} from './figure.js';
import {kinds} from './kinds.js';

/** The machine of a run, and whether it was a quick one. */
export type Machine = {
	readonly version: string;
	readonly node: string;
	readonly processor: string;
	readonly isQuick: boolean;
};

const spread = v.object({
	median: v.number(), lowest: v.number(), highest: v.number(), runs: v.number(),
});
const results = v.object({
	version: v.string(),
	figures: v.array(v.object({
		name: v.string(), value: spread, beside: v.array(v.object({what: v.string(), ratio: spread})),
	})),
});

/** The figures of a release. */
export type KeptResults = {readonly version: string; readonly figures: readonly KeptFigure[]};

/** Chooses the newest of files named after versions; undefined without any. */
export function newestOf(files: readonly string[]): string | undefined {
	return files
		.filter(file => /^\d+\.\d+\.\d+\.json$/v.test(path.basename(file)))
		.toSorted((one, other) => path.basename(one).localeCompare(path.basename(other), 'en', {numeric: true}))
		.at(-1);
}

/** Reads the newest results that are kept in a folder; undefined without any. */
export function readNewest(folder: string): KeptResults | undefined {
	const newest = newestOf(globSync(path.join(folder, '*.json')));
	return newest === undefined ? undefined : v.parse(results, JSON.parse(readFileSync(newest, 'utf8')));
}

/** Writes results, each figure with its unit and whether the load of the machine can move it. */
export function writeResults(file: string, machine: Machine, figures: readonly Figure[]): void {
	const described = figures.map(({name, kind, value, beside}) => ({
		name, ...kinds[kind], value, beside,
	}));
	mkdirSync(path.dirname(file), {recursive: true});
	writeFileSync(file, `${JSON.stringify({...machine, figures: described}, (_key, value: unknown) => typeof value === 'number' ? shorten(value) : value, '\t')}\n`);
}

function shorten(value: number): number {
	return Number(value.toPrecision(4));
}
