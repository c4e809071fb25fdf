import {readFile} from 'node:fs/promises';
import {transform, type Plugin} from 'esbuild';

/**
Shortens the names inside the modules of libraries, which takes some 300 kB from the package. Our own names stay as they are, so that a
crash report can be read; where it leads into a library, `npm run crash` gives that library's own names. What a module exports keeps its
name, and so does what a patch has changed before.
*/
export const shortenNames: Plugin = {
	name: 'shorten-names',
	setup(build) {
		// eslint-disable-next-line require-unicode-regexp -- an expression of Go's
		build.onLoad({filter: /[/\\]node_modules[/\\].+\.[cm]?js$/}, async ({path}) => {
			const {code} = await transform(await readFile(path, 'utf8'), {
				minifyIdentifiers: true,
				sourcefile: path,
				sourcemap: 'inline',
				target: 'node22.19',
				supported: {'regexp-set-notation': true},
				legalComments: 'none',
			});
			return {contents: code, loader: 'js'};
		});
	},
};
