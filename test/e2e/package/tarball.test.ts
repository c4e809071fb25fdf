import assert from 'node:assert/strict';
import {
	globSync,
	readFileSync,
	statSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'node:test';
import {fileURLToPath} from 'node:url';
import {installTarball} from './install-tarball.js';
import {checkOnNode, checkOnUnfitNode, readManifest} from './run-installed.js';

/** The bytes that the package may take, packed and unpacked together. */
const largest = 3_000_000;

/** The bytes that it may take unpacked. */
const largestUnpacked = 2_400_000;

const root = fileURLToPath(new URL('../../../', import.meta.url));
const installed = installTarball();
const {folder, tarball} = installed;
const files = globSync('**', {cwd: folder, withFileTypes: true})
	.filter(entry => !entry.isDirectory())
	.map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)));
const parts = partsFrom('cli.js');

test('the package holds the program, its parts, the licences, the manual page, the readme, and nothing else', () => {
	assert.ok(parts.size > 5);
	const built = [...parts].map(part => `dist/${part}`);
	assert.deepEqual(files.toSorted(), ['LICENSE', 'README.md', 'dist/LICENSES.txt', 'dist/ryzetop.1', 'package.json', ...built].toSorted());
});

test('the parts of the program are named after what is in them', () => {
	assert.deepEqual([...parts].filter(part => !/^part-[0-9A-Z]{8}\.js$/v.test(part)), ['cli.js']);
});

test('patterns are literals in the program, as they are in the source', () => {
	const built = [...parts].flatMap(part => readFileSync(path.join(folder, 'dist', part), 'utf8').match(/new RegExp\("(?:[^"\\]|\\.)*","[dgimsy]*v/gv) ?? []);
	assert.deepEqual(built, []);
});

test('the package is at most 3 MB, packed and unpacked together', () => {
	const packed = statSync(tarball).size;
	const unpacked = files.reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);
	assert.ok(unpacked > 100_000);
	assert.ok(unpacked <= largestUnpacked, `${unpacked} bytes`);
	assert.ok(packed + unpacked <= largest, `${packed} and ${unpacked} bytes`);
});

test('the package needs no other package, and runs nothing when it is installed', () => {
	const manifest = readManifest(installed);
	assert.deepEqual(Object.keys(manifest).filter(key => key !== 'devDependencies' && /dependencies/iv.test(key)), []);
	assert.deepEqual(Object.keys(manifest.scripts).filter(script => /^(?:pre|post)?install$/v.test(script)), []);
	assert.deepEqual(globSync('*', {cwd: path.dirname(folder)}), ['ryzetop']);
});

test('the licence of every package that is in the program is there, with its text', () => {
	const named = readFileSync(path.join(folder, 'dist/LICENSES.txt'), 'utf8').split(`\n${'-'.repeat(72)}\n`).map(text => {
		const [head = '', ...body] = text.trim().split('\n\n');
		return {titles: head.split('\n'), words: body.join(' ').trim()};
	});
	const bundled = new Set([...parts].flatMap(part => packagesOf(part)));
	assert.ok(bundled.size > 10);
	const titles = new Set(named.flatMap(each => each.titles));
	assert.deepEqual([...bundled].filter(title => !titles.has(title)), []);
	const incomplete = named.filter(({titles: all, words}) => all.some(title => title.includes('its own text')) || !/permission|redistribution/iv.test(words));
	assert.deepEqual(incomplete.map(each => each.titles), []);
});

test('the installed program runs from an empty folder', async () => {
	await checkOnNode(installed, process.execPath);
});

test('the installed program says in one line that a Node is too old', () => {
	// Any Node will do: it is made to report another version.
	const pretended = '22.18.0';
	const pretend = `Object.defineProperty(process,"versions",{value:{...process.versions,node:"${pretended}"}})`;
	checkOnUnfitNode(installed, process.execPath, pretended, {NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(pretend)}`});
});

/** A file of the program and all that it loads, sooner or later. */
function partsFrom(entry: string): ReadonlySet<string> {
	const reached = new Set<string>();
	const reach = (part: string) => {
		if (reached.has(part)) {
			return;
		}

		reached.add(part);
		const text = readFileSync(path.join(folder, 'dist', part), 'utf8');
		for (const {groups} of text.matchAll(/(?:from|import\(?|load\(|require\()\s*["']\.\/(?<name>part-\w+\.js)["']/gv)) {
			reach(groups?.name ?? '');
		}
	};

	reach(entry);
	return reached;
}

/** The packages that a part was made of, by its source map; each as `name version (licence)`. */
function packagesOf(part: string): readonly string[] {
	const map = path.join(root, 'maps', readManifest(installed).version, `${part}.map`);
	const {sources} = JSON.parse(readFileSync(map, 'utf8')) as {readonly sources: readonly string[]};
	const packageFolder = /node_modules\/.*(?<=node_modules\/)(?:@[^\/]+\/)?[^\/]+(?=\/)/v;
	const folders = sources.map(source => packageFolder.exec(source)?.[0]).filter(found => found !== undefined);
	return [...new Set(folders)].map(found => {
		const manifest = readFileSync(path.join(root, found, 'package.json'), 'utf8');
		const {name, version, license} = JSON.parse(manifest) as Readonly<Record<string, string>>;
		return `${name} ${version} (${license})`;
	});
}
