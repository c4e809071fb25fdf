import {Buffer} from 'node:buffer';
import {spawn} from 'node:child_process';
import type {Environment} from '../core/text/environment.js';
import {detectTerminal} from './detect.js';

/** What came of copying: by which way, or why not, in words. Whether a terminal takes what is sent to it cannot be known. */
export type Copied =
	| {readonly kind: 'copied'; readonly by: 'tmux' | 'terminal'}
	| {readonly kind: 'failed'; readonly why: string};

export type ClipboardPorts = {
	readonly env: Environment;
	/** Writes to the terminal. */
	readonly write: (text: string) => void;
};

/** More bytes than these make a sequence that xterm drops (100,000 characters with the base64). */
const longest = 74_994;

/** GNU screen drops a control string of more than 256 bytes before 4.2, and of 768 since; it needs four for the frame. */
const longestInScreen = 252;

/** Nobody waits longer for a clipboard. */
const tmuxTimeout = 2000;

/** All that tmux needs to find its server. It sends its whole environment there, where a token has no business. */
const tmuxVariables = ['PATH', 'HOME', 'TERM', 'TMUX', 'TMUX_PANE', 'TMUX_TMPDIR', 'LANG', 'LC_ALL', 'LC_CTYPE'] as const;

/**
Puts a text where the person can paste it from. Inside tmux through `tmux load-buffer -w -`, since tmux 3.3 in its default settings swallows OSC 52; elsewhere through OSC 52 (xterm's "Manipulate Selection Data"), which GNU screen hands on to its terminal inside of DCS.
*/
export async function copyText(text: string, {env, write}: ClipboardPorts): Promise<Copied> {
	const terminal = detectTerminal(env);
	if (terminal === 'plain') {
		return {kind: 'failed', why: 'this terminal has no clipboard'};
	}

	if (terminal === 'tmux') {
		return copyToTmux(text, env);
	}

	if (terminal === 'vte' || env.TERM_PROGRAM === 'Apple_Terminal') {
		return {kind: 'failed', why: 'this terminal lets no program copy: select it with the mouse'};
	}

	if (Buffer.byteLength(text) > longest) {
		return {kind: 'failed', why: 'it is too long for a terminal\'s clipboard'};
	}

	const sequence = `\u{1B}]52;c;${Buffer.from(text).toString('base64')}\u{7}`;
	write(terminal === 'screen' ? passThroughScreen(sequence) : sequence);
	return {kind: 'copied', by: 'terminal'};
}

/** Screen sends what stands between DCS and ST on to its terminal as it is, so that a sequence can come in pieces. */
function passThroughScreen(sequence: string): string {
	const count = Math.ceil(sequence.length / longestInScreen);
	return Array.from({length: count}, (_, index) => `\u{1B}P${sequence.slice(index * longestInScreen, (index + 1) * longestInScreen)}\u{1B}\\`).join('');
}

/** What came of running `tmux load-buffer`. */
type Loading = 'loaded' | 'refused' | 'unanswered' | 'absent';

const whyNot: Readonly<Record<Exclude<Loading, 'loaded'>, string>> = {
	refused: 'tmux did not take it',
	unanswered: 'tmux does not answer',
	absent: 'tmux was not found',
};

async function copyToTmux(text: string, env: Environment): Promise<Copied> {
	const first = await loadBuffer(['-w', '-'], text, env);
	// Before 3.2 tmux knows no -w; without it the text is in its buffer, for its own paste key.
	const loading = first === 'refused' ? await loadBuffer(['-'], text, env) : first;
	return loading === 'loaded' ? {kind: 'copied', by: 'tmux'} : {kind: 'failed', why: whyNot[loading]};
}

async function loadBuffer(options: readonly string[], text: string, env: Environment): Promise<Loading> {
	return new Promise(resolve => {
		const tmux = spawn('tmux', ['load-buffer', ...options], {
			env: Object.fromEntries(tmuxVariables.map(name => [name, env[name]])),
			stdio: ['pipe', 'ignore', 'ignore'],
			timeout: tmuxTimeout,
			killSignal: 'SIGKILL',
		});
		tmux.on('error', () => {
			resolve('absent');
		});
		tmux.on('close', code => {
			resolve(code === null ? 'unanswered' : (code === 0 ? 'loaded' : 'refused'));
		});
		tmux.stdin.on('error', () => {
			// It has ended without reading everything: its exit code tells why.
		});
		tmux.stdin.end(text);
	});
}
