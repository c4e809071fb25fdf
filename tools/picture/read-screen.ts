import type {Cell} from '../../test/helpers/cell.js';
import type {Screen} from '../../test/helpers/screen.js';

/** The cells and the cursor of a screen at one moment, as the terminal emulator holds them. */
export type ScreenContent = {
	readonly rows: ReadonlyArray<readonly Cell[]>;
	readonly cursor: {readonly row: number; readonly column: number; readonly visible: boolean};
};

/** Read the screen as it is now. */
export function readScreen({lines, cells, cursor}: Pick<Screen, 'lines' | 'cells' | 'cursor'>): ScreenContent {
	return {rows: lines().map((_, row) => cells(row)), cursor: cursor()};
}
