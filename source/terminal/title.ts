/** The terminal's title, while the program has it. */
export type TitleBar = {
	/** Shows a title, if it is another one than the last. It must be safe text. */
	readonly show: (title: string) => void;
	/** Gives the former title back. */
	readonly restore: () => void;
};

/** Terminals that have no title, or print what is meant for it. */
const untitled = new Set(['dumb', 'linux', '']);

/**
Sets the title by OSC 2, which tmux takes for the title of its pane. The former one is kept on the terminal's own stack (XTWINOPS 22 and 23) and comes back on leaving; in tmux, which has no such stack in 3.3, the title is emptied then, and tmux shows its own again.
*/
export function createTitleBar(write: (text: string) => void, env: Readonly<Record<string, string | undefined>>): TitleBar {
	const isTitled = !untitled.has(env.TERM ?? '');
	const isTmux = (env.TMUX ?? '') !== '';
	let shown: string | undefined;
	return {
		show(title) {
			if (!isTitled || title === shown) {
				return;
			}

			write(`${shown === undefined && !isTmux ? '\u{1B}[22;2t' : ''}\u{1B}]2;${title}\u{7}`);
			shown = title;
		},
		restore() {
			if (shown === undefined) {
				return;
			}

			write(isTmux ? '\u{1B}]2;\u{7}' : '\u{1B}[23;2t');
			shown = undefined;
		},
	};
}
