import assert from 'node:assert/strict';
import {test} from 'node:test';
import xterm from '@xterm/headless';
import fc from 'fast-check';
import inkLineUpdate from '../../../../../node_modules/ink/build/line-update.js';
import lineUpdate from '../../../../../tools/release/ink-line-update/line-update.js';

const width = 24;

const styles = [
	['', ''],
	['\u{1B}[1m', '\u{1B}[22m'],
	['\u{1B}[2m', '\u{1B}[22m'],
	['\u{1B}[31m\u{1B}[1m', '\u{1B}[22m\u{1B}[39m'],
	['\u{1B}[90m', '\u{1B}[39m'],
	['\u{1B}[7m', '\u{1B}[27m'],
	['\u{1B}[38;5;9m', '\u{1B}[39m'],
	['\u{1B}[7m\u{1B}[32m', '\u{1B}[39m\u{1B}[27m'],
] as const;
const letters = fc.oneof({weight: 9, arbitrary: fc.constantFrom('a', '7', ' ', 'é', '●', '▃', '·', '─')}, {weight: 1, arbitrary: fc.constantFrom('東', 'e\u{301}')});
const styled = fc.tuple(fc.string({unit: letters, minLength: 1, maxLength: 5}), fc.constantFrom(...styles)).map(([text, [open, close]]) => `${open}${text}${close}`);
/** Lines of at most 20 cells, and one that differs from each in a part. */
const change = fc.tuple(fc.array(styled, {maxLength: 2}), fc.array(styled, {maxLength: 1}), fc.array(styled, {maxLength: 1}), fc.array(styled, {maxLength: 1}))
	.map(([head, one, other, tail]) => [[head, one, tail], [head, other, tail]].map(parts => parts.flat().join('')));

/** The cells of a screen with so many rows after this was written to it, with all that they look like. */
async function draw(written: string, rows: number): Promise<readonly string[]> {
	const terminal = new xterm.Terminal({cols: width, rows, allowProposedApi: true});
	const {promise, resolve} = Promise.withResolvers<void>();
	terminal.write(written, resolve);
	await promise;
	return Array.from({length: rows}, (_, row) => Array.from({length: width}, (__, column) => {
		const cell = terminal.buffer.active.getLine(row)?.getCell(column);
		return cell && [cell.getChars().trim(), cell.getFgColorMode(), cell.getFgColor(), cell.isBold(), cell.isDim(), cell.isInverse()].join(' ');
	}).join('|'));
}

test('a line that was changed looks as it would have anew', async () => {
	const changes = fc.sample(change, {numRuns: 800, seed: 1});
	const at = (row: number) => `\u{1B}[${row + 1};1H`;
	const own = changes.map(([before = '', after = ''], row) => `${at(row)}${before}${at(row)}${before === after ? '' : lineUpdate(before, after, width)}`);
	const anew = changes.map(([, after = ''], row) => `${at(row)}${after}`);
	const [drawn, expected] = await Promise.all([draw(own.join(''), changes.length), draw(anew.join(''), changes.length)]);
	for (const [row, line] of drawn.entries()) {
		assert.equal(line, expected[row], JSON.stringify(changes[row]));
	}
});

test('of a clock at the left of a line only the digits that differ are written', () => {
	const line = (clock: string) => ` live · ${clock} \u{1B}[90mevery 5s\u{1B}[39m   down 1h \u{1B}[90m──▃▃·\u{1B}[39m`;
	assert.equal(lineUpdate(line('12:00:10'), line('12:00:15'), 80), '\u{1B}[16G5');
	assert.equal(lineUpdate(line('12:00:10'), line('12:00:10').replace('▃·', '▃█'), 80), '\u{1B}[41G\u{1B}[90m█\u{1B}[39m');
});

test('what is not simple is left to Ink', () => {
	for (const [before, after] of [['東a', '東b'], ['ab', 'abc'], ['\u{1B}[38;5;9ma\u{1B}[39mb', '\u{1B}[38;5;9ma\u{1B}[39mc'], ['a'.repeat(30), `${'a'.repeat(29)}b`]] as const) {
		assert.equal(lineUpdate(before, after, width), inkLineUpdate(before, after, width));
	}
});
