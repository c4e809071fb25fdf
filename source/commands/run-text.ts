import process from 'node:process';
import {createClient} from '../api/client.js';
import type {TextOptions} from '../config/settings/text.js';
import {exitCodeOf, type ExitCode} from '../process/exit-code.js';
import {systemClock} from '../polling/system-clock.js';
import type {ScenarioName} from '../simulator/world/scenarios.js';
import {awaitStop, type StopSignal} from '../process/stop-signals.js';
import {createWriteOut} from '../process/write-stream.js';
import type {CommandContext, TextIo} from './context.js';
import {openSource} from './open-source.js';
import {runCheck} from './check.js';
import {runList} from './list.js';
import {runWait} from './wait.js';
import {runWatch} from './watch.js';

/** Runs a text command; resolves with its exit code once all is written and nothing is left open. */
export async function runText(options: TextOptions<ScenarioName>, io: TextIo): Promise<ExitCode> {
	const source = await openSource(options.source, systemClock.now);
	const client = createClient({
		account: source.account, baseUrl: source.url, token: source.token, instances: options.names, timeout: options.timeout, now: systemClock.now,
	});
	const {stopped, release} = awaitStop();
	const stop = new AbortController();
	const write = createWriteOut(io.stdout);
	const writeWords = createWriteOut(io.stderr);
	const interrupted = stopped.then(signal => {
		stop.abort();
		return signal;
	});
	try {
		const finished = runCommand(options, {
			...io,
			account: source.account,
			url: source.url,
			fetchList: client.fetchList,
			clock: systemClock,
			signal: stop.signal,
			write,
			async say(words) {
				await writeWords(`ryzetop: ${words}\n`);
			},
		});
		const ending = await Promise.race([interrupted, finished]);
		if (typeof ending === 'number') {
			return ending;
		}

		if (io.stdout.writableLength > 0) {
			endUnread(ending);
		}

		return exitCodeOf(ending);
	} finally {
		release();
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

/**
Ends the process by the signal that was to end it, since no listener is left for that signal. Output that its reader does not take would keep the process alive for as long as that reader likes.
*/
function endUnread(signal: StopSignal): void {
	process.kill(process.pid, signal);
}
