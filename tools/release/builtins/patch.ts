import {builtinModules, createRequire} from 'node:module';
import path from 'node:path';
import {definePatch} from '../define-patch.js';

const names: ReadonlySet<string> = new Set(builtinModules.flatMap(name => [name, `node:${name}`]));
const entry = path.resolve('source/cli.ts');

/** What the entry loads where Node is too old. */
const forOldNode = path.resolve('source/process/old-node');

/**
Replaces `import` and `require` of Node's own modules by `process.getBuiltinModule`.

Why: without it the bundle does not start. It consists of ES modules, which have no `require`, and undici is CommonJS: its first line that
is run throws `Dynamic require of "node:assert" is not supported`. The usual way out is a banner that makes a `require` by `createRequire`.
It was measured and starts, but takes 35 ms of processor time more for `list --demo` and 15 ms more to the first grid: an `import` of a
module reads every property that it exports, and some of them load more of Node when they are read, such as the promises of `node:fs` or the
text decoders of `node:util`. Here only what is named is read.

Rests on: `process.getBuiltinModule`, which Node has had since 22.3. The entry takes `process` where every Node has it, since an older one
has to be able to say that it is too old, and to start another one; the other modules that the entry imports get nothing there, and ask for
nothing before that. Can go, in favour of the
banner, when undici comes as ES modules or Node reads the properties of its own modules late.
*/
export const builtins = definePatch({
	name: 'builtins',
	restsOn: [],
	setup(builder, applied) {
		const require = createRequire(import.meta.url);
		// A filter is an expression of Go's, which knows no flags.
		// eslint-disable-next-line require-unicode-regexp
		builder.onResolve({filter: /^(?:node:)?[\d/_a-z]+$/}, ({path: name, importer, kind}) => {
			if (!names.has(name) || kind === 'dynamic-import' || path.dirname(importer) === forOldNode) {
				return undefined;
			}

			if (importer === entry) {
				return name === 'node:process' ? {path: name, namespace: 'global'} : undefined;
			}

			applied();
			return {path: name, namespace: kind === 'import-statement' ? 'builtin-names' : 'builtin'};
		});
		// eslint-disable-next-line require-unicode-regexp
		builder.onLoad({filter: /.*/, namespace: 'global'}, () => ({contents: 'export default globalThis.process;'}));
		// eslint-disable-next-line require-unicode-regexp
		builder.onLoad({filter: /.*/, namespace: 'builtin'}, ({path: name}) => ({
			contents: `module.exports = ${taken(name)};`,
		}));
		// eslint-disable-next-line require-unicode-regexp
		builder.onLoad({filter: /.*/, namespace: 'builtin-names'}, ({path: name}) => {
			const exported = Object.keys(require(name) as Readonly<Record<string, unknown>>)
				.filter(key => /^[$a-z_][\w$]*$/iv.test(key) && key !== 'default');
			// A constant that is not used is dropped, and with it what the property would have loaded.
			const constants = exported.map(key => `export const ${key} = /* @__PURE__ */ (() => builtin.${key})();`);
			return {contents: [`const builtin = ${taken(name)};`, 'export default builtin;', ...constants].join('\n')};
		});
	},
});

/** The code that takes a module; it gives an empty one on a Node that is too old for that. */
function taken(name: string): string {
	return `process.getBuiltinModule?.('${name}') ?? {}`;
}
