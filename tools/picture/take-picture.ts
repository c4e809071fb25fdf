import type {Screen} from '../../test/helpers/screen.js';
import type {Picture} from './draw.js';

/** What the screen holds now. */
export function takePicture({lines, cells, cursor}: Pick<Screen, 'lines' | 'cells' | 'cursor'>): Picture {
	return {rows: lines().map((_, row) => cells(row)), cursor: cursor()};
}
