/** Restores the terminal for other programs, runs the given work, and takes the terminal again once the work is done. */
type LendTerminal = (whileLent: () => Promise<void>) => Promise<void>;

export type Suspension = {
	/** Sets the function that lends the terminal, as soon as the screen is mounted. Until then nothing is lent. */
	readonly owned: (lend: LendTerminal) => void;
	/** Gives the terminal to the shell until the program is continued; as soon as the screen is mounted, where it is not yet. */
	readonly suspend: () => void;
	/** Lends the terminal to a program while `work` runs; not at all where it is lent already, or the screen is not mounted. */
	readonly lendTo: (work: () => Promise<void>) => Promise<void>;
	/** Takes the terminal again after another program has had it, such as a shell after SIGSTOP. */
	readonly retake: () => void;
	/** Whether another program has the terminal now: nothing may be written to it. */
	readonly isLent: () => boolean;
	/** Lends the terminal no more, and tells the ports nothing of a loan that is under way: the program leaves. */
	readonly end: () => void;
};

export type SuspensionPorts = {
	/** Called each time before the terminal is lent. */
	readonly lending: () => void;
	/** Stops the program and resolves when it is continued. */
	readonly stop: () => Promise<void>;
	/** Called each time before the terminal is taken back, which may have another size by then. From its end on it is not lent any more. */
	readonly returning: () => Promise<void>;
	/** Called each time the terminal is back, and its picture drawn: keys may have come by then. */
	readonly returned: () => void;
};

/** Makes sure that the terminal is not lent twice at the same time. */
export function createSuspension({lending, stop, returning, returned}: SuspensionPorts): Suspension {
	let lend: LendTerminal | undefined;
	let isLent = false;
	let isBusy = false;
	let isWanted = false;
	let isEnded = false;

	const lendFor = async (work: () => Promise<void>) => {
		if (lend === undefined || isBusy || isEnded) {
			return;
		}

		isBusy = true;
		isLent = true;
		lending();
		try {
			await lend(async () => {
				await work();
				if (isEnded) {
					return;
				}

				await returning();
				isLent = false;
			});
		} finally {
			isBusy = false;
			isLent = false;
		}

		if (isEnded) {
			return;
		}

		returned();
		suspendIfWanted();
	};

	const suspendIfWanted = () => {
		const work = isWanted ? stop : undefined;
		isWanted = false;
		if (work !== undefined) {
			void lendFor(work);
		}
	};

	return {
		isLent: () => isLent,
		owned(lendTerminal) {
			lend = lendTerminal;
			suspendIfWanted();
		},
		suspend() {
			// A key can come as soon as the terminal is taken, before the loan is over.
			isWanted = lend === undefined || (isBusy && !isLent);
			void lendFor(stop);
		},
		lendTo: lendFor,
		retake() {
			void lendFor(async () => {
				// Lending the terminal without any work sets all modes again and redraws the screen.
			});
		},
		end() {
			isEnded = true;
		},
	};
}
