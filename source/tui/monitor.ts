import process from 'node:process';
import type {MonitorSettings} from '../config/settings/monitor.js';
import {columnsFor} from '../core/columns/choose.js';
import {parseFilter} from '../core/filter/parse.js';
import {createClockTime} from '../core/text/clock-time.js';
import {maskTextAnd} from '../core/json/mask.js';
import {newFleet} from '../core/fleet/fleet.js';
import type {Environment} from '../core/text/environment.js';
import type {AccountId} from '../core/instance/instance.js';
import {sanitize} from '../core/text/sanitize.js';
import type {Secret} from '../core/text/secret.js';
import {showName} from '../core/text/portable/show-name.js';
import {endInBackground} from '../process/end-in-time.js';
import {runInSlices} from '../process/run-in-slices.js';
import type {ExitCode} from '../process/exit-code.js';
import type {LastVisit} from '../core/view/last-visit.js';
import {noFilter} from '../core/view/view-state.js';
import type {DebugLog} from '../diagnostics/debug-log.js';
import {readVersion} from '../process/version.js';
import {createRecorder} from '../diagnostics/recorder.js';
import type {Source} from '../polling/ports.js';
import {systemClock} from '../polling/system-clock.js';
import {createMouse} from '../terminal/mouse.js';
import {onWindowChange} from '../terminal/on-window-change.js';
import {screenOfProgramBack} from '../terminal/guardian/give-back.js';
import {openTerminal} from '../terminal/open-terminal.js';
import type {Guardian} from '../terminal/guardian/start.js';
import {isInBackground, stopInBackground} from '../terminal/stop-in-background.js';
import {localTime} from '../process/time/local-time.js';
import {createFirstAnswer} from './start/first-answer.js';
import {afterFirstPicture} from './start/load-later.js';
import {createMonitorStore} from './store/store.js';
import {createSelectors} from './store/selectors/selectors.js';
import {createActions} from './store/actions.js';
import {createCopier} from './create-copier.js';
import {createWatching, shortestInterval} from './start-watching.js';
import {chooseTheme} from './choose-theme.js';
import {createRecall} from './past/recall.js';
import {keepVisits} from './past/keep-visits.js';
import {createShareWish, lookUpWanted} from './past/want-shares.js';
import {createIdle} from './idle.js';
import {createPatience} from './patience.js';
import {createScreenClock} from './screen-clock.js';
import {
	createEnd,
	inTime,
	runAll,
	sayEnding,
} from './leave.js';
import {createLending} from './lend/lend-terminal.js';
import {watchSignals} from './lend/watch-signals.js';
import {startAnnouncer} from './announcer.js';

/** Arguments of the start that are no settings. */
export type StartArguments = {
	/** Shown as notices, one after the other. */
	readonly warnings: readonly string[];
	/** `undefined` without `--debug-log`. */
	readonly log: DebugLog | undefined;
	/** What is taken up again of the last visit. */
	readonly resumed: Partial<LastVisit>;
	/** Keeps what is shown at the end for the next start. It never rejects. */
	readonly keepVisit: (visit: LastVisit, tokens: readonly Secret[]) => Promise<void>;
	/** Environment of the programs that commands of one's own start, without secrets. */
	readonly environment: Environment;
	/** Has noted the settings of the terminal before they change; is told when it is taken, and when it is lent. */
	readonly guardian: Pick<Guardian, 'noted' | 'tell'>;
};

/**
Runs the monitor over the sources until the user, a signal or a fault ends it. Resolves with the exit code, after the terminal was
restored and the sources and all handles were closed.
*/
export async function runMonitor(options: MonitorSettings, sources: readonly Source[], start: StartArguments): Promise<ExitCode> {
	const {warnings, log, guardian, environment} = start;
	const {stdin, stdout, stderr} = process;
	const clock = createScreenClock(systemClock);
	const {now} = clock;
	const startedElapsed = systemClock.elapsed();
	const tokens = () => sources.map(({token}) => token.current());
	const theme = chooseTheme(options, process.env);
	const fleet = newFleet(sources.map(({account, url, profile}) => ({account, host: sanitize(new URL(url).host), profile})));
	const store = createMonitorStore({
		fleet,
		interval: shortestInterval(sources),
		intervals: new Map(sources.map(({account, interval}) => [account, interval])),
		startedAt: now(),
		view: {sort: options.sort, filter: {...noFilter, text: options.filter}, ...start.resumed},
	});
	const monitorEnd = createEnd();
	const {ended, end, fail} = monitorEnd;
	const polling = new AbortController();
	const patience = createPatience({
		redraw() {
			store.setState({});
		},
		fail,
		signal: polling.signal,
	});
	const time = createClockTime(localTime);
	const selectors = createSelectors(theme.symbols, columnsFor(options.columns, sources.length), patience, time);
	const actions = createActions(store, selectors);
	const idle = createIdle(options.rest, systemClock.elapsed);
	const recorder = createRecorder({
		log,
		redact: text => maskTextAnd(tokens(), text),
		clock: systemClock,
		failed(code) {
			actions.noticed(sanitize(`the debug log cannot be written (${code}); lines are lost until it can`), now(), {tone: 'caution'});
		},
	});
	using terminal = openTerminal({stdin, stdout, stderr}, recorder.printed);
	const {write} = terminal;
	// Loaded long before it is used: an upgrade may replace the files of the package while the monitor runs.
	const exitSummary = afterFirstPicture(async () => import('./print/exit-summary.js'));
	const visits = keepVisits({
		store, actions, time, now, memory: () => memory, keymap: options.keymap,
	});
	const {watcher, memory, close} = createWatching({
		sources,
		recorder,
		isIdle: idle.isQuiet,
		recalled: visits.recalled,
		forgot(words) {
			actions.noticed(sanitize(words), now(), {tone: 'caution'});
		},
		...createShareWish(store, selectors, () => terminal.size().columns, options.views.map(({filter}) => parseFilter(filter))),
		prepare: actions.fleetPrepared,
	});
	const {past, hourPolled} = createRecall({
		store, actions, selectors, now, memory: () => memory, clock: systemClock, signal: polling.signal, fail,
	});
	lookUpWanted(store, watcher);
	const {pollers} = watcher;
	const firstAnswer = createFirstAnswer({
		elapsed: systemClock.elapsed,
		idle: () => performance.eventLoopUtilization().idle,
		pause: async milliseconds => systemClock.sleep(milliseconds, polling.signal),
	});
	watcher.subscribe(async ({before, fleet: next, poll}) => {
		if (poll === undefined && next.inventory === before.inventory) {
			actions.feedChanged(next);
		} else if (poll === undefined) {
			actions.fleetPolled(next, now());
		} else {
			clock.polled(poll);
			actions.fleetPolled(next, poll.at);
			visits.polled();
			hourPolled(poll.at);
			if (idle.isIdle()) {
				actions.selectionRested();
			}

			exitSummary.soon();
			await firstAnswer.came();
			runInSlices(selectors.textsAhead(store.getState()), polling.signal).catch(fail);
		}
	});
	const announcer = startAnnouncer({
		store,
		selectors,
		symbols: theme.symbols,
		plain: theme.plain,
		settings: options,
		env: process.env,
		write,
		now,
		time,
		sleep: systemClock.sleep,
	});
	const mouse = createMouse(write, options.hasMouse);
	const lending = createLending({
		stdin, write, mouse, announcer, guardian, memory, pollers, environment,
	});
	const {suspension, programs} = lending;
	const ports = {
		actions,
		savedViews: options.views.map(view => ({...view, columns: view.columns && columnsFor(view.columns, sources.length)})),
		customCommands: options.commands,
		isReadOnly: options.isReadOnly,
		runProgram: programs.run,
		pollers,
		size: terminal.size,
		hasMouse: options.hasMouse,
		urlOf: (account: AccountId) => sources.find(source => source.account === account)?.url ?? '',
		copy: createCopier(actions, {env: process.env, write, now}),
		leave(code: ExitCode) {
			end({code});
		},
		redraw() {
			screen.retake();
		},
		suspend: suspension.suspend,
		ran: recorder.ran,
		touched() {
			idle.touched();
			visits.touched();
		},
	};
	recorder.started({
		version: readVersion(),
		node: process.version,
		platform: process.platform,
		host: sources.map(({url}) => new URL(url).host).join(' '),
		intervalMilliseconds: options.interval,
	});
	// The first poll starts before the libraries of the screen are loaded, so that both run at the same time.
	const polled = watcher.run(polling.signal).catch(fail);
	const {mountScreen} = await import('./mount.js');
	await guardian.noted;
	// The keyboard is taken before anything is drawn: a monitor that was started in the background is stopped until it gets the terminal, and
	// leaves the shell's screen as it is.
	await stopInBackground();
	stdin.setRawMode(true);
	// Until then a signal ends the process by itself, also where it is stopped so: there is nothing to give back yet.
	const unwatch = watchSignals(lending, monitorEnd, {stdin, stdout});
	// The title is pushed before anything may have to pop it.
	announcer.resume();
	guardian.tell('taken');
	await firstAnswer.awaited(ended);
	const screen = mountScreen({
		store,
		selectors,
		theme,
		time,
		keymap: options.keymap,
		wanted: [...new Set(sources.flatMap(({names}) => names))].map(name => showName(name)),
		now,
		past,
		...ports,
		mounted: suspension.owned,
	}, terminal.screen, fail);
	firstAnswer.drawn();
	// A frame that is written while the size changes can leave characters behind, and a window of the same size can be another one. Later
	// frames write only what differs. While the terminal is lent nothing is redrawn: taking it back draws the whole screen anyway.
	const unwatchSize = onWindowChange(process, () => {
		if (!suspension.isLent()) {
			screen.redraw();
		}
	});
	mouse.take();
	screen.ended.catch(fail);

	for (const warning of warnings) {
		actions.noticed(sanitize(warning), now(), {tone: 'caution'});
	}

	const ending = await ended;
	const isLent = suspension.isLent();
	const isWithProgram = programs.hasTerminal();
	suspension.end();
	polling.abort();
	unwatchSize();
	if (isWithProgram) {
		// Ink leaves the alternate screen, though it is not on it.
		write(screenOfProgramBack);
	}

	const faults = runAll([mouse.giveBack, announcer.end, screen.end]);
	// Where the terminal went away before it could be given back, Ink throws before it lets the keyboard go, which would keep the process.
	stdin.unref();
	const kept = start.keepVisit(store.getState().view, tokens());
	await inTime([screen.ended, polled, close(), kept, ...sources.map(async source => source.close())]);
	unwatch();
	if (isWithProgram) {
		await inTime([programs.end()]);
		write(screenOfProgramBack);
	}

	terminal.release();
	await inTime([recorder.ended(ending.code)]);
	const code = await sayEnding({...ending, fault: ending.fault ?? faults[0]}, {
		store, theme, stdout, stderr, now, duration: systemClock.elapsed() - startedElapsed, load: exitSummary.now,
		commands: recorder.commands(), tokens: tokens(),
	});
	if (isLent && (!isWithProgram || isInBackground())) {
		// All is given back, and nobody is left to dismiss the guardian.
		guardian.tell('lent');
		await endInBackground(code);
	}

	return code;
}
