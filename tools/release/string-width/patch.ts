import {fileURLToPath} from 'node:url';
import {definePatch} from '../define-patch.js';

const own = fileURLToPath(new URL('string-width.ts', import.meta.url));

/**
Replaces `string-width` by `string-width.ts`, which loads the library only for a text that has more in it than lone characters and styles.

Why: the library prepares its tables of emoji and graphemes when it is loaded: 50 to 60 ms of processor time to the first grid.

Rests on: the widths that this version of the library gives to lone characters; a test compares the two. Can go when the library prepares
its tables only when it needs them.
*/
export const stringWidth = definePatch({
	name: 'string-width',
	restsOn: ['string-width'],
	setup(builder, applied) {
		// eslint-disable-next-line require-unicode-regexp
		builder.onResolve({filter: /^string-width$/}, ({importer, namespace}) => {
			if (namespace === 'by-need') {
				return undefined;
			}

			if (importer === own) {
				return {path: 'string-width', namespace: 'by-need'};
			}

			applied();
			return {path: own};
		});
		// eslint-disable-next-line require-unicode-regexp
		builder.onLoad({filter: /.*/, namespace: 'by-need'}, () => ({
			contents: 'module.exports = (...given) => require("string-width").default(...given);',
			resolveDir: import.meta.dirname,
		}));
	},
});
