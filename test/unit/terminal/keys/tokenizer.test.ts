import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {createTokenizer, type Tokenizer} from '../../../../source/terminal/keys/tokenizer.js';
import {rules} from '../../../../source/terminal/keys/wait.js';
import {tries} from '../../../helpers/properties/tries.js';
import {answers, keySequences} from './sequences.js';
import {describeInputs, tokenize} from './tokenizing.js';

/** Every way to cut a text in two. */
const cuts = (text: string) => Array.from({length: text.length - 1}, (_, index) => [text.slice(0, index + 1), text.slice(index + 1)]);

/** Lets 200 ms pass in which nothing comes. */
const pass200 = (tokenizer: Tokenizer) => (tokenizer.wait()?.milliseconds ?? 0) < 200 ? tokenizer.expire() : [];

const check = (cases: ReadonlyArray<readonly [input: string | readonly string[], inputs: string]>) => {
	for (const [input, inputs] of cases) {
		assert.equal(tokenize(typeof input === 'string' ? [input] : input), inputs, JSON.stringify(input));
	}
};

test('keys that come at once are honoured, in order', () => {
	check([
		['jjj', 'jjj'],
		['j\rG', 'j<enter>G'],
		['\u{1}\u{4}', '<ctrl+a><ctrl+d>'],
		['\t\u{8}\u{7F}', '<tab><backspace><backspace>'],
		['[[[', '[[['],
		['\u{1B}[A\u{1B}OBj\u{1B}[21~', '<up><down>j<f10>'],
		['漢👍', '漢👍'],
		['\u{1B}q', '<alt+q>'],
		['\u{1B}\u{7F}', '<alt+backspace>'],
		['\u{1B}\u{1B}[D', '<alt+left>'],
		['\u{1B}\u{3}', '<ctrl+c>'],
		['\u{1B}', '<esc>'],
		['\u{1B}\u{1B}', '<esc><esc>'],
		['\u{1B}\u{1B}\u{1B}', '<esc><esc><esc>'],
		['\u{1B}\u{1B}j', '<esc><alt+j>'],
		['\0', '<ctrl+ >'],
	]);
});

test('a key is the same wherever its sequence is cut, and Ctrl+C is never lost to what came before it', () => {
	for (const [sequence, chord] of keySequences) {
		for (const pieces of cuts(sequence)) {
			assert.equal(tokenize([...pieces, 'j']), `<${chord}>j`, JSON.stringify(pieces));
		}
	}

	check([
		['\u{1B}[\u{3}', '<alt+[><ctrl+c>'],
		['\u{1B}[1;\u{3}', '<ctrl+c>'],
		['\u{1B}]\u{3}', '<alt+]><ctrl+c>'],
		['\u{1B}Pj\u{3}', '<alt+P>j<ctrl+c>'],
	]);
});

test('a report of the mouse is what a person did there, wherever it is cut, and nothing where it means nothing', () => {
	const read = (pieces: readonly string[]) => {
		const tokenizer = createTokenizer();
		return pieces.flatMap(piece => tokenizer.push(piece)).map(input => input.kind === 'pointed' ? Object.values(input.pointed).join(' ') : input.kind);
	};

	for (const [report, pointed] of [
		['\u{1B}[<0;1;24M', ['click 0 23']],
		['\u{9B}<65;80;3M', ['wheel 1 79 2']],
		['\u{1B}[<68;80;3M', ['wheel -1 79 2']],
		['\u{1B}[<0;1;24m', []],
		['\u{1B}[<4;1;1M', []],
		['\u{1B}[<2;1;1M', []],
		['\u{1B}[<32;1;1M', []],
		['\u{1B}[<66;1;1M', []],
		['\u{1B}[<0;0;1M', []],
		['\u{1B}[<0;-1;1M', []],
		['\u{1B}[<0;1M', []],
		['\u{1B}[<0;1;1;1M', []],
		['\u{1B}[<M', []],
		['\u{1B}[<0;99999999999999999999;1M', []],
		['\u{1B}[<99999;1;1M', []],
	] as const) {
		for (const pieces of [[report], ...cuts(report), [...report]]) {
			assert.deepEqual(read(pieces), pointed, JSON.stringify(pieces));
		}
	}

	// The oldest form has bytes from 32 on: beyond column 95 two of them can be one character of UTF-8.
	assert.equal(tokenize(['\u{1B}[M \u{E1}', 'j\u{1B}[M \u{FFFD}\u{FFFD}k']), 'jk');
});

test('no part of an answer is a key, wherever it is cut', () => {
	for (const answer of answers) {
		for (const pieces of [[answer], ...cuts(answer), [...answer]]) {
			assert.equal(tokenize(['j', ...pieces, 'k']), 'jk', JSON.stringify(pieces));
		}
	}
});

test('no part of an answer is a key that stops for a while in the middle of it, though an ESC alone is one', () => {
	// Of PM and SOS nothing is known that a terminal sends: after `Esc` they are keys.
	const known = answers.filter(text => text.startsWith('\u{1B}') && !'^X'.includes(text.charAt(1)));
	for (const answer of known) {
		for (const [first = '', second = ''] of cuts(answer)) {
			const tokenizer = createTokenizer();
			const before = tokenizer.push(first);
			const inputs = [...before, ...pass200(tokenizer), ...tokenizer.push(second), ...tokenizer.push('k')];
			assert.equal(describeInputs(inputs), first === '\u{1B}' ? '<esc>k' : 'k', JSON.stringify([first, second]));
		}
	}
});

test('an answer that never ends takes no key once its time is over', () => {
	for (const answer of answers) {
		const [first = ''] = cuts(answer).at(-1) ?? [];
		assert.equal(tokenize([first, 'j'], 'long').at(-1), 'j', JSON.stringify(first));
	}
});

test('a key held down is not held back for long by an answer, a string or a paste that was cut off', () => {
	for (const cut of ['\u{1B}]11;rgb:', '\u{1B}P1$r', '\u{1B}_G', '\u{1B}[200~', '\u{1B}]', '\u{1B}X', '\u{1B}[1;', '\u{1B}]1', '\u{1B}[M', '\u{9D}', '\u{9B}']) {
		const tokenizer = createTokenizer();
		let [now, due] = [0, 0];
		let wait: unknown;
		const schedule = () => {
			const next = tokenizer.wait();
			if (next !== wait) {
				due = now + (next?.milliseconds ?? Infinity);
			}

			wait = next;
		};

		tokenizer.push(cut);
		schedule();
		let answered: number | undefined;
		for (; now < 20_000 && answered === undefined; now += 1000 / 30) {
			if (wait !== undefined && due <= now) {
				tokenizer.expire();
				schedule();
			}

			if (describeInputs(tokenizer.push('j')) === 'j') {
				answered = now;
			}

			schedule();
		}

		assert.ok(answered !== undefined && answered <= rules.paste.milliseconds + 100, `${JSON.stringify(cut)}: ${answered}`);
	}
});

test('what a person presses after `Esc` or with Alt is keys, though answers begin so', () => {
	for (const [pieces, inputs] of [
		[['\u{1B}', '[', '['], '<esc>[['],
		[['\u{1B}', ']', ']'], '<esc>]]'],
		[['\u{1B}', '[', 'A'], '<esc>[A'],
		[['\u{1B}', 'P', '1'], '<esc>P1'],
		[['\u{1B}', 'O', 'j'], '<esc>Oj'],
		[['\u{1B}', ']', '👍'], '<esc>]👍'],
		[['\u{1B}]', 'j'], '<alt+]>j'],
		[['\u{1B}X', 'j'], '<alt+X>j'],
		[['\u{1B}[', 'j'], '<alt+[>j'],
		[['\u{1B}O', 'j'], '<alt+O>j'],
	] as const) {
		assert.equal(tokenize(pieces, 'long'), inputs, JSON.stringify(pieces));
	}

	check([
		['\u{1B}]abc', '<alt+]>abc'],
		['\u{1B}Pabc\u{1B}[A', '<alt+P>abc<up>'],
		['\u{1B}Xabc\u{1B}', '<alt+X>abc<esc>'],
		[['\u{1B}[[', 'j'], '<alt+[>[j'],
	]);
	const held = createTokenizer();
	held.push('\u{1B}');
	held.expire();
	assert.equal(describeInputs(held.push(']]')), ']]', 'nothing is waited for');
	assert.equal(describeInputs(held.push('[j')), '[j');
});

const text = 'q\u{3}G\r\n/\u{1B}[A\u{1B}]0;q\u{7}é';

test('a paste is one text, wherever it and its markers are cut', () => {
	for (const [before, after] of [['', ''], ['\u{1B}', '<esc>'], ['j', 'j']] as const) {
		const input = `${before}\u{1B}[200~${text}\u{1B}[201~`;
		for (const pieces of [[input], ...cuts(input), [...input]]) {
			assert.equal(tokenize([...pieces, 'k']), `${after}{${text}}k`, JSON.stringify(pieces));
		}
	}
});

test('a paste is text though its markers stop for a while, even at each of their characters', () => {
	for (const [first = '', second = ''] of cuts('\u{1B}[200~qqq\u{1B}[201~')) {
		const tokenizer = createTokenizer();
		const before = tokenizer.push(first);
		assert.equal(describeInputs([...before, ...pass200(tokenizer), ...tokenizer.push(second)]), first === '\u{1B}' ? '<esc>{qqq}' : '{qqq}', JSON.stringify([first, second]));
	}

	const slow = createTokenizer();
	const marker = [...'\u{1B}[200~'].flatMap(character => {
		const given = [...slow.push(character)];
		while ((slow.wait()?.milliseconds ?? Infinity) <= 200) {
			given.push(...slow.expire());
		}

		return given;
	});
	assert.equal(describeInputs([...marker, ...slow.push('qqq\u{1B}[201~')]), '<esc>[200~{qqq}');
});

test('a paste is text though the time of what was cut off before it ends behind its first character', () => {
	for (const cut of ['\u{1B}]11;rgb:', '\u{1B}P1$r', '\u{9D}', '\u{1B}]', '\u{1B}Xj']) {
		const tokenizer = createTokenizer();
		tokenizer.push(`${cut}\u{1B}`);
		const inputs = [...tokenizer.expire(), ...tokenizer.push('[200~qqq\u{1B}[201~')];
		assert.equal(describeInputs(inputs).replace(/^<alt\+[X\]]>j?/v, ''), '{qqq}', JSON.stringify(cut));
	}
});

test('a start marker in a paste is text, and one in 8 bits begins one as well', () => {
	check([
		['\u{1B}[200~a\u{1B}[200~b\u{1B}[201~j', '{a\u{1B}[200~b}j'],
		['\u{9B}200~q\u{9B}201~j', '{q}j'],
		['\u{1B}[200~a\u{1B}[201~\u{1B}[200~b\u{1B}[201~', '{a}{b}'],
		['\u{1B}[201~j', 'j'],
	]);
});

test('an end marker in the text of a paste does not make keys of the rest', () => {
	const input = '\u{1B}[200~a\u{1B}[201~qqq\u{1B}[201~';
	check([[input, '{a}{qqq}'], [`${input}j`, '{a}{qqq}j']]);
	for (const pieces of [...cuts(input), [...input]]) {
		assert.equal(tokenize(pieces), '{a}{qqq}', JSON.stringify(pieces));
	}

	assert.equal(tokenize(['\u{1B}[200~a\u{1B}[201~', 'q'], 'long'), '{a}q', 'keys that are pressed later');
});

test('a paste without an end is over when less comes than a paste gives', () => {
	const tokenizer = createTokenizer();
	tokenizer.push('\u{1B}[200~');
	tokenizer.push('q'.repeat(300));
	assert.deepEqual(tokenizer.expire(), [], 'it goes on');
	tokenizer.push('q');
	assert.equal(describeInputs(tokenizer.expire()), `{${'q'.repeat(301)}}`);
	const held = tokenizer.push('j');
	assert.deepEqual([tokenizer.wait()?.milliseconds, describeInputs([...held, ...tokenizer.expire()])], [rules.tail.milliseconds, 'j']);
	assert.equal(describeInputs(tokenizer.push('jj')), 'jj', 'a person is there');
});

test('of a paste no more is kept than a prompt can take', () => {
	const pasted = tokenize(['\u{1B}[200~', ...Array.from({length: 1000}, () => 'x'.repeat(1000)), '\u{1B}[201~']);
	assert.ok(pasted.length < 10_000, String(pasted.length));
});

test('any number of pastes can come at once', () => {
	for (const unit of ['\u{1B}[200~\u{1B}[201~', '\u{1B}[200~q\u{1B}[201~\u{1B}[201~j', '\u{1B}]j\u{1B}[200~\u{1B}[201~']) {
		assert.equal(tokenize([unit.repeat(6000)]), tokenize([unit]).repeat(6000), JSON.stringify(unit));
	}
});

test('whatever comes, and however it is cut, the keys are the same, and none is made of a paste or an answer', () => {
	const key = fc.constantFrom(...keySequences.map(([sequence, chord]) => ({input: sequence, inputs: `<${chord}>`})));
	const letters = fc.string({unit: fc.constantFrom('j', 'k', 'é', '漢', '👍')}).map(input => ({input, inputs: input}));
	const answer = fc.constantFrom(...answers).map(input => ({input, inputs: ''}));
	const paste = fc.string({unit: fc.constantFrom('q', '\u{3}', '\r', '\u{1B}', '[', '2', '0', '~', '漢')})
		.filter(pasted => !pasted.includes('\u{1B}[20'))
		// The mark before the end keeps the last characters from being a part of it.
		.map(pasted => ({input: `\u{1B}[200~${pasted}.\u{1B}[201~`, inputs: `{${pasted}.}`}));
	fc.assert(fc.property(fc.array(fc.oneof(key, letters, answer, paste), {maxLength: 12}), fc.array(fc.nat({max: 200})), (parts, at) => {
		const input = parts.map(part => part.input).join('');
		const places = [...new Set(at)].filter(place => place < input.length).toSorted((one, other) => one - other);
		const pieces = [...places, input.length].map((place, index) => input.slice(index === 0 ? 0 : places[index - 1], place));
		assert.equal(tokenize(pieces), parts.map(part => part.inputs).join(''));
	}), {numRuns: tries(500)});
});

test('whatever bytes come, the keys are the same however they are cut', () => {
	const unit = fc.constantFrom('\u{1B}', '[', ']', 'O', 'P', '_', '^', 'X', 'M', '\\', '1', '0', '2', ';', '~', '$', '?', '\u{7}', '\u{18}', '\u{3}', 'q', 'j', '\u{9B}', '\u{9C}', '\u{9D}', '\u{85}', 'é', '👍', '\u{7F}', ' ');
	fc.assert(fc.property(fc.array(unit, {maxLength: 40}), characters => {
		assert.equal(tokenize(characters), tokenize([characters.join('')]));
	}), {numRuns: tries(3000)});
});
