import assert from 'node:assert/strict';
import {test} from 'node:test';
import {drawMoving} from '../../../../tools/picture/moving/draw-moving.js';
import {buildCell} from '../../../helpers/cell.js';

const letters = new Set(Array.from('abc', char => char.codePointAt(0) ?? 0));
const options = {
	palette: {foreground: '#ffffff', background: '#000000', ansi: ['#000000', '#aa0000']},
	faces: {
		regular: letters, bold: letters, oblique: letters, boldOblique: letters,
	},
};

/** Screens of two rows, each of one letter, shown for a second. */
const frames = (...screens: readonly string[]) => screens.map(text => ({
	content: {rows: Array.from(text, char => [buildCell(char)]), cursor: {row: 0, column: 0, visible: false}}, seconds: 1,
}));

test('what all frames show stands still, and what some show is drawn once and seen in those', () => {
	const drawn = drawMoving(frames('ab', 'ac', 'ab', 'ac'), 0, options);
	assert.match(drawn, /\n<text fill="#ffffff" x="10" y="26">a<\/text>\n/v);
	assert.equal(drawn.match(/>b<\/text>/gv)?.length, 1);
	assert.ok(drawn.includes('@keyframes f0{0%{visibility:visible}25%{visibility:hidden}50%{visibility:visible}75%{visibility:hidden}}'));
	assert.ok(drawn.includes('@keyframes f1{0%{visibility:hidden}25%{visibility:visible}50%{visibility:hidden}75%{visibility:visible}}'));
	assert.ok(drawn.includes('animation:f1 4s step-end infinite'));
});

test('without movement the chosen frame is seen', () => {
	const drawn = drawMoving(frames('ab', 'ac'), 1, options);
	assert.match(drawn, /\.f0\{visibility:hidden;/v);
	assert.match(drawn, /\.f1\{visibility:visible;/v);
	assert.match(drawn, /@media\(prefers-reduced-motion:reduce\)\{g\{animation:none!important\}\}/v);
});

test('without frames there is no picture', () => {
	assert.throws(() => drawMoving([], 0, options), /needs frames/v);
});
