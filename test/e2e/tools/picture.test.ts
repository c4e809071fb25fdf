import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempDisposableSync, readFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';

const cli = path.join(import.meta.dirname, '../../../tools/picture/cli.ts');

const run = (...args: readonly string[]) => {
	const {status, stdout, stderr} = spawnSync(process.execPath, ['--import=tsx', cli, ...args], {encoding: 'utf8'});
	return {status, stdout, stderr};
};

test('keys are pressed one by one, and the screen after them is printed and drawn', () => {
	using folder = mkdtempDisposableSync(path.join(tmpdir(), 'picture-'));
	const svg = path.join(folder.path, 'a.svg');
	const program = String.raw`stty -echo; printf '\033[31mred\n'; read first; echo "<$first>"; read second; echo "$second"; read third`;

	assert.deepEqual(run('--size', '10x5', '--command', program, '--keys', 'a b Enter é Enter', '--text', '--out', svg), {
		status: 0,
		stdout: 'red\n<ab>\né\n',
		stderr: '',
	});
	const picture = readFileSync(svg, 'utf8');
	assert.match(picture, /<text fill="#f2777a" x="10 20 30" y="26">red<\/text>/v);
	assert.match(picture, /<text fill="#f2777a" x="10 20 30 40" y="46">&lt;ab&gt;<\/text>/v);
});

test('the program is given the size and NO_COLOR', () => {
	assert.equal(run('--size', '33x7', '--no-color', '--command', 'stty size; echo "$NO_COLOR"', '--text').stdout, '7 33\n1\n');
});

test('the program starts without the user\'s configuration, and its own is removed', () => {
	const command = 'ls -A "$XDG_CONFIG_HOME"; touch "$XDG_CONFIG_HOME/mine"; echo "$XDG_CONFIG_HOME"';
	const {stdout} = run('--size', '120x5', '--command', command, '--text');

	assert.match(stdout, /^\/.*picture-\w+\n$/v);
	assert.equal(existsSync(stdout.trim()), false);
});

test('a key for a program that has ended is an error', () => {
	assert.deepEqual(run('--command', 'echo gone', '--keys', 'q', '--text'), {
		status: 1,
		stdout: '',
		stderr: 'The program has ended, so nobody reads the keyboard.\n',
	});
});

test('misuse exits 2, with the problems and the options', () => {
	const {status, stdout, stderr} = run('--size', 'big', '--tex');

	assert.deepEqual({status, stdout}, {status: 2, stdout: ''});
	assert.match(stderr, /^--tex is no option\.\n--size must be .*\nWithout --out or --text there is nothing to do\.\n\nnpm run picture /v);
});
