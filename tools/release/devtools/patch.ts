import {replaceModule} from '../define-patch.js';

/**
Replaces `react-devtools-core` by an empty object.

Why: Ink imports the package when `DEV=true` is set, and the package is not installed, so that esbuild could not resolve it. The bundle
never loads it: `DEV` is defined as `false`.

Rests on: Ink importing it by that name. Can go when Ink no longer imports it, or esbuild drops the import before it resolves it.
*/
export const devtools = replaceModule({
	name: 'devtools',
	restsOn: ['ink'],
	// eslint-disable-next-line require-unicode-regexp
	specifier: /^react-devtools-core$/,
	by: new URL('devtools.js', import.meta.url),
});
