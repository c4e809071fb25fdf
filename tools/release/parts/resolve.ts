import path from 'node:path';
import type {Plugin} from 'esbuild';
import type {Merged} from './merged.js';

/** An import as esbuild writes it between two parts. Where one is not found, the part that has it cannot be built. */
const imported = /import\{(?<names>[^\}]*)\}from"\.\/(?<part>[\w\-]+\.js)"/gv;

/** What the parts of a group import from parts of other groups, as `part name`. */
export function findImports(group: readonly string[], texts: ReadonlyMap<string, string>): readonly string[] {
	return group.flatMap(importer => (texts.get(importer) ?? '').matchAll(imported).toArray()).flatMap(({groups}) => {
		const {names = '', part = ''} = groups ?? {};
		return group.includes(part) ? [] : names.split(',').map(name => `${part} ${name.split(' as ', 1)[0]}`);
	});
}

/** What esbuild calls the function that runs a module when it is first needed: until then what that exports has no value. */
const late = /^init_/v;

/** Writes what a file exports of its parts. A script exports values, so that what other modules would wait for is run at once. */
export function exportAll({parts, namesOf, isScript}: Merged): string {
	if (!isScript) {
		return parts.map(part => writeExports(part, namesOf(part).map(([inside, outside]) => `${inside} as ${outside}`))).join('\n');
	}

	const names = parts.flatMap(part => namesOf(part).map(([inside, outside]) => ({part, inside, outside})));
	return [
		...parts.map(part => `import './${part}';`),
		...names.map(({part, inside, outside}) => `import {${inside} as ${outside}} from './${part}';`),
		...names.filter(({inside}) => late.test(inside)).map(({outside}) => `${outside}();`),
		`give({${names.map(({outside}) => outside).join(',')}});`,
	].join('\n');
}

/** Takes a part of this file for what it is, and one of another file for what that exports of it. */
export function resolveParts(
	own: Merged,
	{ownerOf, texts}: {readonly ownerOf: ReadonlyMap<string, Merged>; readonly texts: ReadonlyMap<string, string>},
): Plugin {
	return {
		name: 'resolve-parts',
		setup(builder) {
			const used = new Set(findImports(own.parts, texts));
			// eslint-disable-next-line require-unicode-regexp -- an expression of Go's
			builder.onResolve({filter: /^\.\/[\w-]+\.js$/}, ({path: file, kind, namespace}) => {
				const part = path.basename(file);
				const owner = ownerOf.get(part);
				if (namespace === 'elsewhere') {
					return {path: part, namespace: 'owner'};
				}

				if (namespace === 'owner') {
					return {path: file, external: true};
				}

				if (owner === undefined) {
					return undefined;
				}

				if (kind === 'dynamic-import') {
					return own.isScript || !owner.isScript ? {path: `./${owner.file}`, external: true} : {path: part, namespace: 'script'};
				}

				return owner === own || !own.isScript ? {path: path.resolve('dist', part), namespace: 'part'} : {path: part, namespace: 'elsewhere'};
			});
			// A script that a module imports lazily is loaded then, as the first one.
			// eslint-disable-next-line require-unicode-regexp -- an expression of Go's
			builder.onLoad({filter: /.*/, namespace: 'script'}, ({path: part}) => {
				const owner = ownerOf.get(part);
				const names = owner?.namesOf(part).map(([, outside]) => outside) ?? [];
				return {contents: `import {parts} from 'loader'; ${takeFrom(`parts.load('./${owner?.file}')`, names)}`, resolveDir: path.resolve('.')};
			});
			// eslint-disable-next-line require-unicode-regexp -- an expression of Go's
			builder.onResolve({filter: /^loader$/}, () => ({path: 'loader', namespace: 'loader'}));
			// eslint-disable-next-line require-unicode-regexp -- an expression of Go's
			builder.onLoad({filter: /.*/, namespace: 'loader'}, () => ({
				contents: `import {openParts} from ${JSON.stringify(loader)}; export const parts = openParts(import.meta.url, globalThis.process);`,
				resolveDir: path.resolve('.'),
			}));
			// eslint-disable-next-line require-unicode-regexp -- an expression of Go's
			builder.onLoad({filter: /.*/, namespace: 'part'}, ({path: file}) => ({
				contents: texts.get(path.basename(file)) ?? '', resolveDir: path.resolve('dist'),
			}));
			// eslint-disable-next-line require-unicode-regexp -- an expression of Go's
			builder.onLoad({filter: /.*/, namespace: 'elsewhere'}, ({path: part}) => {
				const owner = ownerOf.get(part);
				const names = owner?.namesOf(part).filter(([inside]) => used.has(`${part} ${inside}`)).map(([inside, outside]) => `${outside} as ${inside}`);
				return {contents: writeExports(owner?.file ?? '', names ?? [])};
			});
			// All that is imported from a file goes through one module, so that it is one statement.
			// eslint-disable-next-line require-unicode-regexp -- an expression of Go's
			builder.onLoad({filter: /.*/, namespace: 'owner'}, ({path: file}) => {
				const owner = ownerOf.values().find(each => each.file === file);
				const names = owner?.parts.flatMap(part => owner.namesOf(part).filter(([inside]) => used.has(`${part} ${inside}`)).map(([, outside]) => outside));
				return {contents: takeFrom(`require('./${file}')`, names ?? [])};
			});
		},
	};
}

const loader = path.resolve('tools/release/parts/loader/open-parts.ts');

/** Writes a module that exports, by the same names, what an expression has. */
function takeFrom(expression: string, names: readonly string[]): string {
	return `export const {${names.join(',')}} = ${expression};`;
}

function writeExports(file: string, names: readonly string[]): string {
	return names.length === 0 ? `import './${file}';` : `export {${names.join(',')}} from './${file}';`;
}
