import {readFile} from 'node:fs/promises';
import {definePatch} from '../define-patch.js';

/** The test by which Ink finds out whether its developer tools are asked for. */
const asked = 'process.env[\'DEV\'] === \'true\'';

/**
Takes Ink's developer tools out.

Why: Ink loads `react-devtools-core` when `DEV=true` is set. The package is not installed, so that esbuild could not resolve it, and Ink
waits for it at the top of a module, which no script can: the parts of the bundle are scripts.

Rests on: Ink looking for `DEV` in those words before it loads them. Can go when Ink no longer has them.
*/
export const devtools = definePatch({
	name: 'devtools',
	restsOn: ['ink'],
	setup(builder, applied) {
		// eslint-disable-next-line require-unicode-regexp -- an expression of Go's
		builder.onLoad({filter: /[/\\]ink[/\\]build[/\\]reconciler\.js$/}, async ({path: file}) => {
			const text = await readFile(file, 'utf8');
			if (!text.includes(asked)) {
				return undefined;
			}

			applied();
			return {contents: text.replaceAll(asked, 'false')};
		});
	},
});
