import type {Cell, Colour} from '../../test/helpers/cell.js';

/** The colours of a terminal: its own two, and the sixteen that programs name by number. */
export type Palette = {
	readonly foreground: string;
	readonly background: string;
	readonly ansi: readonly string[];
};

/** What a cell is painted with, once inverse, dim and hidden have had their say. */
export type Paint = {
	/** The colour of the glyph and of lines through or under it. */
	readonly ink: string;
	readonly paper: string;
};

export const palettes = {
	dark: {
		foreground: '#d8dbe2',
		background: '#16181d',
		ansi: [
			...'#2a2e37 #f2777a #8fce7f #f0c674 #7aa6da #d299d8 #6fc8c4 #c5c8d0'.split(' '),
			...'#7d8391 #ff9a9c #b0e6a2 #ffe09a #a3c6f0 #e8b8ed #9ae3df #ffffff'.split(' '),
		],
	},
	light: {
		foreground: '#24272e',
		background: '#ffffff',
		ansi: [
			...'#24272e #b3202c #1d7a33 #8a6100 #1f5fb0 #8b2f97 #0f7377 #6a6f7a'.split(' '),
			...'#585d68 #d43a45 #2f9a48 #a97a0a #3a7bd0 #a84bb4 #1f9094 #8b909b'.split(' '),
		],
	},
} satisfies Readonly<Record<string, Palette>>;

// The six levels of the 6×6×6 cube in colours 16 to 231; they are xterm's.
const cubeLevels = ['00', '5f', '87', 'af', 'd7', 'ff'];

// What remains of a dim glyph against its paper. xterm.js draws it so, and few terminals weaker.
const dimShare = 0.5;

/** Choose a cell's colours. Bold does not brighten: that is a terminal's habit, not the program's choice. */
export function paintCell(cell: Cell, palette: Palette): Paint {
	const foreground = resolveColour(cell.foreground, palette.foreground, palette);
	const background = resolveColour(cell.background, palette.background, palette);
	const [ink, paper] = cell.inverse ? [background, foreground] : [foreground, background];
	return {ink: cell.dim ? mix(ink, paper, dimShare) : ink, paper};
}

function resolveColour(colour: Colour, own: string, {ansi}: Palette): string {
	if (colour === 'default') {
		return own;
	}

	return typeof colour === 'number' ? ansi[colour] ?? extendedColour(colour) : colour;
}

function extendedColour(index: number): string {
	const grey = index - 232;
	if (grey >= 0) {
		return `#${(8 + (grey * 10)).toString(16).padStart(2, '0').repeat(3)}`;
	}

	const cube = index - 16;
	const levels = [Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6];
	return `#${levels.map(level => cubeLevels[level]).join('')}`;
}

function mix(one: string, other: string, share: number): string {
	const channels = [1, 3, 5].map(start => {
		const [first, second] = [one, other].map(colour => Number.parseInt(colour.slice(start, start + 2), 16));
		return Math.round(((first ?? 0) * share) + ((second ?? 0) * (1 - share)));
	});
	return `#${channels.map(channel => channel.toString(16).padStart(2, '0')).join('')}`;
}
