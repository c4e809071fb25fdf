/** Passes the events of a screen to the tests that wait for one, in the order arrive, draw, end. */
export type ScreenWatch = {
	/** The program wrote something. */
	readonly arrive: () => void;
	/** The emulator has drawn what came. */
	readonly draw: () => void;
	/** The program has ended, in those words, and all it wrote is drawn. */
	readonly end: (how: string) => void;
	readonly waitFor: (isMet: () => boolean, what: string, timeout?: number) => Promise<void>;
	readonly settle: (quiet?: number, timeout?: number) => Promise<void>;
};

// The time a test waits for a screen, in milliseconds; generous for a machine with much else to do, since it is reached only in failure.
const defaultTimeout = 30_000;

// Programs of ours answer a key well within this.
const defaultQuiet = 100;

/** Watch a screen for conditions and for stillness; a failure's message shows the text of the screen. */
export function watchScreen(readText: () => string): ScreenWatch {
	const listeners = new Set<() => void>();
	let arrivals = 0;
	let ended: string | undefined;

	const announce = () => {
		for (const listener of listeners) {
			listener();
		}
	};

	const fail = (reason: string) => new Error(`${reason}${ended === undefined ? '' : ` The program has ended ${ended}.`} The screen:\n${frame(readText())}`);

	/** Run `check` now and after each event until it settles the promise or the time is up. */
	const watch = async (check: (resolve: () => void, reject: (error: Error) => void) => void, timeout: number, reason: string) => {
		const {promise, resolve, reject} = Promise.withResolvers<void>();
		const listener = () => {
			try {
				check(resolve, reject);
			} catch (error) {
				reject(error);
			}
		};

		const timer = setTimeout(() => {
			reject(fail(reason));
		}, timeout);
		listeners.add(listener);
		listener();
		try {
			await promise;
		} finally {
			clearTimeout(timer);
			listeners.delete(listener);
		}
	};

	return {
		arrive() {
			arrivals++;
		},
		draw: announce,
		end(how) {
			ended = how;
			announce();
		},
		async waitFor(isMet, what, timeout = defaultTimeout) {
			await watch((resolve, reject) => {
				if (isMet()) {
					resolve();
				} else if (ended !== undefined) {
					reject(fail(`Waited for ${what}, which can no longer come.`));
				}
			}, timeout, `Waited ${timeout} ms for ${what}.`);
		},
		async settle(quiet = defaultQuiet, timeout = defaultTimeout) {
			let timer: NodeJS.Timeout | undefined;
			try {
				await watch(resolve => {
					clearTimeout(timer);
					if (ended !== undefined) {
						resolve();
						return;
					}

					const before = arrivals;
					timer = setTimeout(() => {
						// If this process itself was held up, bytes may lie unread: read them first.
						setImmediate(() => {
							if (arrivals === before) {
								resolve();
							}
						});
					}, quiet);
				}, timeout, `Waited ${timeout} ms for ${quiet} ms of stillness.`);
			} finally {
				clearTimeout(timer);
			}
		},
	};
}

function frame(text: string): string {
	const rule = '-'.repeat(20);
	return `${rule}\n${text}\n${rule}`;
}
