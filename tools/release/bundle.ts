import {
	chmodSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {build, type Metafile} from 'esbuild';
import {missingLicense} from './missing-licenses.js';
import {patches} from './patches.js';

// Makes `dist/`: the program and all that it needs in a few files, split where it loads lazily, so that a command loads only its own part.

const out = 'dist';

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
	plugins: patches.map(({plugin}) => plugin),
	metafile: true,
	logLevel: 'warning',
});
chmodSync(path.join(out, 'cli.js'), 0o755);
writeFileSync(path.join(out, 'LICENSES.txt'), collectLicenses(metafile));

type Manifest = {
	readonly name: string;
	readonly version: string;
	readonly license?: string;
};

/** The licences of all packages that are in the bundle, as their terms ask. */
function collectLicenses({inputs}: Metafile): string {
	const insidePackage = /^(?<folder>.*node_modules\/(?:@[^\/]+\/)?[^\/]+)\//v;
	const folders = new Set(Object.keys(inputs).map(input => insidePackage.exec(input)?.groups?.folder).filter(folder => folder !== undefined));
	const packages = [...folders].toSorted().map(folder => {
		const {name, version, license} = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
		const file = readdirSync(folder).find(entry => /^licen[cs]e/iv.test(entry));
		const text = file === undefined ? missingLicense(name, license) : readFileSync(path.join(folder, file), 'utf8').trim();
		return `${name} ${version} (${license ?? 'see its own text'})\n\n${text}`;
	});
	return `${packages.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}
