import type {Resolved} from '../../config/resolved.js';
import type {ServeOptions} from '../../config/settings/serve.js';
import {maskText} from '../../core/json/mask.js';
import {joinWords} from '../../core/text/join-words.js';
import type {ExitCode} from '../../process/exit-code.js';
import {onReload} from '../../process/stop-signals.js';
import {readVersion} from '../../process/version.js';
import {createWriteOut} from '../../process/write-stream.js';
import {isTurning} from '../../serve/health.js';
import type {Listener} from '../../serve/listener.js';
import {createSystemdNotifier} from '../../serve/notify-systemd.js';
import type {ScenarioName} from '../../simulator/world/scenarios.js';
import {encodeFor, type TextIo} from '../context.js';
import {runStoppable} from '../run-stoppable.js';
import {describeFeedChanges} from './describe-feed-changes.js';
import {isSameAddress, openListener, warnOfExposure} from './open-listener.js';
import {createPages} from './pages.js';
import {startWatching, type Watching} from './start-watching.js';

export type ServeIo = TextIo & {
	/** Reads config, environment and token anew. */
	readonly resolveAgain: () => Promise<{readonly resolved: Resolved<ScenarioName>; readonly warnings: readonly string[]}>;
};

/** Runs `ryzetop serve`, which watches, keeps the memory and serves metrics until it is stopped. */
export async function runServe(options: ServeOptions<ScenarioName>, io: ServeIo): Promise<ExitCode> {
	return runStoppable(io.stdout, async signal => serve(options, io, signal), ['SIGINT', 'SIGTERM']);
}

async function serve(
	first: ServeOptions<ScenarioName>,
	{stderr, environment, resolveAgain}: ServeIo,
	signal: AbortSignal,
): Promise<ExitCode> {
	const write = createWriteOut(stderr, encodeFor(stderr, environment));
	const say = (words: string) => {
		void write(`ryzetop: ${maskText(words)}${/[!.?]$/v.test(words) ? '' : '.'}\n`);
	};

	const pages = createPages(readVersion());
	let options = first;
	const rules = () => ({isLoopback: options.listen.isLoopback, hostNames: options.hostNames});
	const listening = await openListener(first, {rules, pages: pages.pages});
	if (typeof listening === 'string') {
		say(listening);
		return 2;
	}

	let listener: Listener = listening;
	let watching: Watching | undefined;
	const failing = Promise.withResolvers<never>();

	const watch = async (chosen: ServeOptions<ScenarioName>) => {
		const begun: Watching = await startWatching({
			options: chosen,
			known: watching?.servers() ?? new Map(),
			environment,
			say(words) {
				say(words);
			},
			changed({before, fleet, poll}) {
				pages.told({
					fleet, accounts: begun.accounts, history: begun.history, words: begun.words, options: chosen,
				}, poll);
				for (const words of describeFeedChanges(before, fleet, begun.accounts)) {
					say(words);
				}
			},
		});
		begun.ended.catch((error: unknown) => {
			failing.reject(error);
		});
		watching = begun;
		options = chosen;
		if (signal.aborted) {
			begun.stop();
		}

		pages.expect(begun.accounts);
		return begun;
	};

	const notifier = createSystemdNotifier({
		environment, say, isWell: () => watching !== undefined && isTurning(watching.fleet()),
	});
	const begun = await watch(first);
	pages.told({
		fleet: begun.fleet(), accounts: begun.accounts, history: begun.history, words: begun.words, options: first,
	}, undefined);
	say(`Listening on ${listener.url}, where /metrics is for Prometheus.`);
	warnOfExposure(first, say);
	const watched = `Watching ${joinWords(begun.words, 'and')}`;
	say(watched);
	notifier.ready(watched);

	/** Listens on another address, and tells whether that could be done. */
	const hasMoved = async (chosen: ServeOptions<ScenarioName>) => {
		// No port can be opened on one address and on all of them at a time: the listener itself would be in its own way.
		const isInTheWay = chosen.listen.port !== 0 && chosen.listen.port === options.listen.port;
		if (isInTheWay) {
			await listener.close();
		}

		const opened = await openListener(chosen, {rules, pages: pages.pages});
		if (typeof opened !== 'string') {
			void (isInTheWay ? undefined : listener.close());
			listener = opened;
			say(`Listening on ${listener.url} now.`);
			warnOfExposure(chosen, say);
			return true;
		}

		say(opened);
		say('The settings stay as they were.');
		const again = isInTheWay ? await openListener(options, {rules, pages: pages.pages}) : listener;
		if (typeof again === 'string') {
			throw new TypeError(again);
		}

		listener = again;
		return false;
	};

	const reload = async () => {
		const {resolved, warnings} = await resolveAgain();
		for (const warning of warnings) {
			say(warning);
		}

		if (resolved.kind !== 'serve') {
			for (const problem of resolved.kind === 'misuse' ? resolved.problems : ['There is no token.']) {
				say(problem);
			}

			say('The settings stay as they were.');
			return;
		}

		const chosen = resolved.options;
		if (signal.aborted || !(isSameAddress(options, chosen) || await hasMoved(chosen))) {
			return;
		}

		watching?.stop();
		await watching?.ended;
		if (signal.aborted) {
			return;
		}

		const next = await watch(chosen);
		say(`The config was read anew. Watching ${joinWords(next.words, 'and')}.`);
	};

	const release = onReload(async () => {
		if (!signal.aborted) {
			await reload();
		}
	}, error => {
		failing.reject(error);
	});
	try {
		await Promise.race([failing.promise, untilStopped(signal)]);
		return 0;
	} finally {
		release();
		notifier.stopping();
		pages.close();
		watching?.stop();
		await Promise.allSettled([watching?.ended, listener.close()]);
	}
}

async function untilStopped(signal: AbortSignal): Promise<void> {
	const {promise, resolve} = Promise.withResolvers<void>();
	if (signal.aborted) {
		resolve();
	}

	signal.addEventListener('abort', () => {
		resolve();
	}, {once: true});
	return promise;
}
