import assert from 'node:assert/strict';
import {test} from 'node:test';
import {palette} from '../../../../source/output/report/html/palette.js';

/** Relative luminance by WCAG 2. */
function luminance(color: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => Number.parseInt(color.slice(at, at + 2), 16) / 255)
		.map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
	return (0.2126 * red) + (0.7152 * green) + (0.0722 * blue);
}

function contrast(one: string, other: string): number {
	const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((first, second) => first - second);
	return (light + 0.05) / (dark + 0.05);
}

test('every colour of a page that says something has a contrast of 4.5 to its ground, on light and on dark', () => {
	const {ground, line: _, ...colors} = palette;
	assert.deepEqual(Object.entries(colors).flatMap(([name, pair]) => pair.map((color, index) => ({name, color, ratio: contrast(color, ground[index] ?? '')}))).filter(({ratio}) => ratio < 4.5), []);
	assert.equal(contrast('#ffffff', '#000000'), 21);
});
