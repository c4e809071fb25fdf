import path from 'node:path';
import {
	build,
	type BuildOptions,
	type Metafile,
	type OutputFile,
} from 'esbuild';
import {
	classify,
	joinSmall,
	type Content,
	type Part,
} from './classify.js';
import {describeGroup} from './merged.js';
import {exportAll, findImports, resolveParts} from './resolve.js';

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

/**
Merges the parts that are always loaded together into one file each, and gives the files to write, with source maps.

Why: esbuild makes a part for each set of lazy imports that reach a module, though most of these are loaded only after another one that
reaches it too. Node needs 0.3 to 1 ms for a file, whatever is in it: of 94 for the monitor 16 are left.

All files but the entry and what is loaded alone are written as scripts, whose code can be kept as it is after it has run; of a module Node
keeps what it is before that.
*/
export async function mergeParts({files, metafile, entry, usual, alone}: Split): Promise<readonly OutputFile[]> {
	const texts = new Map(files.map(({path: file, text}) => [path.basename(file), text]));
	const parts = new Map(Object.entries(metafile.outputs).map(([file, output]) => [path.basename(file), readPart(output)]));
	const contents = new Map(Object.entries(metafile.outputs).map(([file, output]) => [path.basename(file), readContent(output)]));
	const partsOf = (sources: readonly string[]) => sources.map(source => findPart(metafile, source));
	const aloneParts = partsOf(alone);
	const groups = joinSmall(classify(parts, entry), parts, {usual: partsOf(usual), alone: aloneParts, contents});
	const used = new Set(groups.flatMap(group => findImports(group, texts)));
	const merged = groups.map(group => describeGroup(group, parts, {
		entry, used, isScript: !group.some(part => part === entry || aloneParts.includes(part)),
	}));
	const ownerOf = new Map(merged.flatMap(one => one.parts.map(part => [part, one] as const)));
	const loaded = new Set(merged.flatMap(({parts: own, isScript}) => own.flatMap(part => {
		const {loads = [], lazy = []} = parts.get(part) ?? {};
		return [...isScript ? loads : [], ...lazy].map(other => ownerOf.get(other));
	})));
	const written = merged.filter(one => one.file === entry || loaded.has(one));
	const built: OutputFile[] = [];
	for (const one of written) {
		// eslint-disable-next-line no-await-in-loop -- Esbuild uses all cores for each.
		const {outputFiles} = await build({
			stdin: {contents: exportAll(one), resolveDir: path.resolve('.')},
			outfile: path.resolve('dist', one.file),
			bundle: true,
			write: false,
			target: 'node22.19',
			...one.isScript ? asScript : asModule,
			minifyWhitespace: true,
			minifySyntax: true,
			sourcemap: 'external',
			legalComments: 'none',
			...one.file === entry && {banner: {js: '#!/usr/bin/env node'}},
			plugins: [resolveParts(one, {ownerOf, texts})],
			logLevel: 'warning',
		});
		built.push(...outputFiles);
	}

	return built;
}

const asModule = {format: 'esm', platform: 'node', supported: {'regexp-set-notation': true}} as const satisfies BuildOptions;

/** A script is one function, as `loader/parts.ts` runs it: what it loads it loads by `require`, and what it exports it gives. */
const asScript = {
	format: 'cjs',
	platform: 'node',
	supported: {'regexp-set-notation': true, 'dynamic-import': false},
	define: {'import.meta': 'meta'},
	banner: {js: '(function(require,give,meta){"use strict";'},
	footer: {js: '})'},
} as const satisfies BuildOptions;

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
