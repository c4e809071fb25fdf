import {replaceModule} from '../define-patch.js';

/**
Replaces how Ink writes a line that has changed by `line-update.ts`, which writes the cells that differ.

Why: Ink writes from the first of them to the end of the line. A clock at the left of a line would cost at every poll all that stands to its
right: 180 bytes for the second line of the header instead of 30.

Rests on: `build/log-update.js` of Ink importing the function `./line-update.js`, and writing with no style on. Can go when Ink leaves
the end of a line alone that did not change.
*/
export const inkLineUpdate = replaceModule({
	name: 'ink-line-update',
	restsOn: ['ink'],
	// eslint-disable-next-line require-unicode-regexp
	specifier: /^\.\/line-update\.js$/,
	importer: 'ink/build/log-update.js',
	by: new URL('line-update.ts', import.meta.url),
});
