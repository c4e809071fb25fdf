import assert from 'node:assert/strict';
import {test} from 'node:test';
import {cellWidth} from '../../../../../source/core/text/measure.js';
import {showName, withBlanks} from '../../../../../source/core/text/portable/show-name.js';
import {toAscii} from '../../../../../source/core/text/portable/to-ascii.js';

test('names of blanks, or with blanks at their ends, can be seen and told apart', () => {
	const names = ['sales', ' sales', 'sales ', 'sales  ', ' ', '  ', '\u{A0}', '\u{3000}', '\u{200B}', '\u{3164}', '\t'];
	const shown = names.map(name => showName(name));
	assert.deepEqual(shown.slice(0, 6), ['sales', '␣sales', 'sales␣', 'sales␣␣', '␣', '␣␣']);
	assert.equal(new Set(shown).size, names.length);
	for (const name of shown) {
		assert.equal(name.trim(), name);
		assert.equal(cellWidth(toAscii(name)), cellWidth(name));
	}

	assert.equal(showName('centro sul'), 'centro sul');
	assert.equal(withBlanks(showName('trail ')), 'trail ');
});
