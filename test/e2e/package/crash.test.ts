import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {isLive, watchSimulator} from '../watched.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Makes the next two digits that are written throw once the signal has come. React draws a second time what threw once. */
const preload = `
	const {padStart} = String.prototype;
	process.on('SIGUSR2', () => {
		let left = 2;
		String.prototype.padStart = function (...given) {
			left -= 1;
			if (left < 0) {
				return padStart.apply(this, given);
			}

			throw new Error('boom');
		};
	});
`;

/** Spaces end an option of NODE_OPTIONS. */
const nodeOptions = `--stack-trace-limit=40 --import=data:text/javascript,${encodeURIComponent(preload)}`;

test('a crash report names the functions of the program, and its places can be read as places in the sources', async () => {
	const state = freshFolder();
	await using watched = await watchSimulator({env: {NODE_OPTIONS: nodeOptions, XDG_STATE_HOME: state}});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.kill('SIGUSR2');
	assert.equal((await screen.waitForExit()).code, 1);

	const [name = ''] = readdirSync(path.join(state, 'ryzetop'));
	const file = path.join(state, 'ryzetop', name);
	assert.match(readFileSync(file, 'utf8'), /^ {4}at App \(file:\S+\/dist\/part-\w+\.js:\d+:\d+\)$/mv);
	const traced = execFileSync(process.execPath, ['--import=tsx', 'tools/release/read-crash.ts', file], {cwd: root, encoding: 'utf8'});
	assert.match(traced, /^ {4}at App \(source\/tui\/app\.tsx:\d+:\d+\)$/mv);
	assert.doesNotMatch(traced, /dist\/part-/v);
});
