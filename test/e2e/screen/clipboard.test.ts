import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import {execFile} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import test from 'node:test';
import {sanitize} from '../../../source/core/text/sanitize.js';
import {copyText} from '../../../source/terminal/clipboard.js';
import {createTitleBar} from '../../../source/terminal/title.js';
import {openScreen, type Screen} from '../../helpers/screen.js';

/** Runs a program and returns its standard output. */
async function run(file: string, args: readonly string[]): Promise<string> {
	const {promise, resolve, reject} = Promise.withResolvers<string>();
	execFile(file, args, (error, output) => {
		if (error === null) {
			resolve(output);
		} else {
			reject(error);
		}
	});
	return promise;
}

type Tmux = AsyncDisposable & {
	/** The terminal that tmux itself is on. */
	readonly screen: Screen;
	/** The environment of a program in its pane. */
	readonly env: Readonly<Record<string, string>>;
	/** Runs a tmux command; its output without the line's end. */
	readonly tell: (...command: readonly string[]) => Promise<string>;
	/** Writes to the pane as a program in it would. */
	readonly writeToPane: (text: string) => Promise<void>;
};

/** A tmux of our own in its default settings, on a pseudo-terminal, with nothing running in its pane. */
async function openTmux(): Promise<Tmux> {
	const folder = await mkdtemp(path.join(tmpdir(), 'ryzetop-tmux-'));
	const socket = path.join(folder, 'socket');
	const tell = async (...command: readonly string[]) => {
		const output = await run('tmux', ['-S', socket, '-f', '/dev/null', ...command]);
		return output.replace(/\n$/v, '');
	};

	const screen = openScreen('tmux', ['-S', socket, '-f', '/dev/null', 'new-session', 'printf ready; exec sleep 600'], {columns: 80, rows: 10});
	await screen.waitFor(() => screen.text().includes('ready'), 'the pane of tmux');
	const [pid = '', tty = ''] = (await tell('display-message', '-p', '#{pid} #{pane_tty}')).split(' ', 2);
	return {
		screen,
		env: {TERM: 'screen', TMUX: `${socket},${pid},0`, PATH: process.env.PATH ?? '/usr/bin:/bin'},
		tell,
		async writeToPane(text) {
			await writeFile(tty, text);
		},
		async [Symbol.asyncDispose]() {
			await tell('kill-server');
			await screen.close();
			await rm(folder, {recursive: true});
		},
	};
}

function refuse(): void {
	assert.fail('Nothing is written to the pane.');
}

test('in tmux a copied text is in its buffer, and in the clipboard of the terminal it is on', async () => {
	await using tmux = await openTmux();
	const text = 'São Paulo 名 "04"\n$HOME';
	assert.deepEqual(await copyText(text, {env: tmux.env, write: refuse}), {kind: 'copied', by: 'tmux'});
	assert.equal(await tmux.tell('show-buffer'), text);
	await tmux.screen.waitFor(() => tmux.screen.bytes().includes(`\u{1B}]52;;${Buffer.from(text).toString('base64')}`), 'the terminal\'s own clipboard sequence');
});

test('a text longer than a terminal takes still gets into the buffer of tmux', async () => {
	await using tmux = await openTmux();
	const text = 'x'.repeat(200_000);
	assert.deepEqual(await copyText(text, {env: tmux.env, write: refuse}), {kind: 'copied', by: 'tmux'});
	assert.equal(await tmux.tell('display-message', '-p', '#{buffer_size}'), '200000');
});

test('a tmux whose server has gone is said to have refused', async () => {
	const tmux = await openTmux();
	await tmux[Symbol.asyncDispose]();
	assert.deepEqual(await copyText('sales-04', {env: tmux.env, write: refuse}), {kind: 'failed', why: 'tmux did not take it'});
});

test('in tmux the title is the pane\'s, and the pane has its own again afterwards', async () => {
	await using tmux = await openTmux();
	const own = await tmux.tell('display-message', '-p', '#{pane_title}');
	assert.notEqual(own, '');
	// The status line shows the title in quotes, so tmux has taken what stands there.
	const isShown = (title: string) => tmux.screen.lines().at(-1)?.includes(`"${title}"`) ?? false;
	let output = '';
	const bar = createTitleBar(text => {
		output += text;
	}, tmux.env);
	bar.show(sanitize('●38 ○3 ryzetop'));
	bar.show(sanitize('●41 ryzetop'));
	await tmux.writeToPane(output);
	await tmux.tell('refresh-client', '-S');
	await tmux.screen.waitFor(() => isShown('●41 ryzetop'), 'the title of the pane');
	output = '';
	bar.restore();
	await tmux.writeToPane(output);
	await tmux.screen.waitFor(() => isShown(own.slice(0, 21)), 'the former title');
	assert.equal(await tmux.tell('display-message', '-p', '#{pane_title}'), own);
});
