import type {Cell, Colour} from '../../test/helpers/cell.js';

/** The colours of a terminal: its default foreground and background, and the sixteen ANSI colours by number. */
export type Palette = {
	readonly foreground: string;
	readonly background: string;
	readonly ansi: readonly string[];
};

/** The colours in which a cell is drawn, after inverse and dim are applied. */
export type CellColours = {
	/** The colour of the glyph, and of the lines through and under it. */
	readonly foreground: string;
	readonly background: string;
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

// Xterm's six levels of red, green and blue in the 6×6×6 cube, which is colours 16 to 231.
const cubeLevels = ['00', '5f', '87', 'af', 'd7', 'ff'];

// The opacity of a dim glyph, which is that of xterm.js.
const dimOpacity = 0.5;

/** Choose a cell's colours. Bold does not brighten them: some terminals do that, but no program can count on it. */
export function chooseColours(cell: Cell, palette: Palette): CellColours {
	const first = resolveColour(cell.foreground, palette.foreground, palette);
	const second = resolveColour(cell.background, palette.background, palette);
	const [foreground, background] = cell.inverse ? [second, first] : [first, second];
	return {foreground: cell.dim ? blend(foreground, background, dimOpacity) : foreground, background};
}

function resolveColour(colour: Colour, defaultColour: string, {ansi}: Palette): string {
	if (colour === 'default') {
		return defaultColour;
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

function blend(foreground: string, background: string, opacity: number): string {
	const channels = [1, 3, 5].map(start => {
		const [above = 0, below = 0] = [foreground, background].map(colour => Number.parseInt(colour.slice(start, start + 2), 16));
		return Math.round((above * opacity) + (below * (1 - opacity)));
	});
	return `#${channels.map(channel => channel.toString(16).padStart(2, '0')).join('')}`;
}
