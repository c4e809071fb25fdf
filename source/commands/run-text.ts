import process from 'node:process';
import {createClient} from '../api/client.js';
import type {TextOptions} from '../config/settings/text.js';
import type {ExitCode} from '../process/exit-code.js';
import {systemClock} from '../polling/system-clock.js';
import type {ScenarioName} from '../simulator/world/scenarios.js';
import {awaitStop} from '../process/stop-signals.js';
import {createWriteOut} from '../process/write-stream.js';
import {account, type Desk, type TextIo} from './context.js';
import {openDemo, type Source} from './open-source.js';
import {runCheck} from './check.js';
import {runList} from './list.js';
import {runWait} from './wait.js';
import {runWatch} from './watch.js';

/** Runs a text command; resolves with its exit code once all is written and nothing is left open. */
export async function runText(options: TextOptions<ScenarioName>, io: TextIo): Promise<ExitCode> {
	const source = await openSource(options.source);
	const client = createClient({
		account, baseUrl: source.url, token: source.token, instances: options.names, timeout: options.timeout, now: systemClock.now,
	});
	const {stopped, release} = awaitStop();
	const stop = new AbortController();
	const write = createWriteOut(io.stdout);
	const writeWords = createWriteOut(io.stderr);
	const interrupted = stopped.then(code => {
		stop.abort();
		return code;
	});
	try {
		const finished = runCommand(options, {
			...io,
			url: source.url,
			fetchList: client.fetchList,
			clock: systemClock,
			signal: stop.signal,
			write,
			async say(words) {
				await writeWords(`ryzetop: ${words}\n`);
			},
		});
		const code = await Promise.race([interrupted, finished]);
		if (stop.signal.aborted && io.stdout.writableLength > 0) {
			endUnread(code);
		}

		return code;
	} finally {
		release();
		await Promise.allSettled([client.close(), source.close()]);
	}
}

async function runCommand(options: TextOptions<ScenarioName>, desk: Desk): Promise<ExitCode> {
	switch (options.command) {
		case 'list': {
			return runList(options, desk);
		}

		case 'watch': {
			return runWatch(options, desk);
		}

		case 'wait': {
			return runWait(options, desk);
		}

		case 'check': {
			return runCheck(options, desk);
		}
	}
}

async function openSource(source: TextOptions<ScenarioName>['source']): Promise<Source> {
	return source.kind === 'demo' ? openDemo(source.simulation, systemClock.now) : {url: source.url, token: source.token, close: async () => undefined};
}

/** Output that a reader does not take would keep the process alive for as long as that reader likes. The signal that was to end the program ends it then in its own way, since nobody listens to it any more. */
function endUnread(code: ExitCode): void {
	const signals = new Map<ExitCode, NodeJS.Signals>([[129, 'SIGHUP'], [130, 'SIGINT'], [143, 'SIGTERM']]);
	const signal = signals.get(code);
	if (signal !== undefined) {
		process.kill(process.pid, signal);
	}
}
