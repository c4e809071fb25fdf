import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {filterFields} from '../../../../../source/core/filter/fields.js';
import {filterExamples} from '../../../../../source/core/filter/examples.js';
import {parseFilter} from '../../../../../source/core/filter/parse.js';
import {bindKeys} from '../../../../../source/core/keymap/bind.js';
import {bindings, type Binding} from '../../../../../source/core/keymap/bindings.js';
import {describeKeys} from '../../../../../source/core/keymap/describe.js';
import type {BodyView} from '../../../../../source/core/keymap/places.js';
import {integrations, blocks} from '../../../../../source/core/blocks/blocks.js';
import {actions} from '../../../../../source/core/instance/action.js';
import {lineWidth} from '../../../../../source/core/screen/line.js';
import {asciiSymbols, unicodeSymbols} from '../../../../../source/core/screen/symbols.js';
import {toAscii} from '../../../../../source/core/text/portable/to-ascii.js';
import {helpParts, toldByFooter} from '../../../../../source/core/view/help/blocks.js';
import {flowBlock, tableBlock} from '../../../../../source/core/view/help/layout-block.js';
import {signGroups, unexplained} from '../../../../../source/core/view/help/signs.js';
import {helpMargin, layoutHelp} from '../../../../../source/core/view/help/layout-help.js';
import {textOf} from '../../../../helpers/watch-polls.js';
import {tries} from '../../../../helpers/properties/tries.js';

const views: readonly BodyView[] = ['grid', 'detail', 'events', 'timeline'];

const lay = (columns: number, rows: number, here: BodyView = 'grid', find = '') => layoutHelp({
	size: {columns, rows}, here, symbols: unicodeSymbols, keymap: bindings, find,
});

const sortedWords = (lines: readonly string[]) => lines.join(' ').split(/\s+/v).filter(word => word !== '').toSorted();

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
		[['SIGNS', 'states'], ['KEYS', 'grid'], ['', 'FILTER']],
		[['SIGNS', 'states'], ['KEYS', 'detail'], ['', 'FILTER']],
		[['SIGNS', 'states'], ['KEYS', 'events'], ['', 'FILTER']],
		[['SIGNS', 'strips'], ['KEYS', 'timeline'], ['', 'FILTER']],
	]);
	const [, keys] = helpParts('timeline', unicodeSymbols, bindings);
	assert.deepEqual(keys?.blocks.map(({title}) => title).slice(0, 4), ['timeline', 'grid', 'lists', 'everywhere']);
});

test('the help has every key of every place that has no footer of its own for them, every filter field, and each of its words, in any size', () => {
	const parts = helpParts('events', unicodeSymbols, bindings);
	const told = parts.flatMap(({blocks: all}) => all.flatMap(({title, entries}) => entries.map(({sign}) => [title, textOf(sign)] as const)));
	const tells = (heading: string, key: string) => told.some(([title, sign]) => title === heading && sign.split(' ').includes(key));
	const places = describeKeys(bindings).filter(({place}) => !toldByFooter.has(place));
	for (const {heading, keys} of places) {
		assert.deepEqual(keys.flatMap(each => each.keys).filter(key => !tells(heading, key)), [], heading);
	}

	assert.deepEqual(Object.entries(filterFields).map(([key, {name = key}]) => name).filter(name => !tells('fields', name)), []);
	const whole = parts.flatMap(part => [part.title, ...part.blocks.flatMap(({title, entries}) => [title, ...entries.map(({sign, words}) => `${textOf(sign)} ${words}`)])]);
	for (const [columns, rows] of [[40, 8], [60, 15], [80, 20], [120, 40], [160, 50], [200, 50], [220, 70]] as const) {
		const {lines} = lay(columns, rows, 'events');
		assert.deepEqual(sortedWords(lines.map(line => textOf(line))), sortedWords(whole), `${columns}×${rows}`);
	}
});

test('from each view all is told on three pages of 80×20, in either set of symbols, and on one of 120×40 and of 200×50', () => {
	for (const here of views) {
		for (const symbols of [unicodeSymbols, asciiSymbols]) {
			const laid = (columns: number, rows: number) => layoutHelp({
				size: {columns, rows}, here, symbols, keymap: bindings, find: '',
			});
			const {lines, height} = laid(80, 20);
			assert.equal(height, 17);
			assert.ok(lines.length <= 3 * height, `${here}: ${lines.length}`);
			for (const [columns, rows] of [[120, 40], [200, 50]] as const) {
				const page = laid(columns, rows);
				assert.ok(page.lines.length <= page.height, `${here}: ${columns}×${rows}: ${page.lines.length}`);
			}
		}
	}
});

test('each block stands beside its title, and the words of a column begin at one cell', () => {
	const {lines} = lay(80, 20, 'grid');
	const from = lines.findIndex(line => textOf(line).startsWith('lists '));
	assert.deepEqual(lines.slice(from, from + 6).map(line => textOf(line)), [
		'lists      ↑ k ↓ j            up, down  PgDn Ctrl+D Ctrl+F page down',
		'           PgUp Ctrl+U Ctrl+B page up   g Home G End       top, bottom',
		'everywhere q    back      :     all that can be done  Ctrl+L redraw',
		'           ? F1 help      r     refresh now           Ctrl+Z suspend, until fg',
		'           e    events    p     hold, or let go       F10    quit',
		'           t    timeline  + = - interval              Ctrl+C quit at once',
	]);
});

test('a blank line parts the blocks, or the kinds of them, where that makes no page more', () => {
	const blanks = (columns: number, rows: number) => lay(columns, rows).lines.filter(line => textOf(line).trim() === '').length;
	assert.deepEqual([blanks(80, 20), blanks(80, 24), blanks(120, 70)], [0, 2, 14]);
});

test('keys that are told in one entry are told each for itself where the config file has left one of them no key', () => {
	const entries = (chords: readonly string[]) => helpParts('grid', unicodeSymbols, bindKeys([{command: 'move.up', chords, at: ''}]).keymap)
		.flatMap(({blocks: all}) => all.filter(({title}) => title === 'lists'))
		.flatMap(block => block.entries.map(({sign, words}) => `${textOf(sign)}: ${words}`));
	assert.equal(entries(['f12'])[0], 'F12 ↓ j: up, down');
	assert.equal(entries([])[0], '↓ j: down');
});

test('the keys of views and commands of one\'s own are told at their places, and five of them on one page of 80×20 more at most', () => {
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
		assert.deepEqual(own.filter(({does}, index) => !new RegExp(String.raw`\bF${index + 1} ${does}`, 'v').test(words)), []);
		assert.ok(lines.length <= 4 * height, `${here}: ${lines.length}`);
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
	), {numRuns: tries(12), examples: [[{columns: 1, rows: 1}, 'grid', unicodeSymbols, ''], [{columns: 6, rows: 4}, 'timeline', asciiSymbols, 'e']]});
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
