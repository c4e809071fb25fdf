import type {Slices} from '../../core/polling/slices.js';
import type {ChangeLine, InstanceLine} from '../tables/line.js';
import type {Tables} from '../tables.js';

/** Rows in a slice: so many are read and counted within a few milliseconds. */
const perSlice = 1000;

/** Rows are in the order of time but for those of one takeover, which go back by less than this, in milliseconds. */
export const disorder = 60 * 60_000;

/** A span of time; the end is not in it. */
export type Span = {readonly from: number; readonly to: number};

/** Reads the changes of a span of time, in the order of the record, in slices. Some before it and after it come as well. */
export function * readChanges(tables: Tables, account: number, {from, to}: Span, take: (line: ChangeLine) => void): Slices<void> {
	let next = tables.firstChangeAt(from - disorder);
	for (;;) {
		const lines = tables.changeLines(account, next, perSlice);
		for (const line of lines) {
			take(line);
		}

		const last = lines.at(-1);
		if (last === undefined || lines.length < perSlice || last.at > to + disorder) {
			return;
		}

		next = last.id + 1;
		yield;
	}
}

/** Reads the instances of an account, in slices. */
export function * readInstances(tables: Tables, account: number): Slices<readonly InstanceLine[]> {
	const all: InstanceLine[] = [];
	for (;;) {
		const lines = tables.instanceLines(account, all.at(-1)?.id ?? 0, perSlice);
		for (const line of lines) {
			all.push(line);
		}

		if (lines.length < perSlice) {
			return all;
		}

		yield;
	}
}
