import {execFileSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'node:test';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {installTarball} from './install-tarball.js';
import {checkOnNode, checkOnUnfitNode, leastNode} from './run-installed.js';

// The installed program on every line of Node that it says it runs on, and on those just too old. They come from the npm registry into a
// folder that is thrown away.

const installed = installTarball();
const least = leastNode(installed);
const fit = [`~${least}.0`, '^22', '^24', '^26'];
const unfit = ['^18', '^20', `^22 <${least}.0`];
const nodes = fetchNodes([...fit, ...unfit]);

for (const range of fit) {
	const {node, version} = nodeOf(range);
	test(`the installed program runs on Node ${version} (${range})`, async () => {
		await checkOnNode(installed, node);
	});
}

for (const range of unfit) {
	const {node, version} = nodeOf(range);
	test(`the installed program says in one line that Node ${version} (${range}) is too old`, () => {
		checkOnUnfitNode(installed, node, version);
	});
}

function nodeOf(range: string): {readonly node: string; readonly version: string} {
	const node = nodes.get(range) ?? '';
	return {node, version: execFileSync(node, ['--version'], {encoding: 'utf8'}).trim().slice(1)};
}

/** The newest Node of each range; its file by the range. */
function fetchNodes(ranges: readonly string[]): ReadonlyMap<string, string> {
	const folder = freshFolder();
	// The npm package `node` is made of these, and names them so.
	const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
	const source = `npm:${prefix}-${process.platform}-${process.arch}`;
	const dependencies = Object.fromEntries(ranges.map((range, index) => [`node-${index}`, `${source}@${range}`]));
	writeFileSync(path.join(folder, 'package.json'), JSON.stringify({private: true, dependencies}));
	execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], {cwd: folder, stdio: ['ignore', 'ignore', 'inherit']});
	return new Map(ranges.map((range, index) => [range, path.join(folder, `node_modules/node-${index}/bin/node`)]));
}
