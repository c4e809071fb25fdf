import {createHash} from 'node:crypto';
import path from 'node:path';
import {
	build,
	type Metafile,
	type OutputFile,
	type Plugin,
} from 'esbuild';
import {
	classify,
	joinSmall,
	type Content,
	type Part,
} from './classify-parts.js';

/** What a merge is made of: the parts as esbuild has split them, with their source maps inside. */
export type Split = {
	readonly files: readonly OutputFile[];
	readonly metafile: Metafile;
	/** The entry of the program, as it is named among the outputs. */
	readonly entry: string;
	/** The sources that the entry imports lazily for every command, and those that it imports for a command that needs nothing else. */
	readonly usual: readonly string[];
	readonly alone: readonly string[];
};

/** A file of several parts. What two of its parts export by one name has another name outside, but the exports of a part loaded lazily. */
type Merged = {
	readonly file: string;
	readonly parts: readonly string[];
	/** The names inside and outside of what a part exports to other files. */
	readonly namesOf: (part: string) => ReadonlyArray<readonly [inside: string, outside: string]>;
};

/**
Merges the parts that are always loaded together into one file each, and gives the files to write, with source maps.

Why: esbuild makes a part for each set of lazy imports that reach a module, though most of these are loaded only after another one that
reaches it too. Node needs 0.3 to 1 ms for a file, whatever is in it: of 94 for the monitor 16 are left.
*/
export async function mergeParts({files, metafile, entry, usual, alone}: Split): Promise<readonly OutputFile[]> {
	const texts = new Map(files.map(({path: file, text}) => [path.basename(file), text]));
	const parts = new Map(Object.entries(metafile.outputs).map(([file, output]) => [path.basename(file), readPart(output)]));
	const contents = new Map(Object.entries(metafile.outputs).map(([file, output]) => [path.basename(file), readContent(output)]));
	const partsOf = (sources: readonly string[]) => sources.map(source => findPart(metafile, source));
	const groups = joinSmall(classify(parts, entry), parts, {usual: partsOf(usual), alone: partsOf(alone), contents});
	const used = new Set(groups.flatMap(group => findImports(group, texts)));
	const merged = groups.map(group => describeGroup(group, parts, {entry, used}));
	const ownerOf = new Map(merged.flatMap(one => one.parts.map(part => [part, one] as const)));
	const built: OutputFile[] = [];
	for (const one of merged) {
		// eslint-disable-next-line no-await-in-loop -- Esbuild uses all cores for each.
		const {outputFiles} = await build({
			stdin: {contents: exportAll(one), resolveDir: path.resolve('.')},
			outfile: path.resolve('dist', one.file),
			bundle: true,
			write: false,
			format: 'esm',
			platform: 'node',
			target: 'node22.19',
			supported: {'regexp-set-notation': true},
			minifyWhitespace: true,
			minifySyntax: true,
			sourcemap: 'external',
			legalComments: 'none',
			banner: one.file === entry ? {js: '#!/usr/bin/env node'} : {},
			plugins: [resolveParts(one, entry, {ownerOf, texts})],
			logLevel: 'warning',
		});
		built.push(...outputFiles);
	}

	return built;
}

function findPart({outputs}: Metafile, source: string): string {
	const found = Object.entries(outputs).find(([, {entryPoint}]) => entryPoint === source);
	if (found === undefined) {
		throw new Error(`Nothing imports ${source} lazily.`);
	}

	return path.basename(found[0]);
}

function readPart({imports, exports}: Metafile['outputs'][string]): Part {
	const named = (kind: string) => imports.filter(each => each.external !== true && each.kind === kind).map(each => path.basename(each.path));
	return {loads: named('import-statement'), lazy: named('dynamic-import'), exports};
}

/** The patch `builtins` gives each module of Node a name of its own among the inputs. */
const builtin = /^builtin(?:-names)?:(?:node:)?(?<name>.+)$/v;

function readContent({inputs}: Metafile['outputs'][string]): Content {
	return {
		bytes: Object.values(inputs).reduce((sum, {bytesInOutput}) => sum + bytesInOutput, 0),
		builtins: Object.entries(inputs).filter(([, {bytesInOutput}]) => bytesInOutput > 0).flatMap(([input]) => builtin.exec(input)?.groups?.name ?? []),
	};
}

/** An import as esbuild writes it between two parts. Where one is not found, the part that has it cannot be built. */
const imported = /import\{(?<names>[^\}]*)\}from"\.\/(?<part>[\w\-]+\.js)"/gv;

/** What the parts of a group import from parts of other groups, as `part name`. */
function findImports(group: readonly string[], texts: ReadonlyMap<string, string>): readonly string[] {
	return group.flatMap(importer => (texts.get(importer) ?? '').matchAll(imported).toArray()).flatMap(({groups}) => {
		const {names = '', part = ''} = groups ?? {};
		return group.includes(part) ? [] : names.split(',').map(name => `${part} ${name.split(' as ', 1)[0]}`);
	});
}

type Usage = {readonly entry: string; readonly used: ReadonlySet<string>};

function describeGroup(group: readonly string[], parts: ReadonlyMap<string, Part>, {entry, used}: Usage): Merged {
	const lazy = new Set(parts.values().flatMap(part => part.lazy));
	const names = new Map(group.map(part => [part, new Map<string, string>()]));
	const taken = new Set<string>();
	for (const part of group.toSorted((one, other) => Number(lazy.has(other)) - Number(lazy.has(one)))) {
		const isLazy = lazy.has(part);
		const exports = parts.get(part)?.exports.filter(each => isLazy || used.has(`${part} ${each}`)) ?? [];
		for (const exported of exports) {
			let name = exported;
			for (let count = 2; taken.has(name); count++) {
				if (isLazy) {
					throw new Error(`Two parts that are loaded lazily from one file export ${exported}.`);
				}

				name = `${exported}_${count}`;
			}

			taken.add(name);
			names.get(part)?.set(exported, name);
		}
	}

	return {
		file: group.includes(entry) ? entry : `part-${hash(group)}.js`,
		parts: group,
		namesOf: part => names.get(part)?.entries().toArray() ?? [],
	};
}

/** Eight letters and digits, as esbuild makes them. The names of the parts have a hash of their content. */
function hash(group: readonly string[]): string {
	return createHash('sha256').update(group.toSorted().join(',')).digest('hex').slice(0, 8).toUpperCase();
}

function exportAll({parts, namesOf}: Merged): string {
	return parts.map(part => writeExports(part, namesOf(part).map(([inside, outside]) => `${inside} as ${outside}`))).join('\n');
}

/** Takes a part of this file for what it is, and one of another file for what that exports of it. */
function resolveParts(
	own: Merged,
	entry: string,
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

				if (namespace === 'owner' || owner === undefined) {
					return {path: file, external: true};
				}

				if (kind === 'dynamic-import') {
					return {path: `./${owner.file}`, external: true};
				}

				return owner === own || own.file === entry ? {path: path.resolve('dist', part), namespace: 'part'} : {path: part, namespace: 'elsewhere'};
			});
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
				return {contents: writeExports(file, names ?? [])};
			});
		},
	};
}

function writeExports(file: string, names: readonly string[]): string {
	return names.length === 0 ? `import './${file}';` : `export {${names.join(',')}} from './${file}';`;
}
