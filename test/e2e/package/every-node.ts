import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'node:test';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {until} from '../../helpers/processes.js';
import {freshStateHome} from '../../helpers/pty/state-home.js';
import {openScreen} from '../../helpers/screen.js';
import {underShell} from '../../helpers/under-shell.js';
import {
	checkRecorded,
	readHolder,
	serveTruth,
	type Truth,
} from '../faults/memory/truth.js';
import {
	changeSeen,
	runOn,
	watch,
	type Watching,
} from '../faults/memory/watching.js';
import {makeClone, ownNode} from '../old-node/clone.js';
import {assertGivenBack, awaitGuardian} from '../terminal/killed.js';
import {isLive} from '../watched.js';
import {installTarball} from './install-tarball.js';
import {
	checkOnNode,
	checkOnUnfitNode,
	leastNode,
	runInstalled,
} from './run-installed.js';

// The installed program on every line of Node that it says it runs on, and on those just too old. They come from the npm registry into a
// folder that is thrown away.

const installed = installTarball();
const least = leastNode(installed);
const fit = [`~${least}.0`, '^22', '^24', '^26'];
const unfit = ['^18', '^20', `^22 <${least}.0`];
const nodes = fetchNodes([...fit, ...unfit]);

/** The folders in which this machine looks for commands, without the Node that npm puts before them for a script. */
const withoutOwnNode = (process.env.PATH ?? '').split(path.delimiter).filter(folder => !folder.includes('node_modules')).join(path.delimiter);

for (const range of fit) {
	const {node, version} = nodeOf(range);
	test(`the installed program runs on Node ${version} (${range})`, async () => {
		await checkOnNode(installed, node);
	});
}

test('all of them record in one memory, in turn and together, and each reads what the others have written', async () => {
	const file = path.join(freshFolder(), 'history.db');
	const own = fit.map(range => ({file, node: nodeOf(range).node, installed: path.join(installed.folder, 'dist/cli.js')}));
	await using truth = await serveTruth(own.length);
	let changes = 0;
	// One after the other, so that the file is opened, written and closed by each.
	for (const options of own) {
		await using watching = await watch(truth, options); // eslint-disable-line no-await-in-loop -- one after the other
		await changeSeen(truth, watching, changes, changes + 2); // eslint-disable-line no-await-in-loop -- one after the other
		await watching.end(); // eslint-disable-line no-await-in-loop -- one after the other
		assert.deepEqual(watching.said(), []);
		changes += 2;
	}

	// All at once; then whichever records is ended, until none is left.
	let left: readonly Watching[] = await Promise.all(own.map(async options => watch(truth, options)));
	while (left.length > 0) {
		const holder = await findHolder(file, left); // eslint-disable-line no-await-in-loop -- one after the other
		await changeSeen(truth, holder, changes, changes + 2); // eslint-disable-line no-await-in-loop -- one after the other
		changes += 2;
		await allSee(truth, left, changes - 1); // eslint-disable-line no-await-in-loop -- as above
		await holder.end(); // eslint-disable-line no-await-in-loop -- one after the other
		assert.deepEqual(holder.said(), []);
		left = withoutOne(left, holder);
	}

	checkRecorded(file, truth);
	const lists = await Promise.all(own.map(async options => runOn(truth, ['list', 'since<1h', '--output', 'csv', '--columns', 'name,state'], options)));
	for (const {stdout, stderr} of lists) {
		assert.equal(stderr, '');
		assert.equal(stdout, lists[0]?.stdout);
		assert.ok(truth.names.every(name => stdout.includes(name)), stdout);
	}
});

for (const range of unfit) {
	const {node, version} = nodeOf(range);
	test(`the installed program says in one line that Node ${version} (${range}) is too old`, () => {
		checkOnUnfitNode(installed, node, version);
	});

	test(`a clone that Node ${version} (${range}) starts runs on the Node that it has`, async () => {
		const folder = makeClone();
		symlinkSync(nodeOf('^24').node, path.join(folder, ownNode));
		const command = path.join(folder, 'dist/cli.js');
		await checkOnNode({...installed, folder, command}, node);

		const env = {XDG_STATE_HOME: freshStateHome()};
		await using screen = openScreen(...underShell(`'${node}' '${command}' --demo`), {columns: 100, rows: 30, env});
		await screen.waitFor(isLive, 'the fleet');
		const {monitor} = await awaitGuardian({screen});
		process.kill(monitor, 'SIGKILL');
		await screen.waitForExit();
		assertGivenBack(screen, 137);
	});
}

test('the line that is said where a Node is too old works as it stands', () => {
	const said = runInstalled(installed, nodeOf('^20').node, ['list', '--output', 'json', '--help'])[2];
	const line = said.slice(said.indexOf('npx '));
	const printed = execFileSync('sh', ['-c', line], {encoding: 'utf8', env: {...process.env, PATH: withoutOwnNode}});
	assert.match(printed, /^ryzetop list: /v);
});

/** The watcher that records. */
async function findHolder(file: string, watchers: readonly Watching[]): Promise<Watching> {
	const find = () => watchers.find(({child}) => child.pid === readHolder(file));
	await until(() => find() !== undefined, 'one to record');
	return find() ?? assert.fail();
}

/** Waits until all have told of the change with that number. */
async function allSee({names}: Truth, watchers: readonly Watching[], change: number): Promise<void> {
	await Promise.all(watchers.map(async watching => watching.sees(names[change % names.length] ?? '')));
}

function withoutOne(watchers: readonly Watching[], one: Watching): readonly Watching[] {
	return watchers.filter(watching => watching !== one);
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
