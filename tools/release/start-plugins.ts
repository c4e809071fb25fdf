import {readFile} from 'node:fs/promises';
import {builtinModules, createRequire} from 'node:module';
import path from 'node:path';
import type {Plugin} from 'esbuild';

// What makes the program start sooner: each of these leaves out work that its first screen does not need.

const builtins: ReadonlySet<string> = new Set(builtinModules.flatMap(name => [name, `node:${name}`]));

/**
Takes Node's own modules by `process.getBuiltinModule`.

An `import` of one reads every property that it exports, and many of them load more of Node when they are read: `node:fs` its promises and with them `node:readline`, `node:util` its text decoders and argument parser. This way only what is named is read. The entry keeps its imports, since an old Node, which has no such function, must be able to say that it is too old.
*/
export const builtinModulesByNeed: Plugin = {
	name: 'builtin-modules-by-need',
	setup(builder) {
		const require = createRequire(import.meta.url);
		// A filter is an expression of Go's, which knows no flags.
		// eslint-disable-next-line require-unicode-regexp
		builder.onResolve({filter: /^(?:node:)?[\d/_a-z]+$/}, ({path: name, importer, kind}) => {
			if (!builtins.has(name) || kind === 'dynamic-import' || importer === path.resolve('source/cli.ts')) {
				return undefined;
			}

			return {path: name, namespace: kind === 'import-statement' ? 'builtin-names' : 'builtin'};
		});
		// eslint-disable-next-line require-unicode-regexp
		builder.onLoad({filter: /.*/, namespace: 'builtin'}, ({path: name}) => ({contents: `module.exports = process.getBuiltinModule('${name}');`}));
		// eslint-disable-next-line require-unicode-regexp
		builder.onLoad({filter: /.*/, namespace: 'builtin-names'}, ({path: name}) => {
			const names = Object.keys(require(name) as Readonly<Record<string, unknown>>).filter(key => /^[$a-z_][\w$]*$/iv.test(key) && key !== 'default');
			// A reading that has no use is dropped, and with it what the property would have loaded.
			const exported = names.map(key => `export const ${key} = /* @__PURE__ */ (() => builtin.${key})();`);
			return {contents: [`const builtin = process.getBuiltinModule('${name}');`, 'export default builtin;', ...exported].join('\n')};
		});
	},
};

/** Measures texts by `string-width.ts`, which loads the library itself only when it has to. */
export const stringWidthByNeed: Plugin = {
	name: 'string-width-by-need',
	setup(builder) {
		const own = path.resolve('tools/release/string-width.ts');
		// eslint-disable-next-line require-unicode-regexp
		builder.onResolve({filter: /^string-width$/}, ({importer, namespace}) => {
			if (namespace === 'by-need') {
				return undefined;
			}

			return importer === own ? {path: 'string-width', namespace: 'by-need'} : {path: own};
		});
		// eslint-disable-next-line require-unicode-regexp
		builder.onLoad({filter: /.*/, namespace: 'by-need'}, () => ({
			contents: 'module.exports = (...given) => require("string-width").default(...given);',
			resolveDir: path.resolve('.'),
		}));
	},
};

/** Lets Yoga decode the WebAssembly that it carries instead of fetching it from a `data:` address, for which Node loads all of its own `fetch`. */
export const yogaWithoutFetch: Plugin = {
	name: 'yoga-without-fetch',
	setup(builder) {
		// eslint-disable-next-line require-unicode-regexp
		builder.onLoad({filter: /yoga-wasm-base64-esm\.js$/}, async ({path: file}) => {
			const text = await readFile(file, 'utf8');
			return text.includes('typeof fetch') ? {contents: `const fetch = undefined;\n${text}`} : {errors: [{text: 'Yoga has another way to load: see whether it still has to be kept from fetching.'}]};
		});
	},
};

const normalizingAtOnce = 'var normalizeExports = requireNormalize();\nconst normalizePackageData = getDefaultExportFromCjs(normalizeExports);';
const normalizingByNeed = 'const normalizePackageData = (...given) => getDefaultExportFromCjs(requireNormalize())(...given);';

/** Lets meow prepare for a `package.json` in need of correction (by a table of all licences, for example) only when it has to correct one. */
export const meowByNeed: Plugin = {
	name: 'meow-by-need',
	setup(builder) {
		// eslint-disable-next-line require-unicode-regexp
		builder.onLoad({filter: /meow\/build\/dependencies\.js$/}, async ({path: file}) => {
			const text = await readFile(file, 'utf8');
			return text.includes(normalizingAtOnce) ? {contents: text.replace(normalizingAtOnce, () => normalizingByNeed)} : {errors: [{text: 'meow has another way to normalize: see whether it still has to be put off.'}]};
		});
	},
};

/** Leaves HTTP/2 out, see `no-http2.js`. */
export const withoutHttp2: Plugin = {
	name: 'without-http2',
	setup(builder) {
		// eslint-disable-next-line require-unicode-regexp
		builder.onResolve({filter: /^\.\/client-h2\.js$/}, () => ({path: path.resolve('tools/release/no-http2.js')}));
	},
};
