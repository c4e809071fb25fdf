import process from 'node:process';
import type {MonitorOptions} from '../config/settings/monitor.js';
import {createClockTime} from '../core/text/clock-time.js';
import {divideScreen} from '../core/screen/geometry.js';
import {accountId} from '../core/instance/instance.js';
import {collectSecrets} from '../diagnostics/collect-secrets.js';
import {maskKnown, maskUrls} from '../core/text/secret.js';
import {reportCrash} from '../diagnostics/report-crash.js';
import {sanitize} from '../core/text/text.js';
import {openDemo, type Source} from '../commands/open-source.js';
import type {ExitCode} from '../process/exit-code.js';
import {noFilter} from '../core/view/view-state.js';
import type {DebugLog} from '../diagnostics/debug-log.js';
import {readVersion} from '../process/version.js';
import {createRecorder} from '../diagnostics/recorder.js';
import {systemClock} from '../polling/system-clock.js';
import type {ScenarioName} from '../simulator/world/scenarios.js';
import {afterResize} from '../terminal/on-resize-end.js';
import {sizeOf} from '../terminal/capabilities.js';
import {copyText} from '../terminal/clipboard.js';
import {withFunctionKeys} from '../terminal/function-keys.js';
import {stopJob, watchProcess} from '../terminal/process-events.js';
import {withThinFrames} from '../terminal/compact-output.js';
import {createSuspension} from '../terminal/suspend.js';
import {afterFirstPicture} from '../process/load-later.js';
import {createMonitorStore} from './store/store.js';
import {createDerived} from './store/selectors.js';
import {createActions} from './store/actions.js';
import {localTime} from './local-time.js';
import {createKeyboard} from './controllers/keyboard.js';
import {createCommands} from './controllers/global.js';
import type {CommandPorts} from './controllers/context.js';
import {createPolling} from './start-polling.js';
import {chooseTheme} from './choose-theme.js';
import {startAnnouncer} from './announcer.js';

/** How the monitor ended: the exit code, and what was thrown if a fault in the program ended it. */
type Ending = {
	readonly code: ExitCode;
	readonly fault?: {readonly error: unknown};
};

const account = accountId('default');

/** Runs the monitor until a person or a signal ends it; resolves with the exit code once the terminal has been given back and nothing is left open. */
export async function runMonitor(options: MonitorOptions<ScenarioName>, warnings: readonly string[], log?: DebugLog): Promise<ExitCode> {
	const {stdin, stdout, stderr} = process;
	const {now} = systemClock;
	const source = await openSource(options.source, now);
	const theme = chooseTheme(options, process.env);
	const write = (text: string) => {
		stdout.write(text);
	};

	const store = createMonitorStore({
		accounts: [{id: account, host: sanitize(new URL(source.url).host)}], interval: options.interval, startedAt: now(), view: {sort: options.sort, filter: {...noFilter, text: options.filter}},
	});
	const derived = createDerived(theme.signs, options.columns);
	const actions = createActions(store, derived);
	const time = createClockTime(localTime);
	const recorder = createRecorder({
		log,
		redact: text => maskUrls(maskKnown(text, [source.token.current()])),
		clock: systemClock,
		failed(code) {
			actions.noticed(sanitize(`the debug log cannot be written (${code}); lines are lost until it can`), now(), 'caution');
		},
	});
	// Loaded long before it is needed: the package may be replaced by a newer one while the monitor runs.
	const leavingWords = afterFirstPicture(async () => import('./print/exit-summary.js'));
	const {poller, close} = createPolling({
		account, url: source.url, token: source.token, names: options.names, timeout: options.timeout, interval: options.interval, actions, recorder, ended: leavingWords.soon,
	});
	const announcer = startAnnouncer({
		store, derived, signs: theme.signs, settings: options, env: process.env, write, now,
	});
	const suspension = createSuspension({
		async stop() {
			announcer.pause();
			await stopJob();
			announcer.resume();
		},
		returned() {
			poller.pollNow();
		},
	});

	const leaving = Promise.withResolvers<Ending>();
	const ports: CommandPorts = {
		actions,
		state: store.getState,
		pollers: [poller],
		now,
		size: () => sizeOf(stdout),
		subject() {
			return derived.subject(store.getState(), now(), time);
		},
		signs: theme.signs,
		time,
		derived,
		columnsInSight() {
			const state = store.getState();
			const geometry = divideScreen(sizeOf(stdout), state.view);
			const width = geometry.kind === 'full' ? geometry.grid?.width : undefined;
			return derived.fitted(state, width ?? geometry.size.columns).map(({column}) => column.id);
		},
		copy(text, what, isSecret = false) {
			void copyText(text, {env: process.env, write}).then(copied => {
				const told = isSecret ? '' : `: ${text.replaceAll('\n', ' ')}`;
				actions.noticed(copied.kind === 'copied' ? `copied ${what}${copied.by === 'tmux' ? ' to tmux' : ''}${told}` : `not copied: ${copied.why}`, now(), copied.kind === 'copied' ? 'plain' : 'caution');
			});
		},
		leave(code) {
			leaving.resolve({code});
		},
		redraw() {
			screen.redraw();
		},
		suspend: suspension.suspend,
	};
	recorder.started({
		version: readVersion(), node: process.version, platform: process.platform, host: new URL(source.url).host, intervalMilliseconds: options.interval,
	});
	// The first answer is on its way while the screen's libraries load.
	const polling = new AbortController();
	const polled = poller.run(polling.signal).catch((error: unknown) => {
		leaving.resolve({code: 1, fault: {error}});
	});
	const {startScreen} = await import('./mount.js');
	const screen = startScreen({
		store,
		derived,
		theme,
		time,
		wanted: options.names.map(name => sanitize(name)),
		now,
		...createKeyboard(createCommands(ports), ports, recorder.ran),
		mounted: suspension.owned,
	}, {stdin: withFunctionKeys(stdin), stdout: withThinFrames(stdout)}, error => {
		leaving.resolve({code: 1, fault: {error}});
	});
	const unwatch = watchProcess({
		end(code) {
			leaving.resolve({code});
		},
		crashed(error) {
			leaving.resolve({code: 1, fault: {error}});
		},
		hungUp() {
			leaving.resolve({code: 129});
		},
		stopped: suspension.suspend,
		continued: suspension.retake,
	}, {stdin, stdout});
	// A frame that was on its way while the size changed has left its traces where later frames, which write only what differs, do not see them. Taking the terminal back draws everything anyway.
	const unwatchSize = afterResize(stdout, () => {
		if (!suspension.isLent()) {
			screen.redraw();
		}
	});
	screen.ended.catch((error: unknown) => {
		leaving.resolve({code: 1, fault: {error}});
	});

	for (const warning of warnings) {
		actions.noticed(sanitize(warning), now(), 'caution');
	}

	const ending = await leaving.promise;
	polling.abort();
	unwatchSize();
	announcer.end(ending.code === 129);
	screen.end();
	await Promise.allSettled([screen.ended, polled, close(), source.close()]);
	unwatch();
	recorder.ended(ending.code);
	if (ending.fault !== undefined) {
		const {startedAt, feeds, inventory} = store.getState();
		stderr.write(theme.plain(`${reportCrash({
			error: ending.fault.error,
			startedAt,
			polls: feeds.get(account)?.polls ?? {made: 0, failed: 0},
			instances: inventory.tracked.size,
			commands: recorder.commands(),
			secrets: [source.token.current(), ...collectSecrets(inventory)],
		}, now())}\n`));
	} else if (ending.code !== 129) {
		const {describeLeaving} = await leavingWords.now();
		stdout.write(`${describeLeaving(store.getState(), {now: now(), columns: sizeOf(stdout).columns, theme})}\n`);
	}

	return ending.code;
}

async function openSource(source: MonitorOptions<ScenarioName>['source'], now: () => number): Promise<Source> {
	return source.kind === 'demo' ? openDemo(source.simulation, now) : {url: source.url, token: source.token, close: async () => undefined};
}
