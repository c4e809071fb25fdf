import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {createTokenizer} from '../../../../source/terminal/keys/tokenizer.js';
import type {Input} from '../../../../source/terminal/keys/input.js';
import {rules} from '../../../../source/terminal/keys/wait.js';
import {tries} from '../../../helpers/properties/tries.js';
import {answers} from './sequences.js';
import {describeInputs} from './tokenizing.js';

/** A piece, and the time in milliseconds in which nothing comes after it. */
type Timed = readonly [piece: string, pause: number];

/** Reads pieces at their times, and long enough after the last one. */
function readTimed(pieces: readonly Timed[]): string {
	const tokenizer = createTokenizer();
	const inputs: Input[] = [];
	let now = 0;
	let due = Infinity;
	let wait = tokenizer.wait();
	const schedule = () => {
		const next = tokenizer.wait();
		due = next === wait ? due : now + (next?.milliseconds ?? Infinity);
		wait = next;
	};

	for (const [piece, pause] of pieces) {
		inputs.push(...tokenizer.push(piece));
		schedule();
		const end = now + pause;
		while (due <= end) {
			now = due;
			due = Infinity;
			wait = undefined;
			inputs.push(...tokenizer.expire());
			schedule();
		}

		now = end;
	}

	return describeInputs(inputs);
}

const long = 60_000;
const pauses = [20, 200, 1500, 6000, 10_500];

/** What was pasted, joined: a paste that stops for a while may come in two. What is outside the braces is a key. */
const takePastes = (described: string) => {
	const parts = described.split(/[\{\}]/v);
	return {
		pasted: parts.filter((_, index) => index % 2 === 1).join(''),
		keys: parts.filter((_, index) => index % 2 === 0).join(''),
	};
};

test('a paste is text wherever it stops, and for however long', () => {
	for (const marker of ['\u{1B}[', '\u{9B}']) {
		const input = `${marker}200~qqq\u{3}\r漢${marker}201~k`;
		for (let at = 1; at < input.length - 1; at++) {
			for (const pause of pauses) {
				const described = readTimed([[input.slice(0, at), pause], [input.slice(at), long]]);
				const {pasted, keys} = takePastes(described);
				// An ESC that stands alone is the key, and so is Alt and what follows it.
				const allowed = marker === '\u{9B}' ? ['k', '200~k'] : ['k', '<esc>k', '<alt+[>200~k'];
				assert.equal(pasted, 'qqq\u{3}\r漢', JSON.stringify([input.slice(0, at), pause, described]));
				assert.ok(allowed.includes(keys), JSON.stringify([input.slice(0, at), pause, described]));
			}
		}
	}
});

test('a paste is text wherever it stops, however often', () => {
	// A paste that is not ended within five seconds ends by itself; together these are shorter.
	const stop = fc.record({at: fc.nat({max: 40}), pause: fc.constantFrom(20, 60, 200, 700, 1500)});
	fc.assert(fc.property(fc.array(fc.constantFrom('q', '\r', '漢', ' '), {maxLength: 20}), fc.array(stop, {maxLength: 3}), (characters, stops) => {
		const text = characters.join('');
		const input = `\u{1B}[200~${text}\u{1B}[201~`;
		const sorted = stops.filter(({at}) => at < input.length).toSorted((one, other) => one.at - other.at);
		const pieces = sorted.map(({at, pause}, index): Timed => [input.slice(index === 0 ? 0 : sorted[index - 1]?.at, at), pause]);
		const {pasted, keys} = takePastes(readTimed([...pieces, [input.slice(sorted.at(-1)?.at ?? 0), long]]));
		assert.equal(pasted, text);
		assert.match(keys, /^(?:<esc>|<alt\+\[>)?\[?[0-2~]*$/v);
	}), {numRuns: tries(300)});
});

test('no part of an answer is a key where the rest of it comes late and at once', () => {
	// A start behind which a person may have pressed the rest, and what a terminal is never asked for, are keys.
	const known = answers.filter(answer => ['\u{1B}X', '\u{1B}^', '\u{1B}[M', '\u{9B}M'].every(start => !answer.startsWith(start)));
	for (const answer of known) {
		// Before it is sure what a string is, it is keys.
		for (let at = answer.startsWith('\u{1B}') && !answer.startsWith('\u{1B}[') ? 8 : 4; at < Math.min(answer.length - 1, 40); at++) {
			assert.equal(readTimed([[answer.slice(0, at), 4000], [answer.slice(at), 20], ['k', long]]), 'k', JSON.stringify([answer, at]));
		}
	}
});

test('a key behind what was cut off is a key, at once or nearly so', () => {
	const cases: ReadonlyArray<readonly [pieces: readonly Timed[], inputs: string]> = [
		[[['\u{1B}[2', 1500], ['j', 0]], 'j'],
		[[['\u{1B}[2', 1500], ['0', 300], ['j', 0]], '0j'],
		[[['\u{1B}[2', 1500], ['0', rules.broken.milliseconds]], '0'],
		[[['\u{1B}[2', 1500], ['\u{3}', 0]], '<ctrl+c>'],
		[[['\u{1B}[2', 1500], ['\u{1B}', 50]], '<esc>'],
		[[['\u{1B}[1;', 1500], ['2', 50]], '2'],
		[[['\u{1B}[1;', 1500], ['/', 0]], '/'],
		[[['\u{1B}]11;rgb:', 3000], ['j', 50]], 'j'],
		[[['\u{1B}]11;rgb:', 3000], ['\u{1B}', 100]], '<esc>'],
		[[['\u{1B}]11;rgb:', 3000], ['j', 10], ['\u{3}', 0]], 'j<ctrl+c>'],
		[[['\u{1B}', 100], ['[', 100], ['2', 0]], '<esc>[2'],
		[[['\u{1B}[', 1000], ['2', 0]], '<alt+[>2'],
		[[['\u{1B}[200~', 5000], ['j', 30]], '{}j'],
		[[['\u{1B}[200~', 5000], ['\u{1B}[A', 30]], '{}<up>'],
		[[['\u{1B}[200~', 5000], ['漢', 30]], '{}漢'],
	];
	for (const [pieces, inputs] of cases) {
		assert.equal(readTimed(pieces), inputs, JSON.stringify(pieces));
	}
});
