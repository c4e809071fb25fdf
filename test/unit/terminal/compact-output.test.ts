import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {compactFrame} from '../../../source/terminal/compact-output.js';
import {readCells} from '../../helpers/cell.js';
import {openTerminal} from '../../helpers/terminal.js';

/**
Returns a function that writes bytes to a terminal full of text, and gives its cells and its cursor. The terminal is used again and
again.
*/
function createDrawing(): (text: string) => Promise<unknown> {
	const terminal = openTerminal(30, 8);
	return async text => {
		const {promise, resolve} = Promise.withResolvers<void>();
		terminal.reset();
		terminal.write(`${'x'.repeat(30 * 8)}\u{1B}[H${text}`, resolve);
		await promise;
		const {active} = terminal.buffer;
		// A blank shows no style that only letters have.
		const cells = Array.from({length: 8}, (_, row) => readCells(active, row, 30).map(cell => cell.char.trim() === ''
			? {
				...cell, bold: false, dim: false, foreground: 'none',
			}
			: cell));
		return {cells, at: [active.cursorX, active.cursorY]};
	};
}

const piece = fc.constantFrom('\u{1B}[E', '\u{1B}[E\u{1B}[E\u{1B}[E', '\u{1B}[K', '\u{1B}[0K', '\r\n', 'abc', ' '.repeat(5), ' '.repeat(6), ' '.repeat(12), '\u{1B}[7m', '\u{1B}[27m', '\u{1B}[2m', '\u{1B}[22m', '\u{1B}[1;44m', '\u{1B}[49m', '\u{1B}[0m', '\u{1B}[m', '\u{1B}[9m', '\u{1B}[29m', '\u{1B}[4;31m', '\u{1B}[24m', '\u{1B}[3G');

test('a thinned frame draws the same', async () => {
	const [drawThin, drawWhole] = [createDrawing(), createDrawing()];
	await fc.assert(fc.asyncProperty(fc.array(piece, {maxLength: 14}), async parts => {
		const frame = parts.join('');
		// A line that is too long would wrap: frames have none.
		fc.pre(parts.join(',').split(/\r\n|\[E/v).every(line => line.replaceAll(/\[[\d;]*[A-Za-z]/gv, '').length < 28));
		const thin = compactFrame(frame);
		assert.ok(thin.length <= frame.length);
		// The emulator draws a moment later, so both wait for it together.
		const [one, other] = await Promise.all([drawThin(thin), drawWhole(frame)]);
		assert.deepEqual(one, other);
	}), {numRuns: 300});
});

test('steps over unchanged lines are counted, blanks after an erased line are skipped', () => {
	assert.equal(compactFrame(`\u{1B}[K8 left${' '.repeat(40)}sort\r\n${'\u{1B}[E'.repeat(48)}`), '\u{1B}[K8 left\u{1B}[40Csort\r\n\u{1B}[48E');
});
