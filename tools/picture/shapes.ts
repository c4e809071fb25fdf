/** A place on the picture, in pixels. */
export type Box = {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
};

/** A character drawn as a filled SVG path instead of a glyph, so that neighbouring cells join without a gap. */
export type Shape = {
	readonly path: string;
	/** Less than 1 for the shades `░▒▓` only. */
	readonly opacity: number;
};

const lightLine = 1;
const heavyLine = 3;
const lineWidths = [0, lightLine, heavyLine];

// The lines of Unicode's box drawing block, in runs of consecutive code points.
//
// The four digits are the weights of the arms up, right, down and left: 0 none, 1 light, 2 heavy.
//
// Dashes, double lines and diagonals are drawn by the font.
const armRuns: ReadonlyArray<readonly [first: number, arms: string]> = [
	[0x25_00, '0101 0202 1010 2020'],
	[0x25_0C, '0110 0210 0120 0220 0011 0012 0021 0022 1100 1200 2100 2200 1001 1002 2001 2002'],
	[0x25_1C, '1110 1210 2110 1120 2120 2210 1220 2220 1011 1012 2011 1021 2021 2012 1022 2022'],
	[0x25_2C, '0111 0112 0211 0212 0121 0122 0221 0222 1101 1102 1201 1202 2101 2102 2201 2202'],
	[0x25_3C, '1111 1112 1211 1212 2111 1121 2121 2112 2211 1122 1221 2212 1222 2122 2221 2222'],
	[0x25_74, '0001 1000 0100 0010 0002 2000 0200 0020 0201 1020 0102 2010'],
];

const armsByCodePoint: ReadonlyMap<number, string> = new Map(armRuns.flatMap(([first, arms]) => {
	const list = arms.split(' ');
	return list.map((weights, index) => [first + index, weights] as const);
}));

// The four rounded corners, by the directions of their arms: 1 is right or down, -1 left or up.
const arcs: ReadonlyMap<string, readonly [right: number, down: number]> = new Map([
	['╭', [1, 1]],
	['╮', [-1, 1]],
	['╯', [-1, -1]],
	['╰', [1, -1]],
]);

/** A part of the cell, by its edges in eighths of the cell's width and height. */
type Part = readonly [left: number, top: number, right: number, bottom: number];

const blocks: ReadonlyMap<string, readonly Part[]> = new Map<string, readonly Part[]>([
	['▀', [[0, 0, 8, 4]]],
	...[...'▁▂▃▄▅▆▇█'].map((char, index): [string, readonly Part[]] => [char, [[0, 7 - index, 8, 8]]]),
	...[...'▏▎▍▌▋▊▉'].map((char, index): [string, readonly Part[]] => [char, [[0, 0, index + 1, 8]]]),
	['▐', [[4, 0, 8, 8]]],
	['░', [[0, 0, 8, 8]]],
	['▒', [[0, 0, 8, 8]]],
	['▓', [[0, 0, 8, 8]]],
	['▔', [[0, 0, 8, 1]]],
	['▕', [[7, 0, 8, 8]]],
	['▖', [[0, 4, 4, 8]]],
	['▗', [[4, 4, 8, 8]]],
	['▘', [[0, 0, 4, 4]]],
	['▙', [[0, 0, 4, 4], [0, 4, 8, 8]]],
	['▚', [[0, 0, 4, 4], [4, 4, 8, 8]]],
	['▛', [[0, 0, 8, 4], [0, 4, 4, 8]]],
	['▜', [[0, 0, 8, 4], [4, 4, 8, 8]]],
	['▝', [[4, 0, 8, 4]]],
	['▞', [[4, 0, 8, 4], [0, 4, 4, 8]]],
	['▟', [[4, 0, 8, 4], [0, 4, 8, 8]]],
]);

const shades: ReadonlyMap<string, number> = new Map([['░', 0.25], ['▒', 0.5], ['▓', 0.75]]);

/** Draw a block element or a line into its cell. Undefined for every other character. */
export function drawShape(char: string, cell: Box): Shape | undefined {
	const path = drawBlock(char, cell) ?? drawLines(char, cell) ?? drawArc(char, cell);
	return path === undefined ? undefined : {path, opacity: shades.get(char) ?? 1};
}

/** Write the path of a filled rectangle. */
export function drawRectangle(x: number, y: number, width: number, height: number): string {
	return `M${x} ${y}h${width}v${height}h${-width}z`;
}

function drawBlock(char: string, {x, y, width, height}: Box): string | undefined {
	return blocks.get(char)?.map(([left, top, right, bottom]) => drawRectangle(
		x + (left * width / 8),
		y + (top * height / 8),
		(right - left) * width / 8,
		(bottom - top) * height / 8,
	)).join('');
}

// Each arm reaches past the centre by half the width of the line it crosses, so that corners are filled.
function drawLines(char: string, cell: Box): string | undefined {
	const weights = armsByCodePoint.get(char.codePointAt(0) ?? 0);
	if (weights === undefined) {
		return undefined;
	}

	const {x, y, width, height} = cell;
	const {centreX, centreY} = findCentre(cell);
	const [up = 0, right = 0, down = 0, left = 0] = [...weights].map(weight => lineWidths[Number(weight)]);
	const reachX = Math.max(up, down) / 2;
	const reachY = Math.max(left, right) / 2;
	const vertical = (thickness: number, top: number, bottom: number) => thickness === 0
		? ''
		: drawRectangle(centreX - (thickness / 2), top, thickness, bottom - top);
	const horizontal = (thickness: number, from: number, to: number) => thickness === 0
		? ''
		: drawRectangle(from, centreY - (thickness / 2), to - from, thickness);
	return [
		vertical(up, y, centreY + reachY),
		horizontal(right, centreX - reachX, x + width),
		vertical(down, centreY - reachY, y + height),
		horizontal(left, x, centreX + reachX),
	].join('');
}

// A quarter of a ring, between the two edges of the cell that the corner's arms reach.
function drawArc(char: string, cell: Box): string | undefined {
	const directions = arcs.get(char);
	if (directions === undefined) {
		return undefined;
	}

	const [right, down] = directions;
	const {x, y, width, height} = cell;
	const {centreX, centreY} = findCentre(cell);
	const endX = right > 0 ? x + width : x;
	const endY = down > 0 ? y + height : y;
	const half = lightLine / 2;
	const radius = Math.abs(endX - centreX);
	const turnY = centreY + (down * radius);
	const outer = radius + half;
	const inner = radius - half;
	const sweep = right === down ? 1 : 0;
	return [
		`M${centreX - (right * half)} ${endY}V${turnY}`,
		`A${outer} ${outer} 0 0 ${sweep} ${endX} ${centreY - (down * half)}`,
		`v${down * lightLine}`,
		`A${inner} ${inner} 0 0 ${1 - sweep} ${centreX + (right * half)} ${turnY}`,
		`V${endY}z`,
	].join('');
}

// The centre lies on half a pixel, so that a light line covers whole pixels.
function findCentre({x, y, width, height}: Box) {
	return {centreX: x + Math.floor(width / 2) + 0.5, centreY: y + Math.floor(height / 2) + 0.5};
}
