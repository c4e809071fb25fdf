/**
TABLE of the colours of a report as a page, on light and on dark ground. All of them have a contrast of 4.5 to the ground at least, which a
test computes; `line` alone, that of rules, says nothing.
*/
export const palette = {
	ground: ['#ffffff', '#14171a'],
	text: ['#1c2126', '#e6e9ec'],
	quiet: ['#59626b', '#a3adb6'],
	line: ['#d5dade', '#353c43'],
	connected: ['#1a7f4b', '#4cc38a'],
	connecting: ['#8a5a00', '#e0a83c'],
	disconnected: ['#c02626', '#ff8080'],
	loggedout: ['#8b2fb0', '#d79cf0'],
	other: ['#0b6fa8', '#6cbcf0'],
} as const;

/** Writes the colours as properties of CSS. */
export function writePalette(isDark: boolean): string {
	return Object.entries(palette).map(([name, [light, dark]]) => `--${name}:${isDark ? dark : light}`).join(';');
}
