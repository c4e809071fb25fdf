import assert from 'node:assert/strict';
import {test} from 'node:test';
import {accept, refuse} from '../../../../source/core/text/parsed.js';
import {refreshableToken, fixedToken, parseToken} from '../../../../source/config/token/token.js';
import {findTokenVariable} from '../../../../source/cli/environment.js';
import {reveal, Secret} from '../../../../source/core/text/secret.js';

test('a token is taken without the blanks and line ends around it', () => {
	for (const text of ['abc-123', 'abc-123\n', 'abc-123\r\n', '\u{FEFF}abc-123\n\n', ' abc-123\t']) {
		const parsed = parseToken(text);
		assert.strictEqual(parsed.kind, 'value', JSON.stringify(text));
		assert.equal(reveal(parsed.value), 'abc-123');
	}
});

test('a text that no header could carry as a token is refused without being shown', () => {
	for (const text of ['', '\n', ' \r\n', 'hunter2\nhunter2', 'Bearer hunter2', 'hunter2\u{0}', 'hunter2é', 'hunter2\u{1B}[0m']) {
		const parsed = parseToken(text);
		assert.strictEqual(parsed.kind, 'problem', JSON.stringify(text));
		assert.doesNotMatch(parsed.problem, /hunter2|\p{Control}/v);
	}
});

test('a token in quotes is refused with words that say what to do, and is not shown', () => {
	for (const text of ['"hunter2"', '\'hunter2\'', '`hunter2`', ' "hunter2"\n', '“hunter2”', '""']) {
		const parsed = parseToken(text);
		assert.strictEqual(parsed.kind, 'problem', text);
		assert.equal(parsed.problem, 'It is in quotes, which are no part of a token. Leave them out where it is set.');
	}

	for (const text of ['hun"ter2', '"hunter2', 'hunter2\'', '"hunter2\'']) {
		assert.equal(parseToken(text).kind, 'value', text);
	}
});

test('the first variable that is not empty holds the token', () => {
	assert.equal(findTokenVariable({}), undefined);
	assert.equal(findTokenVariable({RYZE_TOKEN: '', Token_Account: ' \n'}), undefined);
	assert.deepEqual(findTokenVariable({RYZE_TOKEN: 'a', RYZE_TOKEN_ACCOUNT: 'b'}), {name: 'RYZE_TOKEN', text: 'a'});
	assert.deepEqual(findTokenVariable({RYZE_TOKEN: '', RYZE_TOKEN_ACCOUNT: 'b', RYZE_ACCOUNT_TOKEN: 'c'}), {name: 'RYZE_TOKEN_ACCOUNT', text: 'b'});
	assert.deepEqual(findTokenVariable({Token_Instance: 'e', RYZE_ACCOUNT_TOKEN: 'c'}), {name: 'RYZE_ACCOUNT_TOKEN', text: 'c'});
	assert.deepEqual(findTokenVariable({Token_Instance: 'e', Token_Account: 'd'}), {name: 'Token_Account', text: 'd'});
	assert.deepEqual(findTokenVariable({Token_Instance: 'e'}), {name: 'Token_Instance', text: 'e'});
});

test('a held token never changes', async () => {
	const source = fixedToken(new Secret('a'));
	assert.equal(await source.refresh(), false);
	assert.equal(reveal(source.current()), 'a');
});

test('a followed token is replaced by another good one, and by nothing else', async () => {
	const texts = ['a\n', undefined, '', 'two words', 'b\r\n', 'b', 'a'];
	const source = refreshableToken(new Secret('a'), async () => {
		const text = texts.shift();
		return text === undefined ? refuse('It is a pipe.') : accept(text);
	}, 'the token file "t"');
	const seen: Array<readonly [boolean, string]> = [];
	const problems: Array<string | undefined> = [];
	while (texts.length > 0) {
		// eslint-disable-next-line no-await-in-loop -- each refresh follows the one before
		seen.push([await source.refresh(), reveal(source.current())]);
		problems.push(source.problem?.());
	}

	assert.deepEqual(seen, [[false, 'a'], [false, 'a'], [false, 'a'], [false, 'a'], [true, 'b'], [false, 'b'], [true, 'a']]);
	assert.deepEqual(problems.slice(0, 3), [undefined, 'the token file "t": It is a pipe.', 'the token file "t": It is empty. It must hold the token.']);
	assert.deepEqual(problems.slice(-3), [undefined, undefined, undefined]);
});
