import type {IBuffer, IBufferCell} from '@xterm/headless';

/** The terminal's own colour, one of its 256, or a colour the program chose itself. */
export type Colour = 'default' | number | `#${string}`;

/** One cell of the screen, as a program left it. */
export type Cell = {
	/** A space where nothing was written, and empty in the second half of a wide character. */
	readonly char: string;
	readonly width: number;
	readonly foreground: Colour;
	readonly background: Colour;
	readonly bold: boolean;
	readonly dim: boolean;
	readonly italic: boolean;
	readonly underline: boolean;
	readonly inverse: boolean;
	readonly strike: boolean;
	readonly hidden: boolean;
};

/** A cell of one column in the default style, changed by `style`. */
export function buildCell(char: string, style: Partial<Cell> = {}): Cell {
	return {
		char,
		width: 1,
		foreground: 'default',
		background: 'default',
		bold: false,
		dim: false,
		italic: false,
		underline: false,
		inverse: false,
		strike: false,
		hidden: false,
		...style,
	};
}

/**
The cells of one visible row, counted from 0; none for a row outside the screen. A line of the buffer may still be as long as the screen
once was wide.
*/
export function readCells(buffer: IBuffer, row: number, columns: number): readonly Cell[] {
	const line = row < 0 ? undefined : buffer.getLine(buffer.baseY + row);
	const cells: Cell[] = [];
	for (let column = 0; column < Math.min(columns, line?.length ?? 0); column++) {
		const cell = line?.getCell(column);
		if (cell !== undefined) {
			cells.push(readCell(cell));
		}
	}

	return cells;
}

function readCell(cell: IBufferCell): Cell {
	const width = cell.getWidth();
	const text = cell.getChars();
	return {
		char: text === '' ? ' '.repeat(width) : text,
		width,
		foreground: nameColour(cell.getFgColor(), cell.isFgDefault(), cell.isFgRGB()),
		background: nameColour(cell.getBgColor(), cell.isBgDefault(), cell.isBgRGB()),
		bold: cell.isBold() !== 0,
		dim: cell.isDim() !== 0,
		italic: cell.isItalic() !== 0,
		underline: cell.isUnderline() !== 0,
		inverse: cell.isInverse() !== 0,
		strike: cell.isStrikethrough() !== 0,
		hidden: cell.isInvisible() !== 0,
	};
}

function nameColour(value: number, isDefault: boolean, isRgb: boolean): Colour {
	if (isDefault) {
		return 'default';
	}

	return isRgb ? `#${value.toString(16).padStart(6, '0')}` : value;
}
