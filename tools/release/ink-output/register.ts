import {registerHooks} from 'node:module';

/** What of Ink is replaced in the bundle: the file that imports it, and our file in its place. */
const replacements = new Map([
	['./output.js', {importer: '/ink/build/renderer.js', by: new URL('output.ts', import.meta.url).href}],
	['./line-update.js', {importer: '/ink/build/log-update.js', by: new URL('../ink-line-update/line-update.ts', import.meta.url).href}],
	['./sanitize-ansi.js', {importer: '/ink/build/squash-text-nodes.js', by: new URL('../ink-sanitize/sanitize.ts', import.meta.url).href}],
]);

// Loads Ink with our composition of frames and our writing of lines, as the bundle has it. It has to run before Ink is loaded: given to
// Node with `--import`, or imported before an `import()` of Ink. Registered more than once, it comes to the same.
registerHooks({
	resolve(specifier, context, nextResolve) {
		const replacement = replacements.get(specifier);
		const isMeant = replacement !== undefined && context.parentURL?.endsWith(replacement.importer) === true;
		return isMeant ? {url: replacement.by, shortCircuit: true} : nextResolve(specifier, context);
	},
});
