import {Text} from 'ink';
import {Table} from 'ink-table';
import type {PropsWithChildren} from 'react';
import {cellWidth} from '../../core/text/measure.js';

/** Stand for the text of one cell, and for the cells that the text takes beyond its first. */
const firstStandIn = 0xE2_00;
const filler = '\u{E1FF}';

/**
A small table with rules around every cell. The table component takes a string's length for its width, so each text is handed to it as a stand-in of as many characters as the text has cells, and put back when the cell is drawn.
*/
export function RuledTable({titles, rows}: {readonly titles: readonly string[]; readonly rows: ReadonlyArray<readonly string[]>}) {
	const texts = rows.flat();
	const data = rows.map((row, line) => Object.fromEntries(titles.map((title, column) => {
		const text = row[column] ?? '';
		return [title, text === '' ? '' : String.fromCodePoint(firstStandIn + (line * titles.length) + column) + filler.repeat(Math.max(0, cellWidth(text) - 1))];
	})));
	const cell = ({children}: PropsWithChildren) => <Text>{typeof children === 'string' ? restore(children, texts) : children}</Text>;
	const header = ({children}: PropsWithChildren) => <Text bold>{children}</Text>;
	const skeleton = ({children}: PropsWithChildren) => <Text dimColor>{children}</Text>;
	return <Table data={data} columns={[...titles]} cell={cell} header={header} skeleton={skeleton}/>;
}

function restore(cell: string, texts: readonly string[]): string {
	return cell.replaceAll(filler, '').replaceAll(/[\u{E200}-\u{F8FF}]/gv, standIn => texts[(standIn.codePointAt(0) ?? 0) - firstStandIn] ?? '');
}
