import type {Cell} from '../../../helpers/cell.js';

/** Build a cell of one column in the default style, changed by `style`. */
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
