import {Buffer} from 'node:buffer';
import {spawn} from 'node:child_process';
import type {Environment} from '../core/text/environment.js';
import {detectTerminal, withoutInherited} from './detect.js';

/**
Result of copying: the way that was used, or the reason for the failure, as the end of a sentence.
`copied` by `terminal` means that the sequence was sent; a terminal does not report whether it took the text. By `both` is where it is not
known whether the terminal is tmux's.
*/
export type CopyResult =
	| {readonly kind: 'copied'; readonly by: 'tmux' | 'terminal' | 'both'}
	| {readonly kind: 'failed'; readonly why: string};

export type ClipboardPorts = {
	readonly env: Environment;
	/** Writes to the terminal. */
	readonly write: (text: string) => void;
};

/** In bytes. The sequence of a longer text has more than 100,000 characters in base64, and xterm drops it. */
const longestText = 74_994;

/** In bytes. GNU screen before 4.2 drops a control string of more than 256 bytes, a later one of more than 768; the frame takes four. */
const longestInScreen = 252;

/** In milliseconds. After this time copying counts as failed, and tmux is killed. */
const tmuxTimeout = 2000;

/** All variables that tmux needs to find its server. tmux sends its whole environment there, so that a token must not be in it. */
const tmuxVariables = ['PATH', 'HOME', 'TERM', 'TMUX', 'TMUX_PANE', 'TMUX_TMPDIR', 'LANG', 'LC_ALL', 'LC_CTYPE'] as const;

/**
Copies a text to the clipboard. Inside tmux it runs `tmux load-buffer -w -`, since tmux 3.3 in its default settings drops OSC 52.
Where the variable of tmux may be inherited from another terminal, it does both. Elsewhere it writes OSC 52 (xterm's "Manipulate
Selection Data"), which GNU screen passes on to its terminal inside a DCS string.
*/
export async function copyText(text: string, {env, write}: ClipboardPorts): Promise<CopyResult> {
	const terminal = detectTerminal(env);
	if (terminal === 'plain') {
		return {kind: 'failed', why: 'this terminal has no clipboard'};
	}

	if (terminal === 'tmux') {
		const outer = withoutInherited(env);
		return outer === undefined ? copyToTmux(text, env) : copyBothWays(text, env, {env: outer, write});
	}

	if (terminal === 'vte' || env.TERM_PROGRAM === 'Apple_Terminal') {
		return {kind: 'failed', why: 'this terminal lets no program copy: select it with the mouse'};
	}

	if (Buffer.byteLength(text) > longestText) {
		return {kind: 'failed', why: 'it is too long for a terminal\'s clipboard'};
	}

	const sequence = `\u{1B}]52;c;${Buffer.from(text).toString('base64')}\u{7}`;
	// Where its variable may be inherited, one of the two reaches the clipboard, and the other is ignored.
	const isBoth = terminal === 'screen' && withoutInherited(env) !== undefined;
	write(terminal === 'screen' ? `${passThroughScreen(sequence)}${isBoth ? sequence : ''}` : sequence);
	return {kind: 'copied', by: 'terminal'};
}

/** Copies to tmux and by OSC 52. Where tmux is not there any more, as its variable outlives it, the terminal alone was given the text. */
async function copyBothWays(text: string, env: Environment, outer: ClipboardPorts): Promise<CopyResult> {
	const [toTmux, toTerminal] = [await copyToTmux(text, env), await copyText(text, outer)];
	return toTmux.kind === 'copied' && toTerminal.kind === 'copied'
		? {kind: 'copied', by: 'both'}
		: (toTerminal.kind === 'copied' ? toTerminal : toTmux);
}

/** GNU screen sends the text between DCS and ST unchanged to its terminal, so that a long sequence can be sent in pieces. */
function passThroughScreen(sequence: string): string {
	const count = Math.ceil(sequence.length / longestInScreen);
	const pieces = Array.from({length: count}, (_, index) => sequence.slice(index * longestInScreen, (index + 1) * longestInScreen));
	return pieces.map(piece => `\u{1B}P${piece}\u{1B}\\`).join('');
}

/** Result of running `tmux load-buffer`. */
type LoadResult = 'loaded' | 'refused' | 'unanswered' | 'absent';

const reasons: Readonly<Record<Exclude<LoadResult, 'loaded'>, string>> = {
	refused: 'tmux did not take it',
	unanswered: 'tmux does not answer',
	absent: 'tmux was not found',
};

async function copyToTmux(text: string, env: Environment): Promise<CopyResult> {
	const first = await loadBuffer(['-w', '-'], text, env);
	// Before 3.2 tmux has no -w. Without it the text goes to tmux's own buffer alone, for its own paste key.
	const result = first === 'refused' ? await loadBuffer(['-'], text, env) : first;
	return result === 'loaded' ? {kind: 'copied', by: 'tmux'} : {kind: 'failed', why: reasons[result]};
}

async function loadBuffer(options: readonly string[], text: string, env: Environment): Promise<LoadResult> {
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
			// Here tmux ended without reading the whole text; its exit code decides the result.
		});
		tmux.stdin.end(text);
	});
}
