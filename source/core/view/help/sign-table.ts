import type {Line} from '../../screen/span.js';
import {asciiSymbols, unicodeSymbols} from '../../screen/symbols.js';
import {signGroups} from './signs.js';

/** Table of the signs in the documents, in Markdown: each in Unicode and, where it differs, in ASCII, with its meaning. */
export function signTable(): string {
	const rows = signGroups.map(({title, signs}) => `| ${title} | ${signs.map(({draw, words}) => {
		const [sign, ascii] = [unicodeSymbols, asciiSymbols].map(symbols => code(draw(symbols)));
		return `${sign === ascii ? sign : `${sign} (${ascii})`} ${words}`;
	}).join(' · ')} |`);
	return ['| kind | signs, and those in ASCII |', '| --- | --- |', ...rows].join('\n');
}

function code(line: Line): string {
	return `\`${line.map(({text}) => text).join('').replaceAll('|', String.raw`\|`)}\``;
}
