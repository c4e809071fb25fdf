import {fileURLToPath} from 'node:url';
import {definePatch} from '../define-patch.js';

/** Undici, and what tells Ink of the end of the process. */
const importers = /[\/\\](?:undici|signal-exit)[\/\\]/v;

/**
Gives two libraries a plain function for `node:assert`, and undici of `node:http` the little that it takes.

Why: they call the one with a condition, or with two things that have to be equal, and ask the other for the longest header that Node takes
and for a class that no body of ours is of. Loading both takes 7 ms of the processor to the first grid and 1 MB of resident memory.

Rests on: undici calling nothing of `node:assert` but the function itself, and signal-exit, whose last release of that line this is, its
`equal`; undici taking `maxHeaderSize` and `IncomingMessage` alone of `node:http`. Can go when they load them where they are needed.
*/
export const plainBuiltins = definePatch({
	name: 'plain-builtins',
	restsOn: ['ink', 'undici'],
	setup(builder, applied) {
		// eslint-disable-next-line require-unicode-regexp -- an expression of Go's
		builder.onResolve({filter: /^(?:node:)?(?:assert|http)$/}, ({path: name, importer}) => {
			if (!importers.test(importer)) {
				return undefined;
			}

			applied();
			return {path: fileURLToPath(new URL(name.endsWith('assert') ? 'assert.cjs' : 'http.cjs', import.meta.url))};
		});
	},
});
