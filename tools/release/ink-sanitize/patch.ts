import {replaceModule} from '../define-patch.js';

/**
Replaces how Ink cleans the texts of its components by `sanitize.ts`, which leaves those alone in which there is nothing to clean.

Why: Ink takes each text of the screen apart at every frame, whether it has changed or not, and those that have twice: 1 ms for
50 strips of 190 cells instead of 0.05.

Rests on: `build/squash-text-nodes.js` of Ink importing the function `./sanitize-ansi.js`. Can go when Ink keeps the clean text of a component.
*/
export const inkSanitize = replaceModule({
	name: 'ink-sanitize',
	restsOn: ['ink'],
	// eslint-disable-next-line require-unicode-regexp
	specifier: /^\.\/sanitize-ansi\.js$/,
	importer: 'ink/build/squash-text-nodes.js',
	by: new URL('sanitize.ts', import.meta.url),
});
