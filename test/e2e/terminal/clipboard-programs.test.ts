import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import {
	mkdtemp,
	readFile,
	rm,
	writeFile,
} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import test from 'node:test';
import {copyText, type CopyResult} from '../../../source/terminal/clipboard.js';

type Attempt = {readonly copied: CopyResult; readonly written: string};

async function copy(text: string, env: Readonly<Record<string, string>>): Promise<Attempt> {
	let written = '';
	const copied = await copyText(text, {
		env,
		write(more) {
			written += more;
		},
	});
	return {copied, written};
}

/** Copies with this script in the place of tmux, its directory being `$here`; also what the script has left in `$here/left`. */
async function copyThrough(script: string, text: string, env: Readonly<Record<string, string>> = {}): Promise<Attempt & {readonly left: string}> {
	const folder = await mkdtemp(path.join(tmpdir(), 'ryzetop-tmux-'));
	try {
		await writeFile(path.join(folder, 'tmux'), `#!/bin/sh\nhere='${folder}'\n${script}\n`, {mode: 0o755});
		const attempt = await copy(text, {
			TERM: 'tmux-256color', TMUX: '/nowhere,1,0', PATH: `${folder}:/usr/bin:/bin`, ...env,
		});
		return {...attempt, left: await readFile(path.join(folder, 'left'), 'utf8').catch(() => '')};
	} finally {
		await rm(folder, {recursive: true});
	}
}

test('a terminal is handed the text in base64, so that nothing in it can be a command', async () => {
	for (const text of ['sales-04', '', 'São Paulo 名', '\u{7}\u{1B}]0;owned\u{7}\r\n']) {
		// eslint-disable-next-line no-await-in-loop -- One after the other keeps the failure readable.
		assert.deepEqual(await copy(text, {TERM: 'xterm-256color'}), {
			copied: {kind: 'copied', by: 'terminal'},
			written: `\u{1B}]52;c;${Buffer.from(text).toString('base64')}\u{7}`,
		});
	}
});

test('a text that a terminal would drop is not sent, and the length is counted in bytes', async () => {
	const env = {TERM: 'xterm-256color'};
	assert.equal((await copy('é'.repeat(37_497), env)).copied.kind, 'copied');
	assert.deepEqual(await copy('é'.repeat(37_498), env), {copied: {kind: 'failed', why: 'it is too long for a terminal\'s clipboard'}, written: ''});
});

test('where there is no clipboard nothing is written, and it is said', async () => {
	for (const env of [{}, {TERM: 'dumb'}, {TERM: 'linux'}]) {
		// eslint-disable-next-line no-await-in-loop -- One after the other keeps the failure readable.
		assert.deepEqual(await copy('sales-04', env), {copied: {kind: 'failed', why: 'this terminal has no clipboard'}, written: ''});
	}

	for (const env of [{TERM: 'xterm-256color', VTE_VERSION: '7600'}, {TERM: 'xterm-256color', TERM_PROGRAM: 'Apple_Terminal'}]) {
		// eslint-disable-next-line no-await-in-loop -- One after the other keeps the failure readable.
		assert.deepEqual(await copy('sales-04', env), {copied: {kind: 'failed', why: 'this terminal lets no program copy: select it with the mouse'}, written: ''});
	}
});

test('GNU screen hands the sequence on in pieces that it does not drop', async () => {
	const text = 'x'.repeat(1000);
	const {written} = await copy(text, {TERM: 'screen.xterm-256color', STY: '1.pts-0.host'});
	const pieces = written.split('\u{1B}\\');
	assert.equal(pieces.pop(), '');
	assert.ok(pieces.length > 1 && pieces.every(piece => piece.startsWith('\u{1B}P') && piece.length <= 254));
	assert.equal(pieces.map(piece => piece.slice(2)).join(''), `\u{1B}]52;c;${Buffer.from(text).toString('base64')}\u{7}`);
});

test('tmux reads the text from its input and finds nothing of it, nor of a token, elsewhere', async () => {
	const {copied, written, left} = await copyThrough('{ echo "$@"; env; cat; } > "$here/left"', 'a "text" of $HOME\n', {RYZE_TOKEN: 'secret-1', Token_Account: 'secret-2', SOMETHING: 'secret-3'});
	assert.deepEqual({copied, written}, {copied: {kind: 'copied', by: 'tmux'}, written: ''});
	assert.match(left, /^load-buffer -w -\n/v);
	assert.match(left, /^TMUX=\/nowhere,1,0$/mv);
	assert.ok(left.endsWith('a "text" of $HOME\n'));
	assert.doesNotMatch(left, /secret/v);
});

test('a tmux too old for -w keeps the text in its own buffer', async () => {
	const {copied, left} = await copyThrough('[ "$2" = -w ] && exit 1; cat > "$here/left"', 'sales-04');
	assert.deepEqual(copied, {kind: 'copied', by: 'tmux'});
	assert.equal(left, 'sales-04');
});

test('a tmux that refuses, never answers, stops reading or is not there is named', async () => {
	const why = async (script: string, text = 'sales-04', env: Readonly<Record<string, string>> = {}) => {
		const {copied} = await copyThrough(script, text, env);
		return copied.kind === 'failed' ? copied.why : 'copied';
	};

	assert.equal(await why('exit 1'), 'tmux did not take it');
	assert.equal(await why('exit 1', 'x'.repeat(1_000_000)), 'tmux did not take it');
	assert.equal(await why('exit 0', 'sales-04', {PATH: '/nonexistent'}), 'tmux was not found');
	assert.equal(await why('trap "" TERM; exec sleep 60'), 'tmux does not answer');
});

test('where the variable of tmux may be inherited by another terminal, both are given the text', async () => {
	const sequence = '\u{1B}]52;c;c2FsZXMtMDQ=\u{7}';
	for (const env of [{TERM: 'xterm-256color', TERM_PROGRAM: 'vscode'}, {TERM: 'tmux-256color', TERM_PROGRAM: 'vscode'}, {TERM: 'xterm-256color'}]) {
		// eslint-disable-next-line no-await-in-loop -- One after the other keeps the failure readable.
		assert.deepEqual(await copyThrough('cat > "$here/left"', 'sales-04', env), {copied: {kind: 'copied', by: 'both'}, written: sequence, left: 'sales-04'});
		// eslint-disable-next-line no-await-in-loop -- see above
		assert.deepEqual(await copyThrough('exit 1', 'sales-04', env), {copied: {kind: 'copied', by: 'terminal'}, written: sequence, left: ''});
	}

	for (const env of [{TERM: 'screen-256color'}, {TERM: 'xterm-256color', TERM_PROGRAM: 'tmux'}]) {
		// eslint-disable-next-line no-await-in-loop -- see above
		assert.deepEqual(await copyThrough('cat > "$here/left"', 'sales-04', env), {copied: {kind: 'copied', by: 'tmux'}, written: '', left: 'sales-04'});
	}
});
