import {createClient} from '../api/client.js';
import {createHealthClients} from '../api/health-clients.js';
import type {TextOptions} from '../config/settings/text.js';
import type {ExitCode} from '../process/exit-code.js';
import {systemClock} from '../polling/system-clock.js';
import type {ScenarioName} from '../simulator/world/scenarios.js';
import type {Source} from '../polling/ports.js';
import {createWatchMemory, type WatchMemory} from '../polling/memory/watch-memory.js';
import {createWriteOut} from '../process/write-stream.js';
import {maskTextAnd} from '../core/json/mask.js';
import {sanitize} from '../core/text/sanitize.js';
import {
	encodeFor,
	type CommandAccount,
	type CommandContext,
	type TextIo,
} from './context.js';
import {openSources} from './open-source.js';
import {runCheck} from './check.js';
import {chooseWaited, type Waited} from './accounts/choose-waited.js';
import {runList} from './list.js';
import {runStoppable} from './run-stoppable.js';
import {runWait} from './wait.js';
import {runWatch} from './watch.js';

/** Runs a text command. It resolves with the exit code when all output is written and all handles are closed. */
export async function runText(options: TextOptions<ScenarioName>, io: TextIo): Promise<ExitCode> {
	const {timeout} = options;
	const interval = 'interval' in options ? options.interval : 0;
	const opened = await openSources(options.sources, {
		settings: {
			names: options.names, interval, timeout, hasHealth: 'hasHealth' in options && options.hasHealth,
		}, now: systemClock.now, environment: io.environment,
	});
	const waited = options.command === 'wait' ? chooseWaited(options.names[0], opened.map(source => source.account)) : undefined;
	if (waited?.kind === 'problem') {
		await Promise.allSettled(opened.map(async ({close}) => close()));
		await createWriteOut(io.stderr, encodeFor(io.stderr, io.environment))(`ryzetop: ${waited.problem}\n`);
		return 2;
	}

	const {settings, sources} = settle(options, opened, waited?.value);
	const asked = sources.map(source => ({
		source, client: createClient({
			...source, baseUrl: source.url, instances: source.names, now: systemClock.now, mostKept: options.command === 'watch' ? undefined : Infinity,
		}),
	}));
	const servers = createHealthClients(sources.filter(source => source.hasHealth));
	const accounts = asked.map(({source: {account, profile, url, names, timeout: longest, interval: pause}, client}): CommandAccount => ({
		account,
		profile,
		host: sanitize(new URL(url).host),
		url,
		names,
		timeout: longest,
		interval: pause,
		fetchList: client.fetchList,
		server: servers.of(account),
	}));
	const write = createWriteOut(io.stdout);
	const writeError = createWriteOut(io.stderr, encodeFor(io.stderr, io.environment));
	const maskText = (text: string) => maskTextAnd(sources.map(({token}) => token.current()), text);
	const memory = createMemory(options, sources, words => {
		void writeError(`ryzetop: ${words}.\n`);
	});
	try {
		return await runStoppable(io.stdout, async signal => runCommand(settings, {
			...io,
			accounts,
			memory,
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
		await Promise.allSettled([...asked.map(({client}) => client), servers, ...opened].map(async ({close}) => close()));
	}
}

/**
The settings, and the sources that are asked: one that is waited for may be of a certain account, and is asked for by its name alone. It is
told with that of its account, as it was typed.
*/
function settle(options: TextOptions<ScenarioName>, opened: readonly Source[], waited: Waited | undefined): {
	readonly settings: TextOptions<ScenarioName>;
	readonly sources: readonly Source[];
} {
	if (options.command !== 'wait' || waited === undefined) {
		return {settings: options, sources: opened};
	}

	const {name, account} = waited;
	return {
		settings: {...options, names: [name]},
		sources: opened.filter(source => account === undefined || source.account === account).map(source => ({...source, names: [name]})),
	};
}

function createMemory({command}: TextOptions, sources: readonly Source[], report: (words: string) => void): WatchMemory | undefined {
	const file = sources[0]?.history;
	return file === undefined || command === 'wait'
		? undefined
		: createWatchMemory({
			file,
			accounts: sources,
			isReader: command !== 'watch',
			isShownUnanswered: false,
			elapsed: systemClock.elapsed,
			isIdle: () => true,
			recalled: () => undefined,
			report,
		});
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
