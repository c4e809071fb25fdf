import {createClient} from '../api/client.js';
import type {TextOptions} from '../config/settings/text.js';
import type {ExitCode} from '../process/exit-code.js';
import {systemClock} from '../polling/system-clock.js';
import type {ScenarioName} from '../simulator/world/scenarios.js';
import {createWatchMemory} from '../polling/watch-memory.js';
import {createWriteOut} from '../process/write-stream.js';
import {maskTextAnd} from '../core/json/mask.js';
import {sanitize} from '../core/text/sanitize.js';
import {encodeFor, type CommandContext, type TextIo} from './context.js';
import {nameAccount, openSource} from './open-source.js';
import {runCheck} from './check.js';
import {runList} from './list.js';
import {runStoppable} from './run-stoppable.js';
import {runWait} from './wait.js';
import {runWatch} from './watch.js';

/** Runs a text command. It resolves with the exit code when all output is written and all handles are closed. */
export async function runText(options: TextOptions<ScenarioName>, io: TextIo): Promise<ExitCode> {
	const source = await openSource(options.source, systemClock.now, io.environment);
	const client = createClient({
		account: source.account,
		baseUrl: source.url,
		token: source.token,
		instances: options.names,
		timeout: options.timeout,
		now: systemClock.now,
	});
	const write = createWriteOut(io.stdout);
	const writeError = createWriteOut(io.stderr, encodeFor(io.stderr, io.environment));
	const maskText = (text: string) => maskTextAnd([source.token.current()], text);
	// A demo's own memory is for the monitor to show.
	const isRemembered = options.command !== 'wait' && options.source.kind === 'account';
	const memory = source.history === undefined || !isRemembered
		? undefined
		: createWatchMemory({
			file: source.history,
			accounts: [source],
			names: options.names,
			isReader: options.command !== 'watch',
			isShownUnanswered: false,
			elapsed: systemClock.elapsed,
			isIdle: () => true,
			recalled: () => undefined,
			report(words) {
				void writeError(`ryzetop: ${words}.\n`);
			},
		});
	try {
		return await runStoppable(io.stdout, async signal => runCommand(options, {
			...io,
			watched: {
				account: source.account, host: sanitize(new URL(source.url).host), fetchList: client.fetchList, timeout: options.timeout,
			},
			memory,
			url: source.url,
			accountName: nameAccount(options.source),
			clock: systemClock,
			signal,
			write,
			encode: encodeFor(io.stdout, io.environment),
			maskText,
			async say(words) {
				await writeError(`ryzetop: ${maskText(words)}\n`);
			},
		}));
	} finally {
		memory?.close();
		await Promise.allSettled([client.close(), source.close()]);
	}
}

async function runCommand(options: TextOptions<ScenarioName>, context: CommandContext): Promise<ExitCode> {
	switch (options.command) {
		case 'list': {
			return runList(options, context);
		}

		case 'watch': {
			return runWatch(options, context);
		}

		case 'wait': {
			return runWait(options, context);
		}

		case 'check': {
			return runCheck(options, context);
		}
	}
}
