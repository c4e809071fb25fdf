import assert from 'node:assert/strict';
import {test} from 'node:test';
import {bindings} from '../../../../source/core/keymap/bindings.js';
import {hintLine} from '../../../../source/core/keymap/hint-line.js';
import {lineWidth} from '../../../../source/core/screen/line.js';
import {asciiSymbols} from '../../../../source/core/screen/symbols.js';
import {helpParts} from '../../../../source/core/view/help/blocks.js';
import {textOf} from '../../../helpers/watch-polls.js';

const shown = (place: Parameters<typeof hintLine>[0], width: number) => textOf(hintLine(place, width, bindings));

test('the footer says how to leave a place, and where help is, at any width', () => {
	for (const place of ['grid', 'detail', 'events'] as const) {
		const leave = place === 'grid' ? 'q quit' : 'q back';
		for (let width = 15; width < 200; width++) {
			const line = shown(place, width);
			assert.ok(line.includes(leave) && line.includes('? help'), `${place} at ${width}: ${line}`);
			assert.ok(lineWidth(hintLine(place, width, bindings)) <= width, `${place} at ${width}`);
		}

		assert.equal(shown(place, 14), ' q  ?');
	}
});

test('the first keys of a place come first where not all fit', () => {
	assert.equal(shown('grid', 45), ' Enter detail  / filter  q quit  ? help');
	assert.equal(shown('detail', 30), ' Tab section  q back  ? help');
});

test('a key that does something else now has another word, and one that does nothing has none', () => {
	assert.equal(textOf(hintLine('grid', 45, bindings, {words: {'app.back': 'close'}})), ' Enter detail  / filter  q close  ? help');
	assert.ok(textOf(hintLine('detail', 300, bindings)).includes('next instance'));
	assert.ok(!textOf(hintLine('detail', 300, bindings, {words: {'instance.next': ''}})).includes('next instance'));
});

test('in ASCII the keys with an arrow are named by words, in the footer and in the help: the signs for arrows are other keys', () => {
	assert.ok(textOf(hintLine('timeline', 200, bindings, {names: asciiSymbols})).startsWith(' Left earlier  < shorter'));
	const help = helpParts('timeline', asciiSymbols, bindings).flatMap(({blocks}) => blocks.flatMap(({entries}) => entries.map(({sign}) => textOf(sign))));
	assert.deepEqual(['Left h Right l', 'Up k Down j'].filter(keys => !help.includes(keys)), []);
	assert.ok(help.every(keys => !/[←↑→↓]/v.test(keys)));
});
