import {readFile} from 'node:fs/promises';
import {definePatch} from '../define-patch.js';

/** The test by which Yoga's loader finds out whether there is a `fetch`. */
const looked = 'typeof fetch';

/**
Puts `const fetch = undefined;` before Yoga's loader, which then decodes the WebAssembly that it carries by itself.

Why: the loader otherwise fetches its WebAssembly from a `data:` address, for which Node loads all of its own `fetch`: 40 to 50 ms of
processor time to the first grid.

Rests on: the loader looking for `fetch` before it uses it. Can go when Yoga decodes its WebAssembly without `fetch`.
*/
export const yoga = definePatch({
	name: 'yoga',
	restsOn: ['yoga-layout'],
	setup(builder, applied) {
		// eslint-disable-next-line require-unicode-regexp
		builder.onLoad({filter: /yoga-wasm-base64-esm\.js$/}, async ({path: file}) => {
			const text = await readFile(file, 'utf8');
			if (!text.includes(looked)) {
				return undefined;
			}

			applied();
			return {contents: `const fetch = undefined;\n${text}`};
		});
	},
});
