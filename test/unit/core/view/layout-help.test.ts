import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {filterFields} from '../../../../source/core/filter/fields.js';
import {filterExamples} from '../../../../source/core/filter/examples.js';
import {parseFilter} from '../../../../source/core/filter/parse.js';
import {bindings, type Binding} from '../../../../source/core/keymap/bindings.js';
import {describeKeys} from '../../../../source/core/keymap/describe.js';
import type {BodyView} from '../../../../source/core/keymap/places.js';
import {integrations, blocks} from '../../../../source/core/blocks/blocks.js';
import {actions} from '../../../../source/core/instance/action.js';
import {lineWidth} from '../../../../source/core/screen/line.js';
import {asciiSymbols, unicodeSymbols} from '../../../../source/core/screen/symbols.js';
import {toAscii} from '../../../../source/core/text/portable/to-ascii.js';
import {helpParts, toldByFooter} from '../../../../source/core/view/help/blocks.js';
import {flowBlock, tableBlock} from '../../../../source/core/view/help/layout-block.js';
import {signGroups, unexplained} from '../../../../source/core/view/help/signs.js';
import {helpMargin, layoutHelp} from '../../../../source/core/view/layout-help.js';
import {textOf} from '../../../helpers/watch-polls.js';

const views: readonly BodyView[] = ['grid', 'detail', 'events', 'timeline'];

const lay = (columns: number, rows: number, here: BodyView = 'grid', find = '') => layoutHelp({
	size: {columns, rows}, here, symbols: unicodeSymbols, keymap: bindings, find,
});

/** The words of all lines, whichever way they are broken. */
const wordsOf = (lines: readonly string[]) => lines.join(' ').replaceAll(/\s+/gv, ' ');

test('every symbol is explained as it is drawn, or listed with the reason why it needs no words', () => {
	const explained = new Set(signGroups.flatMap(({signs}) => signs.flatMap(({of}) => of)));
	const names = Object.keys(unicodeSymbols);
	assert.deepEqual(names.filter(name => ![...explained, ...Object.keys(unexplained)].includes(name)), []);
	assert.deepEqual(Object.keys(unexplained).filter(name => [...explained].map(String).includes(name)), []);
	for (const {of, draw} of signGroups.flatMap(({signs}) => signs)) {
		for (const symbols of [unicodeSymbols, asciiSymbols]) {
			const drawn = textOf(draw(symbols));
			for (const name of of) {
				const symbol = symbols[name];
				const texts = typeof symbol === 'string' ? [symbol] : Object.values(symbol);
				assert.ok(texts.some(text => drawn.includes(text)), `${name}: ${drawn}`);
			}
		}
	}
});

test('every state, every integration and every class of action is explained', () => {
	const drawn = new Set(signGroups.flatMap(({signs}) => signs.map(({draw}) => textOf(draw(unicodeSymbols)))));
	for (const sign of [...Object.values(unicodeSymbols.states), ...integrations.map(name => blocks[name].letter), ...actions]) {
		assert.ok(drawn.has(sign), sign);
	}
});

test('the help begins with what belongs to the view that it was opened from', () => {
	const begins = (here: BodyView) => helpParts(here, unicodeSymbols, bindings).map(part => [part.title, part.blocks[0]?.title]);
	assert.deepEqual(views.map(here => begins(here)), [
		[['SIGNS', 'states'], ['KEYS', 'grid'], ['FILTER', 'examples']],
		[['SIGNS', 'states'], ['KEYS', 'detail'], ['FILTER', 'examples']],
		[['SIGNS', 'states'], ['KEYS', 'events'], ['FILTER', 'examples']],
		[['SIGNS', 'strips'], ['KEYS', 'timeline, else as the grid'], ['FILTER', 'examples']],
	]);
	const [, keys] = helpParts('timeline', unicodeSymbols, bindings);
	assert.deepEqual(keys?.blocks.map(({title}) => title).slice(0, 4), ['timeline, else as the grid', 'grid', 'lists', 'everywhere']);
});

test('the help has every binding of every place that has no footer of its own for them, every filter field and what each takes, in any size', () => {
	const all = describeKeys(bindings).filter(({place}) => !toldByFooter.has(place)).flatMap(({keys}) => keys.map(({keys: chords, does}) => `${chords.join(' ')} ${does}`));
	assert.equal(new Set(bindings.filter(({place}) => !toldByFooter.has(place)).map(({place, does}) => `${place} ${does}`)).size, all.length);
	for (const [columns, rows] of [[40, 8], [60, 15], [80, 20], [120, 40], [160, 50]] as const) {
		const {lines} = lay(columns, rows, 'events');
		// In one column a text goes on in the next line.
		const words = columns < 150 ? wordsOf(lines.map(line => textOf(line))) : undefined;
		for (const text of words === undefined ? [] : all) {
			assert.ok(words?.includes(text), `${columns}×${rows}: ${text}`);
		}

		for (const [key, {name = key}] of Object.entries(filterFields)) {
			assert.ok(lines.some(line => textOf(line).includes(name)), `${columns}×${rows}: ${name}`);
		}
	}
});

test('from each view all is told on three pages of 80×20, and on one of 200×50', () => {
	for (const here of views) {
		const {lines, height} = lay(80, 20, here);
		assert.equal(height, 17);
		assert.ok(lines.length <= 3 * height, `${here}: ${lines.length}`);
		assert.ok(lay(200, 50, here).lines.length <= 47, here);
	}
});

test('the keys of views and commands of one\'s own are told at their places, and five of them still on three pages of 80×20', () => {
	const own = Array.from({length: 5}, (_, index): Binding => ({
		command: index % 2 === 0 ? `view:own ${index}` : `command:own ${index}`,
		chords: [`f${index + 1}`],
		place: index % 3 === 0 ? 'events' : 'grid',
		does: `own ${index}`,
	}));
	const keymap = [...bindings, ...own];
	const [, keys] = helpParts('grid', unicodeSymbols, keymap);
	assert.deepEqual(keys?.blocks.find(({title}) => title === 'events')?.entries.slice(-2).map(({words}) => words), ['own 0', 'own 3']);
	for (const here of views) {
		const {lines, height} = layoutHelp({
			size: {columns: 80, rows: 20}, here, symbols: unicodeSymbols, keymap, find: '',
		});
		const words = wordsOf(lines.map(line => textOf(line)));
		assert.deepEqual(own.filter(({does}, index) => !words.includes(`F${index + 1} ${does}`)), []);
		assert.ok(lines.length <= 3 * height, `${here}: ${lines.length}`);
	}
});

test('no line is wider than the screen, at any size, in any set of symbols, whatever is looked for', () => {
	fc.assert(fc.property(
		fc.record({columns: fc.integer({min: 20, max: 500}), rows: fc.integer({min: 1, max: 200})}),
		fc.constantFrom(...views),
		fc.constantFrom(unicodeSymbols, asciiSymbols),
		fc.constantFrom('', 'e', 'q quit', 'filter'),
		(size, here, symbols, find) => {
			const {lines, found} = layoutHelp({
				size, here, symbols, keymap: bindings, find,
			});
			const widest = Math.max(1, size.columns - helpMargin);
			assert.deepEqual(lines.filter(line => lineWidth(line) > widest).map(line => textOf(line)), []);
			assert.ok(lines.every(line => lineWidth(line) === lineWidth([{text: toAscii(textOf(line)), tone: 'plain'}])));
			assert.ok(find === '' ? found.length === 0 : found.every(line => lines[line]?.some(({tone}) => tone === 'found')));
		},
	), {numRuns: 12, examples: [[{columns: 1, rows: 1}, 'grid', unicodeSymbols, ''], [{columns: 6, rows: 4}, 'timeline', asciiSymbols, 'e']]});
});

test('a block is a table, or a paragraph in which no key is parted from its words', () => {
	const block = {
		title: 'lists', entries: [
			{sign: [{text: '↑ k', tone: 'plain'}], words: 'up'},
			{sign: [{text: 'PgUp Ctrl+U', tone: 'plain'}], words: 'page up, but for one line'},
		],
	} as const;
	const texts = (lines: ReturnType<typeof tableBlock>) => lines.map(line => textOf(line));
	assert.deepEqual(texts(tableBlock(block, 30, '')), ['lists', '  ↑ k          up', '  PgUp Ctrl+U  page up, but', '               for one line']);
	assert.deepEqual(texts(flowBlock(block, 30, '')), ['lists  ↑ k up', '  PgUp Ctrl+U page up, but for', '  one line']);
	assert.deepEqual(texts(flowBlock(block, 30, '', {start: [{text: 'q quit', tone: 'plain'}]})), ['q quit    lists  ↑ k up', '  PgUp Ctrl+U page up, but for', '  one line']);
	assert.equal(texts(flowBlock(block, 30, '', {start: [{text: 'more than half full', tone: 'plain'}]}))[1], 'lists  ↑ k up');
});

test('what is looked for is found in keys, in words and across both, and is emphasised', () => {
	const foundIn = (find: string) => {
		const {lines, found} = lay(80, 20, 'grid', find);
		return found.map(at => lines[at]?.filter(({tone}) => tone === 'found').map(({text}) => text));
	};

	assert.equal(foundIn('page DOWN').flat().join(' '), 'page down');
	assert.deepEqual(foundIn('q quit'), [['q', 'quit']]);
	assert.deepEqual(foundIn('no such words'), []);
});

test('each of the filters that are shown can be used whole', () => {
	assert.equal(filterExamples.length, 3);
	assert.deepEqual(filterExamples.flatMap(({filter}) => parseFilter(filter).ignored), []);
});
