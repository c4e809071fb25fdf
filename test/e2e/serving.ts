import {open, type Running, type RunOptions} from './running.js';

/** `ryzetop serve`, which listens. */
export type Serving = Running & {
	/** Address without a slash at its end. */
	readonly url: string;
	/** What it has said on standard error. */
	readonly said: () => string;
	/** Waits until it has said the words so often; rejects at the deadline. */
	readonly waitFor: (words: string, times?: number) => Promise<void>;
	/** Waits until a condition holds; rejects at the deadline, which can be another one, in milliseconds. */
	readonly until: (holds: () => boolean | Promise<boolean>, within?: number) => Promise<void>;
};

/** In milliseconds; reached only in failure. */
const deadline = 20_000;

/** Starts `ryzetop serve` on a free port of loopback, and waits until it listens. */
export async function openServe(argv: readonly string[], options: RunOptions = {}): Promise<Serving> {
	const listen = argv.includes('--listen') ? [] : ['--listen', '127.0.0.1:0'];
	const running = open(['serve', ...listen, ...argv], options);
	let said = '';
	running.child.stderr?.on('data', (chunk: unknown) => {
		said += String(chunk);
	});
	const until = async (holds: () => boolean | Promise<boolean>, within = deadline) => {
		const end = performance.now() + within;
		// eslint-disable-next-line no-await-in-loop -- It looks again and again.
		while (!await holds()) {
			if (performance.now() > end) {
				throw new Error(`It did not come to that. It said: ${said}`);
			}

			// eslint-disable-next-line no-await-in-loop -- It looks again and again.
			await new Promise(resolve => {
				setTimeout(resolve, 20);
			});
		}
	};

	const waitFor = async (words: string, times = 1) => until(() => said.split(words).length > times);
	await waitFor('Watching');
	return {
		...running,
		url: /Listening on (?<url>http:\S+?),? /v.exec(said)?.groups?.url ?? '',
		said: () => said,
		waitFor,
		until,
	};
}
