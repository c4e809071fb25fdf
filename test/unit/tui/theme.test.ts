import assert from 'node:assert/strict';
import {test} from 'node:test';
import {paletteNames, type PaletteName} from '../../../source/core/screen/palette-names.js';
import {span, type Line, type Tone} from '../../../source/core/screen/span.js';
import {createTheme, type Emphasis} from '../../../source/tui/components/theme.js';
import {chooseColours, palettes} from '../../../tools/picture/palette.js';
import {readCells, type Cell} from '../../helpers/cell.js';
import {measureContrast} from '../../../tools/picture/contrast.js';
import {stateKinds} from '../../../source/core/instance/instance.js';
import {chooseColor} from '../../../source/cli/values/color.js';
import {chooseTheme} from '../../../source/tui/choose-theme.js';
import {openTerminal} from '../../helpers/terminal.js';
import {measureConfusion} from './red-green-blindness.js';

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

/** So far apart, in the units of CIE 76, two colours are at a glance; 2.3 can just be told apart. */
const leastDistance = 12;

/** The cells of a line as a terminal with colours draws it. */
async function draw(line: Line, emphasis: Emphasis, palette: PaletteName = 'terminal'): Promise<readonly Cell[]> {
	const terminal = openTerminal(60, 1);
	const {paint} = createTheme({depth: 'colors', isAscii: false, palette});
	const {promise, resolve} = Promise.withResolvers<void>();
	terminal.write(paint(line, emphasis), resolve);
	await promise;
	const cells = readCells(terminal.buffer.active, 0, line.map(({text}) => text).join('').length);
	terminal.dispose();
	return cells;
}

test('every tone of every palette can be read on a dark and on a light background, selected or dimmed as well', async () => {
	const seen = await Promise.all(paletteNames.flatMap(chosen => emphases.map(async emphasis => {
		const cells = await draw(tones.map(tone => span('x', tone)), emphasis, chosen);
		return tones.flatMap((tone, index) => Object.entries(palettes).map(([name, palette]) => {
			const {foreground, background} = chooseColours(cells[index] ?? assert.fail(tone), palette);
			return {what: `${chosen} ${tone} ${emphasis} ${name}`, contrast: measureContrast(foreground, background)};
		}));
	})));
	const all = seen.flat();
	assert.equal(all.length, paletteNames.length * emphases.length * tones.length * Object.keys(palettes).length);
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

test('the states of the blue palette can be told apart with red-green blindness, and what is healthy from all else', async () => {
	for (const [chosen, areApart] of [['blue', true], ['terminal', false]] as const) {
		const cells = await draw(stateKinds.map(kind => span('x', `state-${kind}`)), 'normal', chosen); // eslint-disable-line no-await-in-loop -- two of them
		const pairs = cells.flatMap((one, index) => cells.slice(index + 1).map(other => [one, other] as const));
		const confused = Object.values(palettes).flatMap(palette => pairs.filter(([one, other]) => {
			const [first, second] = [one, other].map(cell => chooseColours(cell, palette).foreground);
			return one.bold === other.bold && measureConfusion(first ?? '', second ?? '') < leastDistance;
		}));
		assert.equal(confused.length === 0, areApart, chosen);
		const [healthy, ...rest] = cells.map(cell => Object.values(palettes).map(palette => chooseColours(cell, palette).foreground));
		const nearest = Math.min(...rest.flatMap(colours => colours.map((colour, index) => measureConfusion(colour, healthy?.[index] ?? ''))));
		assert.equal(nearest > 2 * leastDistance, areApart, `${chosen} ${nearest}`);
	}
});

test('mono has no hue, and says by weight what needs a person', async () => {
	const cells = await draw(tones.map(tone => span('x', tone)), 'normal', 'mono');
	// Grey is the colour 8.
	assert.deepEqual([...new Set(cells.map(({foreground}) => foreground))], ['default', 8]);
	assert.deepEqual(tones.filter((_, index) => cells[index]?.bold), ['strong', 'trouble', 'caution', 'fresh', 'json-key', 'state-disconnected', 'state-loggedout', 'state-other']);
});

test('without colour no palette writes one', () => {
	for (const palette of paletteNames) {
		const {paint} = chooseTheme({color: chooseColor(false, {NO_COLOR: '1'}), isAscii: false, palette}, {});
		// Bold, dim, inverse and struck, and their ends.
		const styles = paint(tones.map(tone => span('x', tone))).split('\u{1B}[').slice(1).map(text => text.slice(0, text.indexOf('m')));
		assert.deepEqual(styles.filter(style => !['1', '2', '7', '9', '22', '27', '29'].includes(style)), []);
	}
});

test('the selected row of every palette keeps what its tones say of a state, in inverse', async () => {
	const line = stateKinds.map(kind => span('x', `state-${kind}`));
	await Promise.all(paletteNames.map(async palette => {
		const [normal, selected] = await Promise.all([draw(line, 'normal', palette), draw(line, 'selected', palette)]);
		assert.deepEqual(selected, normal.map(cell => ({...cell, inverse: true})), palette);
	}));
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
