import {renderToString} from 'ink';
import {cellWidth} from '../../core/text/measure.js';
import {RuledTable} from './ruled-table.js';

/** So many cells stand in one table: it has no more signs to tell them apart by. */
const mostCells = 5000;

/** What the rules take beside a cell: a blank at each side and one rule. */
const ruleCells = 3;

/** A table with rules around every cell, as text. All cells of a column are equally wide, so that the parts of a very long table stand below each other. */
export function writeRuled({titles, rows}: {readonly titles: readonly string[]; readonly rows: ReadonlyArray<readonly string[]>}): string {
	const columns = 1 + titles.reduce((sum, title) => sum + cellWidth(title) + ruleCells, 0);
	const most = Math.max(1, Math.floor(mostCells / Math.max(1, titles.length)));
	const parts: string[] = [];
	for (let from = 0; from < Math.max(1, rows.length); from += most) {
		parts.push(renderToString(<RuledTable titles={titles} rows={rows.slice(from, from + most)}/>, {columns}));
	}

	return parts.map(part => `${part}\n`).join('');
}
