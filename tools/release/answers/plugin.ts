import {deflateRawSync} from 'node:zlib';
import {definePatch} from '../define-patch.js';
import {writeAnswers} from './write-answers.js';

/** A longer text is compressed: the package has its limit, and Node takes 3 ms to load what decompresses. The help is shorter. */
const long = 8000;

/**
Fills in the answers of `source/commands/answer/answers.ts`, each text once.

Why: `--help` and `completion bash` otherwise load the tables of all options, columns and keys to write what never changes: 3.9 × the
processor time of a Node that does nothing, where this takes 1.4 ×.
*/
export const answers = definePatch({
	name: 'answers',
	restsOn: [],
	setup(builder, applied) {
		// eslint-disable-next-line require-unicode-regexp -- an expression of Go's
		builder.onLoad({filter: /[/\\]source[/\\]commands[/\\]answer[/\\]answers\.ts$/}, async () => {
			const found = [...await writeAnswers()];
			const texts = [...new Set(found.map(([, text]) => text))];
			const numbers = found.map(([line, text]) => [line, texts.indexOf(text)]);
			applied();
			return {
				contents: [
					`const texts = ${JSON.stringify(texts.map(text => text.length < long ? text : [deflateRawSync(text, {level: 9}).toString('base64')]))};`,
					`const numbers = new Map(${JSON.stringify(numbers)});`,
					'const inflate = text => process.getBuiltinModule("node:zlib").inflateRawSync(Buffer.from(text, "base64")).toString();',
					'export function answerTo(line) {const text = texts[numbers.get(line)]; return Array.isArray(text) ? inflate(text[0]) : text;}',
				].join('\n'),
				loader: 'js',
			};
		});
	},
}).plugin;
