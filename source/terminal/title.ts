import type {SafeText} from '../core/text/sanitize.js';
import type {Environment} from '../core/text/environment.js';
import {detectTerminal} from './detect.js';

/** Access to the terminal's title. */
export type TitleBar = {
	/** Sets the title, if it differs from the last one. */
	readonly show: (title: SafeText) => void;
	/** Brings back the title from before the first `show`; a later `show` saves it again. */
	readonly restore: () => void;
};

/** Pops the title that was pushed before the first one was shown. */
export const restoreTitle = '\u{1B}[23;2t';

/** Whether the terminal is given a title. */
export function isTitled(env: Environment): boolean {
	return detectTerminal(env) !== 'plain';
}

/**
Sets the title by OSC 2, which tmux takes as the title of its pane. OSC 0 is not used, since it would change the icon's name as well.
The previous title is pushed on the title stack of the terminal, or of tmux for its pane (XTWINOPS 22), and popped on leaving (23).
In terminals without that stack, such as Alacritty, the last title stays until a shell sets its own.
*/
export function createTitleBar(write: (text: string) => void, env: Environment): TitleBar {
	const hasTitle = isTitled(env);
	let shown: SafeText | undefined;
	return {
		show(title) {
			if (!hasTitle || title === shown) {
				return;
			}

			write(`${shown === undefined ? '\u{1B}[22;2t' : ''}\u{1B}]2;${title}\u{7}`);
			shown = title;
		},
		restore() {
			if (shown === undefined) {
				return;
			}

			write(restoreTitle);
			shown = undefined;
		},
	};
}
