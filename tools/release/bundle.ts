import {
	chmodSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {build, type Metafile} from 'esbuild';
import {scenarioNames} from '../../source/simulator/world/scenarios.js';
import {answers} from './answers/plugin.js';
import {writeManPage} from './man-page.js';
import {mergeParts} from './parts/merge.js';
import {missingLicense} from './missing-licenses.js';
import {narrowText} from './narrow-text.js';
import {patches} from './patches.js';
import {shortenNames} from './shorten-names.js';

// Makes `dist/`: the program and all that it needs in a few files, split where it loads lazily, so that a command loads only its own part.

const out = 'dist';

/** The source maps, by version: `read-crash.ts` needs those of the version that crashed, and the package does without them. */
const maps = path.join('maps', readManifest('.').version);

for (const folder of [out, maps]) {
	rmSync(folder, {recursive: true, force: true});
	mkdirSync(folder, {recursive: true});
}

const {metafile, outputFiles} = await build({
	entryPoints: ['source/cli.ts'],
	outdir: out,
	bundle: true,
	splitting: true,
	format: 'esm',
	platform: 'node',
	target: 'node22.19',
	supported: {'regexp-set-notation': true},
	// Our own names stay as they are, so that a crash report can be read.
	minifyWhitespace: true,
	minifySyntax: true,
	sourcemap: 'inline',
	write: false,
	legalComments: 'none',
	chunkNames: 'part-[hash]',
	define: {'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"'},
	plugins: [...patches.map(({plugin}) => plugin), answers, narrowText, shortenNames],
	metafile: true,
	logLevel: 'warning',
});
for (const {path: file, contents} of await mergeParts({
	files: outputFiles,
	metafile,
	entry: 'cli.js',
	usual: ['source/commands/dispatch.ts', 'source/process/end-in-time.ts'],
	alone: [
		'source/commands/answer/is-answered.ts',
		// A Node that is too old cannot load the others.
		'source/process/old-node/find-node.ts',
		'source/process/old-node/run-on-node.ts',
		'source/process/old-node/describe-way-on.ts',
	],
})) {
	writeFileSync(path.join(file.endsWith('.map') ? maps : out, path.basename(file)), contents);
}

chmodSync(path.join(out, 'cli.js'), 0o755);
writeFileSync(path.join(out, 'LICENSES.txt'), collectLicenses(metafile));
writeFileSync(path.join(out, 'ryzetop.1'), writeManPage(readManifest('.').version, scenarioNames));

type Manifest = {
	readonly name: string;
	readonly version: string;
	readonly license?: string;
};

/** The licences of all packages that are in the bundle, as their terms ask. Packages of one and the same text stand above it together. */
function collectLicenses({inputs}: Metafile): string {
	const insidePackage = /^(?<folder>.*node_modules\/(?:@[^\/]+\/)?[^\/]+)\//v;
	const found = Object.keys(inputs).map(input => insidePackage.exec(input)?.groups?.folder);
	const folders = new Set(found.filter(folder => folder !== undefined));
	const packages = Map.groupBy([...folders].toSorted().map(folder => {
		const {name, version, license} = readManifest(folder);
		const file = readdirSync(folder).find(entry => /^licen[cs]e/iv.test(entry));
		const text = file === undefined ? missingLicense(name, license) : readFileSync(path.join(folder, file), 'utf8').trim();
		return {named: `${name} ${version} (${license ?? 'see its own text'})`, text};
	}), ({text}) => text);
	const texts = [...packages].map(([text, all]) => `${all.map(({named}) => named).join('\n')}\n\n${text}`);
	return `${texts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}

function readManifest(folder: string): Manifest {
	return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
}
