import type {Statement} from '../sqlite.js';

/** Gives the statement of a text, which is prepared when it is first used: most processes use few of them. */
export type Sql = (text: string) => Statement;

/** A row as it came. */
export type Row = Readonly<Record<string, unknown>>;

/** The tables are strict, so that a column that is never null holds what its type says. */
export function numberIn(row: Row, name: string): number {
	return Number(row[name]);
}

export function maybeNumberIn(row: Row, name: string): number | undefined {
	return maybeNumber(row[name]);
}

export function maybeNumber(value: unknown): number | undefined {
	return value === null || value === undefined ? undefined : Number(value);
}

export function textIn(row: Row, name: string): string {
	return String(row[name]);
}

/** Whether a statement changed its one row. */
export function isDone({changes}: {readonly changes: number | bigint}): boolean {
	return Number(changes) === 1;
}

/** The number in a column of a row that is an array. */
export function numberAt(row: Row, index: number): number {
	return Number(row[index]);
}
