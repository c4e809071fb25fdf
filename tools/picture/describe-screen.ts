import type {Cell, Colour} from '../../test/helpers/cell.js';
import type {ScreenContent} from './read-screen.js';

const basicColours = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];

/**
Describe a screen in words: the text of each row and, below it, the styles of its columns, counted from 1.

The description leaves out styles that cannot be seen, such as the colour of a blank. It does not depend on fonts and pixels.
*/
export function describeScreen({rows, cursor}: ScreenContent): readonly string[] {
	const lines = rows.flatMap(cells => {
		const styles = describeStyles(cells);
		const text = cells.map(({char}) => char).join('').trimEnd();
		return [`|${text}`, ...styles === '' ? [] : [` ${styles}`]];
	});
	return cursor.visible ? [...lines, ` cursor in row ${cursor.row + 1}, column ${cursor.column + 1}`] : lines;
}

function describeStyles(cells: readonly Cell[]): string {
	const styles = cells.map(cell => describeStyle(cell));
	const runs: string[] = [];
	let first = 0;
	for (const [column, style] of styles.entries()) {
		if (style === styles[column + 1]) {
			continue;
		}

		runs.push(style === '' ? '' : `${first + 1}-${column + 1} ${style}`);
		first = column + 1;
	}

	return runs.filter(run => run !== '').join(', ');
}

function describeStyle(cell: Cell): string {
	const {char, foreground, background, bold, dim, italic, underline, inverse, strike, hidden} = cell;
	const isBlank = char.trim() === '' || hidden;
	const words = [
		...isBlank ? [] : [bold && 'bold', dim && 'dim', italic && 'italic'],
		underline && 'underlined',
		strike && 'struck',
		hidden && 'hidden',
		...isBlank && !inverse ? [] : [foreground !== 'default' && nameColour(foreground)],
		inverse && 'inverse',
		background !== 'default' && `on ${nameColour(background)}`,
	];
	return words.filter(word => word !== false).join(' ');
}

function nameColour(colour: Colour): string {
	if (typeof colour === 'string') {
		return colour;
	}

	const basic = basicColours[colour % 8];
	return basic === undefined || colour > 15 ? `colour ${colour}` : `${colour < 8 ? '' : 'bright '}${basic}`;
}
