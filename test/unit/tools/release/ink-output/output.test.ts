import assert from 'node:assert/strict';
import {test} from 'node:test';
import {styledCharsFromTokens, styledCharsToString, tokenize} from '@alcalzone/ansi-tokenize';
import fc from 'fast-check';
import InkOutput from '../../../../../node_modules/ink/build/output.js';
import Output from '../../../../../tools/release/ink-output/output.js';
import {tries} from '../../../../helpers/properties/tries.js';

type Frame = {
	readonly write: (x: number, y: number, text: string, options: {readonly transformers: ReadonlyArray<(text: string) => string>}) => void;
	readonly clip: (box: {readonly x1?: number; readonly x2?: number; readonly y1?: number; readonly y2?: number}) => void;
	readonly unclip: () => void;
	readonly get: () => {readonly output: string; readonly height: number};
};

type FrameClass = new (size: {readonly width: number; readonly height: number}) => Frame;

const width = 24;
const height = 6;

const styles = [
	['', ''], ['\u{1B}[1m', '\u{1B}[22m'], ['\u{1B}[2m', '\u{1B}[22m'], ['\u{1B}[31m', '\u{1B}[39m'], ['\u{1B}[7m', '\u{1B}[27m'],
] as const;

const letters = fc.string({unit: fc.constantFrom('a', 'Z', ' ', 'é', '東', '●', '🍕'), maxLength: 10});
const styled = fc.tuple(letters, fc.constantFrom(...styles)).map(([text, [open, close]]) => text === '' ? '' : `${open}${text}${close}`);
const line = fc.array(styled, {maxLength: 3}).map(parts => parts.join(''));

const operation = fc.oneof(
	{
		weight: 8, arbitrary: fc.record({
			kind: fc.constant('write' as const),
			x: fc.integer({min: -2, max: width}),
			y: fc.integer({min: -1, max: height}),
			text: fc.oneof(line, fc.constantFrom('a\nb\n c', '─'.repeat(8))),
		}),
	},
	{
		weight: 2, arbitrary: fc.record({
			kind: fc.constant('clip' as const),
			x1: fc.integer({min: 0, max: 12}),
			x2: fc.integer({min: 8, max: width}),
			y1: fc.integer({min: 0, max: 3}),
			y2: fc.integer({min: 2, max: height}),
		}),
	},
	{weight: 1, arbitrary: fc.record({kind: fc.constant('unclip' as const)})},
);

/** Composes a frame, and writes the styles of each line in one way. */
function compose(Kind: unknown, operations: ReadonlyArray<typeof operation extends fc.Arbitrary<infer Value> ? Value : never>) {
	const frame = new (Kind as FrameClass)({width, height});
	let depth = 0;
	for (const step of operations) {
		if (step.kind === 'write') {
			frame.write(step.x, step.y, step.text, {transformers: [text => text]});
		} else if (step.kind === 'clip') {
			depth += 1;
			frame.clip(step);
		} else if (depth > 0) {
			depth -= 1;
			frame.unclip();
		}
	}

	const {output, height: rows} = frame.get();
	return {rows, lines: output.split('\n').map(text => styledCharsToString(styledCharsFromTokens(tokenize(text))).trimEnd())};
}

test('a frame that is joined looks as Ink would have composed it', () => {
	fc.assert(fc.property(fc.array(operation, {maxLength: 8}), operations => {
		assert.deepEqual(compose(Output, operations), compose(InkOutput, operations));
	}), {numRuns: tries(1000)});
});

test('lines beside each other are joined without being taken apart', () => {
	const frame = new (Output as unknown as FrameClass)({width, height: 2});
	frame.clip({
		x1: 0, x2: width, y1: 0, y2: 2,
	});
	frame.write(0, 0, '\u{1B}[2mleft\u{1B}[22m', {transformers: []});
	frame.write(10, 0, 'right  ', {transformers: [text => text.toUpperCase()]});
	frame.write(0, 1, '\u{1B}[31m东\u{1B}[39m', {transformers: []});
	assert.equal(frame.get().output, '\u{1B}[2mleft\u{1B}[22m      RIGHT\n\u{1B}[31m东\u{1B}[39m');
});
