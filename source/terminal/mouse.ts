/** Has the terminal report the buttons and the wheel of the mouse (1000), as numbers without a limit (SGR, 1006), or no longer. */
export const mouseOn = '\u{1B}[?1000h\u{1B}[?1006h';
export const mouseOff = '\u{1B}[?1006l\u{1B}[?1000l';

export type Mouse = {
	readonly take: () => void;
	/** Leaves the mouse to the terminal again, for other programs. */
	readonly giveBack: () => void;
};

/** Takes the mouse from the terminal where a person wants that. Elsewhere nothing is written: the terminal selects text with it. */
export function createMouse(write: (text: string) => void, isWanted: boolean): Mouse {
	let isTaken = false;
	return {
		take() {
			if (!isWanted || isTaken) {
				return;
			}

			isTaken = true;
			write(mouseOn);
		},
		giveBack() {
			if (!isTaken) {
				return;
			}

			isTaken = false;
			write(mouseOff);
		},
	};
}
