import {replaceModule} from '../define-patch.js';

/**
Replaces Ink's composition of a frame by `output.ts`, which joins whole lines.

Why: Ink takes every line of every frame apart into cells: 70 to 90 ms of processor time to the first grid, and 55 ms from a key to the
screen instead of 6.5.

Rests on: `build/renderer.js` of Ink importing the class `./output.js`, and on the form of that class's private `operations`. Can go when
Ink composes a frame of 200×50 cells in a few milliseconds.
*/
export const inkOutput = replaceModule({
	name: 'ink-output',
	restsOn: ['ink'],
	// eslint-disable-next-line require-unicode-regexp
	specifier: /^\.\/output\.js$/,
	importer: 'ink/build/renderer.js',
	by: new URL('output.ts', import.meta.url),
});
