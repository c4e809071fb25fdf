/** Hands the terminal back, and takes it again once the given work is done. */
type LendTerminal = (whileLent: () => Promise<void>) => Promise<void>;

export type Suspension = {
	/** Told how to lend the terminal, once somebody owns it. */
	readonly owned: (lend: LendTerminal) => void;
	/** Gives the terminal to the shell until the program is continued. */
	readonly suspend: () => void;
	/** Takes the terminal anew after something else has had it, such as a shell after SIGSTOP. */
	readonly retake: () => void;
	/** Whether somebody else has the terminal now: nothing may be written to it. */
	readonly isLent: () => boolean;
};

/** Sees to it that the terminal is lent once at a time; `returned` is told each time it is back. */
export function createSuspension({stop, returned}: {readonly stop: () => Promise<void>; readonly returned: () => void}): Suspension {
	let lend: LendTerminal | undefined;
	let isLent = false;

	const lendFor = async (work: () => Promise<void>) => {
		if (lend === undefined || isLent) {
			return;
		}

		isLent = true;
		try {
			await lend(work);
		} finally {
			isLent = false;
		}

		returned();
	};

	return {
		isLent: () => isLent,
		owned(how) {
			lend = how;
		},
		suspend() {
			void lendFor(stop);
		},
		retake() {
			void lendFor(async () => {
				// Lending it for no time at all sets every mode again and draws the screen anew.
			});
		},
	};
}
