import {spawnSync} from 'node:child_process';
import process from 'node:process';
import {strayModesOff} from './screen-modes.js';
import {isInBackground} from './stop-in-background.js';

/** In milliseconds; it takes a few. Keys and polls wait meanwhile. */
const longestWait = 300;

/**
Notes the settings of the terminal before a program has it. The returned function sets them and the usual modes again, whatever the program
left behind: it may have crashed, or have been killed. Node notes the settings anew each time that it changes them, so that it would take
what a program left for those of the shell.

Nothing is set in the background, where the terminal is another program's, and no settings where there is no `stty`.
*/
export function noteTerminal(write: (text: string) => void): () => void {
	const settings = process.platform === 'win32' ? '' : stty('-g');
	return () => {
		if (isInBackground()) {
			return;
		}

		if (settings !== '') {
			stty(settings);
		}

		write(strayModesOff(process.env.TERM));
	};
}

function stty(word: string): string {
	const {status, stdout} = spawnSync('stty', [word], {
		stdio: ['inherit', 'pipe', 'ignore'], encoding: 'utf8', timeout: longestWait, killSignal: 'SIGKILL',
	});
	return status === 0 ? stdout.trim() : '';
}
