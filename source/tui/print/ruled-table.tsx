import {Text} from 'ink';
import {Table} from 'ink-table';
import type {PropsWithChildren} from 'react';
import {cellWidth} from '../../core/text/measure.js';

/** The code point that stands for the text of the first table cell; the following ones, of the private use area, stand for the others. */
const firstPlaceholder = 0xE2_00;

/** The character for each terminal cell of a text but its first. */
const filler = '\u{E1FF}';

/**
A small table with rules around every cell. `ink-table` takes the length of a string as its width.
So each text is passed to it as a placeholder with as many characters as the text has cells,
and the placeholder is replaced with the text when the cell is drawn.
*/
export function RuledTable({titles, rows}: {readonly titles: readonly string[]; readonly rows: ReadonlyArray<readonly string[]>}) {
	const texts = rows.flat();
	const data = rows.map((row, line) => Object.fromEntries(titles.map((title, column) => {
		const text = row[column] ?? '';
		return [title, text === '' ? '' : placeholderFor(text, (line * titles.length) + column)];
	})));
	const cell = ({children}: PropsWithChildren) => <Text>{typeof children === 'string' ? restore(children, texts) : children}</Text>;
	const header = ({children}: PropsWithChildren) => <Text bold>{children}</Text>;
	const skeleton = ({children}: PropsWithChildren) => <Text dimColor>{children}</Text>;
	return <Table data={data} columns={[...titles]} cell={cell} header={header} skeleton={skeleton}/>;
}

function placeholderFor(text: string, index: number): string {
	return String.fromCodePoint(firstPlaceholder + index) + filler.repeat(Math.max(0, cellWidth(text) - 1));
}

function restore(cell: string, texts: readonly string[]): string {
	return cell.replaceAll(filler, '').replaceAll(/[\u{E200}-\u{F8FF}]/gv, placeholder => {
		const index = (placeholder.codePointAt(0) ?? 0) - firstPlaceholder;
		return texts[index] ?? '';
	});
}
