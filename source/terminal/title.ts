import type {SafeText} from '../core/text/sanitize.js';
import type {Environment} from '../core/text/environment.js';
import {detectTerminal} from './detect.js';

/** The terminal's title, while the program has it. */
export type TitleBar = {
	/** Shows a title, if it is another one than the last. */
	readonly show: (title: SafeText) => void;
	/** Gives the former title back; a title shown after that takes it again. */
	readonly restore: () => void;
};

/**
Sets the title by OSC 2, which tmux takes for the title of its pane. OSC 0 would set the name of the icon as well, which is nobody's business here. The former title is kept on the stack of the terminal, or of tmux for its pane (XTWINOPS 22 and 23), and comes back on leaving. Where there is no such stack, as in Alacritty, the last title stays until a shell sets its own.
*/
export function createTitleBar(write: (text: string) => void, env: Environment): TitleBar {
	const isTitled = detectTerminal(env) !== 'plain';
	let shown: SafeText | undefined;
	return {
		show(title) {
			if (!isTitled || title === shown) {
				return;
			}

			write(`${shown === undefined ? '\u{1B}[22;2t' : ''}\u{1B}]2;${title}\u{7}`);
			shown = title;
		},
		restore() {
			if (shown === undefined) {
				return;
			}

			write('\u{1B}[23;2t');
			shown = undefined;
		},
	};
}
