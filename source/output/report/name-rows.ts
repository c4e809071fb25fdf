import type {ReportRow} from '../../core/report/account-report.js';

/** Cells of an id that tell two instances of one name apart. */
const idLength = 8;

/** The name of a row, and what is noted behind it; empty where nothing is. */
type NamedRow = {readonly name: string; readonly note: string};

/** Names rows for people, made safe by `safe`: where several have one name, with the beginning of their ids; also those that have left. */
export function nameRows(rows: readonly ReportRow[], safe: (text: string) => string): ReadonlyMap<ReportRow, NamedRow> {
	const named = Map.groupBy(rows, ({name}) => safe(name));
	return new Map(rows.map(row => {
		const name = safe(row.name);
		const notes = [
			...(named.get(name)?.length ?? 0) > 1 && row.id !== '' ? [safe([...row.id].slice(0, idLength).join(''))] : [],
			...row.isGone ? ['left'] : [],
		];
		return [row, {name, note: notes.join(', ')}];
	}));
}

/** The greatest of many lengths: there can be more than a function takes arguments. */
export function longestOf(lengths: readonly number[]): number {
	let longest = 0;
	for (const length of lengths) {
		longest = Math.max(longest, length);
	}

	return longest;
}
