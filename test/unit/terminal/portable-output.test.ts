import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import logUpdate from '../../../node_modules/ink/build/log-update.js';
import {cellWidth, takeCells} from '../../../source/core/text/measure.js';
import {portableFrame, withPortableOutput} from '../../../source/terminal/portable-output.js';
import {readCells} from '../../helpers/cell.js';
import {createPlainTerminal} from '../../helpers/plain-terminal.js';
import {openTerminal} from '../../helpers/terminal.js';
import {tries} from '../../helpers/properties/tries.js';

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

const piece = fc.constantFrom('\u{1B}[E', '\u{1B}[E\u{1B}[E\u{1B}[E', '\u{1B}[K', '\u{1B}[0K', '\r\n', 'abc', ' '.repeat(5), ' '.repeat(6), ' '.repeat(12), '\u{1B}[7m', '\u{1B}[27m', '\u{1B}[2m', '\u{1B}[22m', '\u{1B}[1;44m', '\u{1B}[49m', '\u{1B}[0m', '\u{1B}[m', '\u{1B}[9m', '\u{1B}[29m', '\u{1B}[4;31m', '\u{1B}[24m', '\u{1B}[3G', '\u{1B}[3G\u{1B}[E', '\r');

test('a rewritten frame draws the same', async () => {
	const [drawThin, drawWhole] = [createDrawing(), createDrawing()];
	await fc.assert(fc.asyncProperty(fc.array(piece, {maxLength: 14}), async parts => {
		const frame = parts.join('');
		// A line that is too long would wrap: frames have none.
		fc.pre(parts.join(',').split(/\r\n|\[E/v).every(line => line.replaceAll(/\[[\d;]*[A-Za-z]/gv, '').length < 28));
		const thin = portableFrame(frame);
		// The emulator draws a moment later, so both wait for it together.
		const [one, other] = await Promise.all([drawThin(thin), drawWhole(frame)]);
		assert.deepEqual(one, other);
	}), {numRuns: tries(300)});
});

test('steps over unchanged lines are counted, blanks after an erased line are skipped', () => {
	assert.equal(portableFrame(`\u{1B}[K8 left${' '.repeat(40)}sort\n${'\u{1B}[E'.repeat(48)}`), '\u{1B}[K8 left\u{1B}[40Csort\r\n\u{1B}[48B');
	assert.equal(portableFrame('\u{1B}[E\u{1B}[E\u{1B}[11Gx\u{1B}[G\u{1B}[1Gy'), '\r\u{1B}[2B\u{1B}[10Cx\ry');
});

test('the alternate screen is taken as another program may have left it, with the cursor anywhere', () => {
	const terminal = createPlainTerminal(10, 3, {row: 2, column: 7});
	terminal.write(portableFrame('\u{1B}[?1049h\u{1B}[?25lone\ntwo\nthree'));
	assert.deepEqual(terminal.rows().map(row => row.trimEnd()), ['one', 'two', 'three']);
});

const columns = 14;

const letters = fc.string({unit: fc.constantFrom('a', 'Z', ' ', 'é', '東', '●'), maxLength: 9});
const styles = fc.constantFrom(['', ''], ['\u{1B}[1m', '\u{1B}[22m'], ['\u{1B}[31m', '\u{1B}[39m'], ['\u{1B}[7m', '\u{1B}[27m'], ['\u{1B}[2m\u{1B}[9m', '\u{1B}[29m\u{1B}[22m']);
const line = fc.array(fc.tuple(letters, styles, fc.constantFrom(0, 8)), {maxLength: 3}).map(parts => {
	let [text, free] = ['', columns];
	for (const [plain, [open = '', close = ''], gap] of parts) {
		const fitting = takeCells(plain, free);
		free -= cellWidth(fitting);
		const blanks = ' '.repeat(Math.min(gap, free));
		free -= blanks.length;
		text += fitting === '' ? blanks : `${open}${fitting}${close}${blanks}`;
	}

	return text;
});

/** What a terminal shows that is sent nothing but these lines. */
function drawLines(lines: readonly string[], rows: number): readonly string[] {
	const terminal = createPlainTerminal(columns, rows, {row: 0, column: 0});
	terminal.write(`\u{1B}[2J${lines.map((text, row) => `\u{1B}[${row + 1};1H${text}`).join('')}`);
	return terminal.rows();
}

/** The lines of the next frame, of which some are those of the one before. */
function keepLines(former: readonly string[], lines: readonly string[], kept: readonly boolean[]): readonly string[] {
	return lines.map((text, row) => kept[row] === true ? former[row] ?? text : text);
}

test('whatever frames Ink writes one after the other, a plain terminal shows each of them', () => {
	const cursor = fc.option(fc.record({x: fc.nat(columns - 1), y: fc.nat(3)}), {nil: undefined});
	const frames = fc.array(fc.record({lines: fc.array(line, {minLength: 4, maxLength: 4}), kept: fc.array(fc.boolean(), {minLength: 4, maxLength: 4}), cursor}), {minLength: 1, maxLength: 5});
	const place = fc.record({row: fc.nat(4), column: fc.nat(columns - 1)});
	fc.assert(fc.property(frames, place, fc.constantFrom(4, 5), (drawn, from, rows) => {
		const terminal = createPlainTerminal(columns, rows, from);
		const stream = withPortableOutput({
			isTTY: true, columns, rows, write(text: string) {
				terminal.write(text);
			},
		} as unknown as NodeJS.WriteStream);
		stream.write('\u{1B}[?1049h');
		const log = logUpdate.create(stream, {incremental: true});
		let shown: readonly string[] = [];
		for (const {lines, kept, cursor: at} of drawn) {
			shown = keepLines(shown, lines, kept);
			log.setCursorPosition(at);
			// A frame that does not fill the screen ends with a line feed.
			log(shown.join('\n') + (rows > shown.length ? '\n' : ''));
			assert.deepEqual(terminal.rows(), drawLines(shown, rows));
			assert.ok(at === undefined || (terminal.cursor().row === at.y && terminal.cursor().column === at.x), JSON.stringify(terminal.cursor()));
		}
	}), {numRuns: tries(200)});
});
