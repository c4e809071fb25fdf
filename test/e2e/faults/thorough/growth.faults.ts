import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isMatch} from '../../../../source/core/filter/match.js';
import {parseFilter} from '../../../../source/core/filter/parse.js';
import {createTextMask} from '../../../../source/core/json/mask.js';
import {fitLine, lineWidth} from '../../../../source/core/screen/line.js';
import {span} from '../../../../source/core/screen/span.js';
import {createKnownTokens} from '../../../../source/core/secrets/known-tokens.js';
import {fit} from '../../../../source/core/text/measure.js';
import {createTokenizer} from '../../../../source/terminal/keys/tokenizer.js';
import {noon} from '../../../helpers/fleet.js';
import {rowOfItem} from '../../../helpers/watch-polls.js';

/** In milliseconds; what is told here takes a hundredth of it where the work is in proportion, and minutes where it is not. */
const patience = 10_000;

const assertQuick = (work: () => void, what: string) => {
	const began = performance.now();
	work();
	assert.ok(performance.now() - began < patience, what);
};

test('the work of reading keys is in proportion to what comes, however it comes', () => {
	// Each of these once made a reader look at all of it again for every piece.
	for (const [begin, unit] of [['\u{1B}[200~', 'q'], ['\u{1B}]11;', 'q'], ['\u{1B}[', '1;'], ['', 'q'], ['\u{1B}[200~a\u{1B}[201~', 'q'], ['\u{1B}X', 'q'], ['', '\u{1B}'], ['', '\u{1B}[']] as const) {
		assertQuick(() => {
			const tokenizer = createTokenizer();
			tokenizer.push(begin);
			for (let piece = 0; piece < 1000; piece++) {
				tokenizer.push(unit.repeat(200));
			}
		}, JSON.stringify(begin));
	}
});

test('what is cut to a line is not measured to its end', () => {
	// Measuring these takes seconds; a line of each takes less than a millisecond.
	const wide = '漢\u{301}'.repeat(3 * 1024 * 1024);
	assertQuick(() => {
		for (let line = 0; line < 100; line++) {
			assert.equal(fit(wide, 10), '漢\u{301}漢\u{301}漢\u{301}漢\u{301}… ');
			assert.equal(lineWidth(fitLine([span('a'), span(wide), span(wide)], 80, '…')), 80);
		}
	}, 'a hundred lines');
});

test('a long text is masked in time that grows with its length alone', () => {
	const tokens = createKnownTokens();
	tokens.add('a'.repeat(40));
	tokens.add('aaaaaaaab');
	const hide = createTextMask(tokens);
	const pieces = ['//a:b/', '://a@', '@', 'a:', 'token=', '%41', 'eyJ', 'token={', '{"a":', '"token":"', 'a:b@', 'bearer ', '\u{200B}', '\\', 'a', '&#', ' ', '"', '%25', 'aaaaaaaac', '61', 'key: a ', 'cookie: ', '/token', '/key/a1b2c3', '<key>', '<a', '--token ', '--key', '/bot1:', 'a:b@c.', 'a:1@', '//a:1/', '//a.b/c:d@', 'pin: 1 ', 'c\u{F3}digo: ', '\n', '\n \r', '\u{FF41}', 'bearer a1'];
	for (const piece of pieces) {
		assertQuick(() => {
			hide(piece.repeat(Math.floor(100_000 / piece.length)));
		}, piece);
	}
});

test('a regular expression of a filter that would take for ever is refused or quick', () => {
	const row = rowOfItem({name: `${'a'.repeat(5000)}!`});
	for (const source of ['(a+)+$', '(a|aa)+$', '(a*)*b', '((a+))+$', 'a*a*a*a*b', '(a+){9}', '([a-z]+)*1', '(a?){40}b', '(a?b?)+$', '(?:(?:a)*?)*b', '(?<x>a+?)+?b', `${'.?'.repeat(28)}Z`, `${'(a|aa)'.repeat(20)}Z`]) {
		assertQuick(() => {
			isMatch(parseFilter(`~${source}`), row, noon);
		}, source);
	}
});
