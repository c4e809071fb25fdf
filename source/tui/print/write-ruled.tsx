import {renderToString} from 'ink';
import {cellWidth} from '../../core/text/measure.js';
import {RuledTable} from './ruled-table.js';

/** At most so many cells are in one `RuledTable`, which needs a placeholder character for each. */
const mostCells = 5000;

/** Width of the rules beside each cell of the table: a blank at each side and one rule. */
const ruleWidth = 3;

/**
Writes a table with rules around every cell. A long table is made of several parts below each other.
All texts of a column must be equally wide, so that the parts are aligned.
*/
export function writeRuled({titles, rows}: {readonly titles: readonly string[]; readonly rows: ReadonlyArray<readonly string[]>}): string {
	const columns = 1 + titles.reduce((sum, title) => sum + cellWidth(title) + ruleWidth, 0);
	const rowsPerPart = Math.max(1, Math.floor(mostCells / Math.max(1, titles.length)));
	const parts: string[] = [];
	for (let from = 0; from < Math.max(1, rows.length); from += rowsPerPart) {
		parts.push(renderToString(<RuledTable titles={titles} rows={rows.slice(from, from + rowsPerPart)}/>, {columns}));
	}

	return parts.map(part => `${part}\n`).join('');
}
