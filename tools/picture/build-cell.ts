import type {Cell} from '../../test/helpers/cell.js';

/** A plain cell of one column, but for what is given. */
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
