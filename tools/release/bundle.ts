import {
	chmodSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {build, type Metafile, type Plugin} from 'esbuild';
import {missingLicense} from './missing-licenses.js';
import {
	builtinModulesByNeed,
	meowByNeed,
	stringWidthByNeed,
	withoutHttp2,
	yogaWithoutFetch,
} from './start-plugins.js';

// Makes `dist/`: the program and all it needs in a few files, split where it loads lazily, so that a command loads only its own part.

const out = 'dist';

/** Composes Ink's frames our own way, see `ink-output.ts`. */
const inkOutput: Plugin = {
	name: 'ink-output',
	setup(builder) {
		// The filter is an expression of Go's, which knows no flags.
		// eslint-disable-next-line require-unicode-regexp
		builder.onResolve({filter: /^\.\/output\.js$/}, ({importer}) => importer.endsWith(path.join('ink', 'build', 'renderer.js')) ? {path: path.resolve('tools/release/ink-output.ts')} : undefined);
	},
};

rmSync(out, {recursive: true, force: true});
const {metafile} = await build({
	entryPoints: ['source/cli.ts'],
	outdir: out,
	bundle: true,
	splitting: true,
	format: 'esm',
	platform: 'node',
	target: 'node22.19',
	minify: true,
	sourcemap: 'external',
	legalComments: 'none',
	chunkNames: 'part-[hash]',
	define: {'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"'},
	// Ink asks for these tools only with `DEV` set, which it is not.
	alias: {'react-devtools-core': './tools/release/no-devtools.js', undici: './tools/release/undici.js'},
	plugins: [inkOutput, builtinModulesByNeed, meowByNeed, stringWidthByNeed, yogaWithoutFetch, withoutHttp2],
	metafile: true,
	logLevel: 'warning',
});
for (const replacement of ['tools/release/ink-output.ts', 'tools/release/string-width.ts', 'tools/release/no-http2.js', 'tools/release/undici.js', 'tools/release/no-devtools.js']) {
	if (!Object.hasOwn(metafile.inputs, replacement)) {
		throw new Error(`${replacement} takes the place of nothing: what it replaced has moved.`);
	}
}

chmodSync(path.join(out, 'cli.js'), 0o755);
writeFileSync(path.join(out, 'LICENSES.txt'), collectLicenses(metafile));

/** The licences of all packages that are in the bundle, as their terms ask. */
function collectLicenses({inputs}: Metafile): string {
	const folders = new Set(Object.keys(inputs).map(input => /^(?<folder>.*node_modules\/(?:@[^\/]+\/)?[^\/]+)\//v.exec(input)?.groups?.folder).filter(folder => folder !== undefined));
	const packages = [...folders].toSorted().map(folder => {
		const {name, version, license} = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {readonly name: string; readonly version: string; readonly license?: string};
		const file = readdirSync(folder).find(entry => /^licen[cs]e/iv.test(entry));
		const text = file === undefined ? missingLicense(name, license) : readFileSync(path.join(folder, file), 'utf8').trim();
		return `${name} ${version} (${license ?? 'see its own text'})\n\n${text}`;
	});
	return `${packages.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}
