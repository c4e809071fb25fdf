import type {Cell, Colour} from '../../test/helpers/cell.js';
import type {Picture} from './draw.js';

const basicColours = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];

/**
The substance of a screen in words: each row's text and, below it, the tones of its columns, counted from 1.

What cannot be seen, such as the colour of a blank, is not in it; nor is anything of fonts and pixels.
*/
export function describeScreen({rows, cursor}: Picture): readonly string[] {
	const lines = rows.flatMap(cells => {
		const tones = describeTones(cells);
		const text = cells.map(({char}) => char).join('').trimEnd();
		return [`|${text}`, ...tones === '' ? [] : [` ${tones}`]];
	});
	return cursor.visible ? [...lines, ` cursor in row ${cursor.row + 1}, column ${cursor.column + 1}`] : lines;
}

function describeTones(cells: readonly Cell[]): string {
	const tones = cells.map(cell => describeTone(cell));
	const runs: string[] = [];
	let first = 0;
	for (const [column, tone] of tones.entries()) {
		if (tone === tones[column + 1]) {
			continue;
		}

		runs.push(tone === '' ? '' : `${first + 1}-${column + 1} ${tone}`);
		first = column + 1;
	}

	return runs.filter(run => run !== '').join(', ');
}

function describeTone(cell: Cell): string {
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
