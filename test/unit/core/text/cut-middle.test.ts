import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {cutMiddle} from '../../../../source/core/text/cut-middle.js';
import {segmentGraphemes} from '../../../../source/core/text/graphemes.js';
import {cellWidth} from '../../../../source/core/text/measure.js';
import {sanitize} from '../../../../source/core/text/sanitize.js';
import {tries} from '../../../helpers/properties/tries.js';

test('a name that is too long loses its middle, where names of a fleet differ least', () => {
	for (const [name, width, shown] of [
		['logística-matriz-cuiabá', 13, 'logís…-cuiabá'],
		['sales-04', 8, 'sales-04'],
		['sales-0000004', 8, 'sal…0004'],
		['sales-04', 3, 's…4'],
		['sales-04', 2, '…4'],
		['sales-04', 1, '…'],
		['sales-04', 0, ''],
		['客服北京客服上海', 8, '客…上海'],
		['cafe\u{301}-cafe\u{301}-cafe\u{301}-caf\u{E9}', 9, 'caf…-café'],
		['👩‍🚒👩‍🚒👩‍🚒👩‍🚒', 5, '👩‍🚒…👩‍🚒'],
	] as const) {
		assert.equal(cutMiddle(name, width, '…').normalize('NFC'), shown.normalize('NFC'), `${name} in ${width}`);
	}
});

test('what is left of a name fits, and is its beginning and its end, cut between graphemes', () => {
	const names = fc.array(fc.constantFrom('a', '-', 'é', 'e\u{301}', '客', '🇧🇷', '👩‍🚒', '한', ' '), {maxLength: 40}).map(parts => sanitize(parts.join('')));
	fc.assert(fc.property(names, fc.nat(30), (name, width) => {
		const cut = cutMiddle(name, width, '…');
		assert.ok(cellWidth(cut) <= width);
		if (cut === name || width === 0) {
			return;
		}

		const [head = '', tail = ''] = cut.split('…', 2);
		const all = Array.from(segmentGraphemes(name), ({segment}) => segment);
		assert.ok(all.some((_, index) => all.slice(0, index).join('') === head) && all.some((_, index) => all.slice(index + 1).join('') === tail));
		// No more is lost than what a wide character needs.
		assert.ok(cellWidth(cut) >= width - 1, `${cut} in ${width}`);
	}), {numRuns: tries(200)});
});

test('a name of a megabyte is cut as fast as another one', () => {
	assert.equal(cutMiddle(`${'é漢'.repeat(500_000)}-cuiabá`, 13, '…'), 'é漢é…-cuiabá');
});
