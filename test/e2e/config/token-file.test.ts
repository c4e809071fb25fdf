import assert from 'node:assert/strict';
import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {loadConfig} from '../../../source/config/file/load.js';
import {readSmallFile} from '../../../source/config/file/read-small-file.js';
import {readTokenFile} from '../../../source/config/token/token-file.js';
import {parseArguments} from '../../../source/cli/parse-arguments.js';
import {openDebugLog} from '../../../source/diagnostics/debug-log.js';
import {freshFolder} from '../../helpers/fresh-folder.js';

const skip = process.platform === 'win32' ? 'needs mkfifo' : false;

const makePipe = () => {
	const file = path.join(freshFolder(), 'pipe');
	execFileSync('mkfifo', [file]);
	return file;
};

test('a pipe is refused at once, wherever the path of a file is expected', {skip}, async () => {
	const file = makePipe();
	assert.deepEqual(await readTokenFile(file), {
		kind: 'problem',
		problem: 'It is a pipe, which may never give its text. Give the path of a file, pipe the token into --token-file -, or set token_command.',
	});
	const {problems} = await loadConfig(parseArguments(['--config', file]), {}, {
		readFile: readSmallFile, async parse() {
			throw new Error('It must not be read.');
		},
	});
	assert.deepEqual(problems, [`${file}: It is a pipe, which may never give its text. Give the path of a file.`]);
	assert.equal((await openDebugLog(file, () => false)).kind, 'problem');
});

test('a process that a file system holds ends all the same, with its code', {skip}, async () => {
	const file = makePipe();
	const source = fileURLToPath(new URL('../../../source/process/end-in-time.ts', import.meta.url));
	const script = [
		'import {open} from "node:fs/promises";',
		`import {endInTime} from ${JSON.stringify(source)};`,
		`void open(${JSON.stringify(file)});`,
		'process.on("exit", code => console.log("exit", code));',
		'process.exitCode = 3;',
		'endInTime();',
	].join('\n');
	const child = spawn(process.execPath, ['--import=tsx', '--input-type=module', '-e', script], {stdio: ['ignore', 'pipe', 'inherit']});
	let written = '';
	child.stdout.on('data', (chunk: Uint8Array) => {
		written += new TextDecoder().decode(chunk);
	});
	const timer = setTimeout(() => {
		child.kill('SIGKILL');
	}, 20_000);
	assert.deepEqual(await once(child, 'close'), [3, null]);
	clearTimeout(timer);
	assert.equal(written, 'exit 3\n');
});
