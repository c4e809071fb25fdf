import {registerHooks} from 'node:module';

const replacement = (file: string, importer: RegExp) => ({importer, by: new URL(file, import.meta.url).href});

/** What is replaced in the bundle: the importers of the file or package, and our file in its place. */
const replacements = new Map([
	['./output.js', replacement('output.ts', /\/ink\/build\/renderer\.js$/v)],
	['./line-update.js', replacement('../ink-line-update/line-update.ts', /\/ink\/build\/log-update\.js$/v)],
	['./sanitize-ansi.js', replacement('../ink-sanitize/sanitize.ts', /\/ink\/build\/squash-text-nodes\.js$/v)],
	// All but our own measure and its test, which ask the library itself.
	['string-width', replacement('../string-width/string-width.ts', /^(?!.*\/string-width\/)/v)],
]);

// Loads Ink with our composition of frames and our writing of lines, and our measure of texts, as the bundle has them. It has to run before
// Ink is loaded: given to Node with `--import`, or imported before an `import()` of Ink. Registered more than once, it comes to the same.
registerHooks({
	resolve(specifier, context, nextResolve) {
		const found = replacements.get(specifier);
		return found?.importer.test(context.parentURL ?? '') === true ? {url: found.by, shortCircuit: true} : nextResolve(specifier, context);
	},
});
