import assert from 'node:assert/strict';
import {test} from 'node:test';
import {span, type Line, type Tone} from '../../../source/core/screen/span.js';
import {createTheme, type Emphasis} from '../../../source/tui/components/theme.js';
import {chooseColours, palettes} from '../../../tools/picture/palette.js';
import {readCells, type Cell} from '../../helpers/cell.js';
import {measureContrast} from '../../../tools/picture/contrast.js';
import {openTerminal} from '../../helpers/terminal.js';

/** Every tone; the compiler asks for one that is missing. */
const tones = Object.keys({
	plain: true,
	dim: true,
	strong: true,
	title: true,
	trouble: true,
	caution: true,
	gone: true,
	fine: true,
	fresh: true,
	'json-key': true,
	cursor: true,
	found: true,
	'state-connected': true,
	'state-connecting': true,
	'state-disconnected': true,
	'state-loggedout': true,
	'state-other': true,
} satisfies Readonly<Record<Tone, true>>) as readonly Tone[];

const emphases: readonly Emphasis[] = ['normal', 'selected', 'dimmed'];

/** What secondary text has at least, as WCAG asks of any text. */
const leastContrast = 4.5;

/** The cells of a line as a terminal with colours draws it. */
async function draw(line: Line, emphasis: Emphasis): Promise<readonly Cell[]> {
	const terminal = openTerminal(60, 1);
	const {paint} = createTheme({depth: 'colors', isAscii: false});
	const {promise, resolve} = Promise.withResolvers<void>();
	terminal.write(paint(line, emphasis), resolve);
	await promise;
	const cells = readCells(terminal.buffer.active, 0, line.map(({text}) => text).join('').length);
	terminal.dispose();
	return cells;
}

test('every tone can be read on a dark and on a light background, selected or dimmed as well', async () => {
	const seen = await Promise.all(emphases.flatMap(emphasis => tones.map(async tone => {
		const [cell] = await draw([span('x', tone)], emphasis);
		return Object.entries(palettes).map(([name, palette]) => {
			const {foreground, background} = chooseColours(cell ?? assert.fail(tone), palette);
			return {what: `${tone} ${emphasis} ${name}`, contrast: measureContrast(foreground, background)};
		});
	})));
	const all = seen.flat();
	assert.equal(all.length, emphases.length * tones.length * Object.keys(palettes).length);
	assert.deepEqual(all.filter(({contrast}) => contrast < leastContrast), []);
});

test('secondary text stands back from plain text on both backgrounds', async () => {
	const [plain, dim] = await draw([span('x'), span('x', 'dim')], 'normal');
	for (const palette of Object.values(palettes)) {
		const contrastOf = (cell: Cell | undefined) => {
			const {foreground, background} = chooseColours(cell ?? assert.fail('a cell'), palette);
			return measureContrast(foreground, background);
		};

		assert.ok(contrastOf(dim) < 0.7 * contrastOf(plain));
	}
});

test('the selected row is inverse, and its state and marks keep their colours, which do not spread to the blanks beside them', async () => {
	const line = [span('▌ ', 'strong'), span('✕', 'state-loggedout'), span(' logged out', 'state-loggedout'), span(' ⚑', 'caution'), span('  '), span('12m', 'dim'), span('  '), span('pair', 'state-loggedout')];
	const cells = await draw(line, 'selected');
	assert.ok(cells.every(({inverse}) => inverse));
	const colours = cells.map(({foreground}) => foreground === 'default' ? ' ' : String(foreground)).join('');
	assert.equal(colours, '  55555555555533       5555'.padEnd(cells.length));
	assert.ok(cells.every(({bold, dim}) => !bold && !dim));
});

test('in a dimmed line only states and marks have their colours', async () => {
	const cells = await draw([span('a'), span('b', 'strong'), span('c', 'fresh'), span('d', 'state-disconnected'), span('e', 'fine'), span('f', 'caution')], 'dimmed');
	assert.deepEqual(cells.map(({foreground}) => foreground), [8, 8, 8, 1, 8, 3]);
});
