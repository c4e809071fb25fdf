import {readFile} from 'node:fs/promises';
import {definePatch} from '../define-patch.js';

/** What corrects a package.json, as meow's own bundle makes it ready. */
const made = `var normalizeExports = requireNormalize();
const normalizePackageData = getDefaultExportFromCjs(normalizeExports);`;

/**
Takes out of meow what corrects the package.json of a program, for its help and its version.

Why: meow makes it ready whenever it is loaded, by sorting names of licences with a collator: 12 ms of the processor to the first grid, and
50 kB of the package. The program tells its help and its version by itself.

Rests on: the words in which meow's bundle makes it, and on meow asking for it only for its own help and version. Can go when meow does so
when it is asked to.
*/
export const meow = definePatch({
	name: 'meow',
	restsOn: ['meow'],
	setup(builder, applied) {
		// eslint-disable-next-line require-unicode-regexp -- an expression of Go's
		builder.onLoad({filter: /[/\\]meow[/\\]build[/\\]dependencies\.js$/}, async ({path: file}) => {
			const text = await readFile(file, 'utf8');
			if (!text.includes(made)) {
				return undefined;
			}

			applied();
			return {contents: text.replace(made, 'const normalizePackageData = () => { throw new Error("Nothing asks for the package"); };')};
		});
	},
});
