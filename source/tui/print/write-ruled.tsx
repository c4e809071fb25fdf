import {renderToString} from 'ink';
import {cellWidth} from '../../core/text/measure.js';
import {RuledTable} from './ruled-table.js';

type Table = {readonly titles: readonly string[]; readonly rows: ReadonlyArray<readonly string[]>};

/** At most so many cells are in one part of a long table, each of which has its titles. */
const mostCells = 5000;

/** Width of the rules beside each cell of the table: a blank at each side and one rule. */
const ruleWidth = 3;

/**
Writes a table with rules around every cell. A long table is made of several parts below each other.
All texts of a column must be equally wide, and not empty, so that the parts are aligned, and all rows are drawn as one is.
*/
export function writeRuled({titles, rows}: Table): string {
	const rowsPerPart = Math.max(1, Math.floor(mostCells / Math.max(1, titles.length)));
	const {before, separator, between, after} = drawPattern(titles, rows);
	const parts: string[] = [];
	for (let from = 0; from < Math.max(1, rows.length); from += rowsPerPart) {
		parts.push(before);
		for (const row of rows.slice(from, from + rowsPerPart)) {
			parts.push(separator, between.map((rule, column) => rule + (row[column] ?? '')).join(''), '\n');
		}

		parts.push(after);
	}

	return parts.join('');
}

/** What is drawn around the rows of a table, each line with its end, and the rules `between` the cells of one row. */
type Pattern = {
	readonly before: string;
	readonly separator: string;
	readonly between: readonly string[];
	readonly after: string;
};

/** The code point that marks the cells of the first column; the following ones mark those of the others. `RuledTable` uses none of them. */
const firstMark = 0xE0_00;
const marks = /[\u{E000}-\u{E1FE}]+/v;

/** Has the library draw one row, with marks in place of its texts: it takes 18 s for 10,000 rows. */
function drawPattern(titles: readonly string[], [first]: Table['rows']): Pattern {
	const columns = 1 + titles.reduce((sum, title) => sum + cellWidth(title) + ruleWidth, 0);
	const row = first?.map((text, column) => String.fromCodePoint(firstMark + column).repeat(cellWidth(text)));
	const drawn = renderToString(<RuledTable titles={titles} rows={row === undefined ? [] : [row]}/>, {columns});
	const [top = '', heading = '', ...others] = drawn.split('\n').map(line => `${line}\n`);
	const [separator = '', cells = ''] = others;
	return {
		before: top + heading, separator, between: cells.trimEnd().split(marks), after: others.at(-1) ?? '',
	};
}
