import {Buffer} from 'node:buffer';
import {spawn} from 'node:child_process';

/** What came of copying: by which way, or why not, in words. */
export type Copied =
	| {readonly kind: 'copied'; readonly by: 'tmux' | 'terminal'}
	| {readonly kind: 'failed'; readonly why: string};

export type ClipboardPorts = {
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Writes to the terminal. */
	readonly write: (text: string) => void;
};

/** Terminals take no longer sequence than about this (xterm's limit, in bytes before encoding). */
const longest = 74_994;

/** Nobody waits longer for a clipboard. */
const tmuxTimeout = 2000;

/**
Puts a text where the person can paste it from. Inside tmux through `tmux load-buffer -w -`, since tmux 3.3 in its default settings swallows OSC 52; elsewhere through OSC 52 (xterm's "Manipulate Selection Data").
*/
export async function copyText(text: string, {env, write}: ClipboardPorts): Promise<Copied> {
	if (Buffer.byteLength(text) > longest) {
		return {kind: 'failed', why: 'it is too long for a terminal\'s clipboard'};
	}

	if ((env.TMUX ?? '') !== '') {
		return loadTmuxBuffer(text, env);
	}

	if (env.TERM === 'dumb' || env.TERM === 'linux') {
		return {kind: 'failed', why: 'this terminal has no clipboard'};
	}

	write(`\u{1B}]52;c;${Buffer.from(text).toString('base64')}\u{7}`);
	return {kind: 'copied', by: 'terminal'};
}

async function loadTmuxBuffer(text: string, env: ClipboardPorts['env']): Promise<Copied> {
	return new Promise(resolve => {
		const tmux = spawn('tmux', ['load-buffer', '-w', '-'], {env, stdio: ['pipe', 'ignore', 'ignore'], timeout: tmuxTimeout});
		const fail = () => {
			resolve({kind: 'failed', why: 'tmux did not take it'});
		};

		tmux.on('error', fail);
		tmux.stdin.on('error', fail);
		tmux.on('close', code => {
			if (code === 0) {
				resolve({kind: 'copied', by: 'tmux'});
			} else {
				fail();
			}
		});
		tmux.stdin.end(text);
	});
}
