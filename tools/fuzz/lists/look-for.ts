import assert from 'node:assert/strict';
import {lineWidth} from '../../../source/core/screen/line.js';
import type {Line} from '../../../source/core/screen/span.js';

/** Characters that a terminal obeys, hides or reorders, and halves of characters. */
const unsafe = /[\p{Default_Ignorable_Code_Point}\p{Control}\p{Line_Separator}\p{Paragraph_Separator}\p{Surrogate}\p{Noncharacter_Code_Point}]|\p{Mark}{5}/v;

const joining = /[\p{Mark}\u{200C}\u{200D}]/gv;

/** Characters that JSON for other programs escapes. */
const unescaped = /[\p{Format}\p{Line_Separator}\p{Paragraph_Separator}\u{0}-\u{9}\u{B}-\u{1F}\u{7F}-\u{9F}]/v;

/** What is looked for in all that is shown: what a terminal obeys, and the secrets that were planted. */
export type LookFor = {
	/** For a text that goes to a terminal; `lines` are parted by line feeds. */
	readonly text: (text: string, where: string) => void;
	readonly lines: (text: string, where: string) => void;
	/** For a text that is copied: its marks are as they came, and what joins emoji and the letters of some scripts. */
	readonly copy: (text: string, where: string) => void;
	readonly line: (line: Line, width: number, where: string) => void;
	/** For JSON that goes to another program. */
	readonly json: (text: string, where: string) => void;
	/** For all else that goes to another program. */
	readonly raw: (text: string, where: string) => void;
};

export function createLookFor(secrets: readonly string[]): LookFor {
	const raw = (text: string, where: string) => {
		const shown = text.includes('planted-') ? secrets.find(secret => text.includes(secret)) : undefined;
		assert.strictEqual(shown, undefined, `${where} shows the secret ${shown}`);
	};

	const check = (text: string, pattern: RegExp, where: string) => {
		const found = pattern.exec(text);
		assert.strictEqual(found, null, `${where} has ${JSON.stringify(found?.[0])} in ${JSON.stringify(text.slice(Math.max(0, (found?.index ?? 0) - 20), (found?.index ?? 0) + 20))}`);
		raw(text, where);
	};

	const lookAt = (text: string, where: string) => {
		check(text, unsafe, where);
	};

	const lines = (text: string, where: string) => {
		lookAt(text.replaceAll(/\r?\n/gv, ' '), where);
	};

	return {
		text: lookAt,
		lines,
		copy(text, where) {
			raw(text, where);
			lines(text.replaceAll(joining, ''), where);
		},
		line(line, width, where) {
			const own = lineWidth(line);
			assert.strictEqual(own, width, `${where} is ${own} cells wide, not ${width}: ${JSON.stringify(line.map(({text}) => text).join(''))}`);
			lookAt(line.map(({text}) => text).join(''), where);
		},
		json(text, where) {
			check(text, unescaped, where);
		},
		raw,
	};
}
