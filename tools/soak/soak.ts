import {monitorEventLoopDelay} from 'node:perf_hooks';
import {defaultColumns} from '../../source/core/columns/choose.js';
import {utc as time} from '../../test/helpers/utc.js';
import {nothingCustom} from '../../test/helpers/custom/nothing-custom.js';
import {unicodeSymbols} from '../../source/core/screen/symbols.js';
import {sanitize} from '../../source/core/text/sanitize.js';
import {createAlarm} from '../../source/tui/alarm.js';
import {createWatcher} from '../../source/polling/watcher.js';
import {newFleet} from '../../source/core/fleet/fleet.js';
import {createActions} from '../../source/tui/store/actions.js';
import {createSelectors} from '../../source/tui/store/selectors/selectors.js';
import {createMonitorStore} from '../../source/tui/store/store.js';
import {sizeOf} from '../../source/terminal/capabilities.js';
import {mountScreen} from '../../source/tui/mount.js';
import {createTheme} from '../../source/tui/components/theme.js';
import {account, noon} from '../../test/helpers/fleet.js';
import {createHandClock} from '../../test/helpers/hand-clock.js';
import {createMockApi} from '../../test/helpers/servers/mock-api.js';
import {createChurn} from './churn.js';
import {keys} from './keys.js';
import {
	countHeld,
	weighMemory,
	type Held,
	type Memory,
} from './measure-process.js';
import {createStreams} from './streams.js';

export type SoakOptions = {
	readonly polls: number;
	/** The number of polls after which everything that has a limit has reached it. */
	readonly warmUp: number;
	readonly instances: number;
	readonly seed: number;
	/** Called after every tenth of the polls. */
	readonly progress: (polls: number, heap: number) => void;
};

export type SoakReport = {
	readonly polls: number;
	readonly failed: number;
	/** Polls that were begun but not folded into the store. */
	readonly dropped: number;
	readonly warm: Memory & Held;
	readonly end: Memory & Held;
	/** Held by the process alone, before the screen was started and after it was ended. */
	readonly beforehand: Held;
	readonly afterwards: Held;
	/** Between two turns of the event loop, in milliseconds. It contains the simulation of the fleet. */
	readonly largestDelay: number;
	readonly bytes: number;
	readonly events: number;
	/** Milliseconds that passed on the monitor's clock. */
	readonly lived: number;
};

const host = sanitize('soak.example');

/** The default interval of polls. */
const interval = 5000;

/**
Runs the real client, parser, watcher, store, selectors, keys and screen, on a clock that is turned by hand and a server in memory,
and measures the process before and after.
*/
export async function soak({polls, warmUp, instances, seed, progress}: SoakOptions): Promise<SoakReport> {
	const beforehand = countHeld([]);
	const clock = createHandClock(noon);
	const churn = createChurn(instances, seed);
	const streams = createStreams(160, 50);
	const theme = createTheme({depth: 'colors', isAscii: false});
	const store = createMonitorStore({fleet: newFleet([{account, host}]), interval, startedAt: noon});
	const selectors = createSelectors(unicodeSymbols, defaultColumns);
	const actions = createActions(store, selectors);
	const stop = new AbortController();
	const {now} = clock;
	let asked = 0;
	const api = createMockApi(now);
	const watcher = createWatcher({
		accounts: [{
			account,
			host,
			timeout: 60_000,
			async fetchList(signal) {
				asked++;
				api.reply(churn.next(now()));
				return api.client.fetchList(signal);
			},
		}],
		clock,
		random: () => 0.5,
		interval,
		prepare: actions.fleetPrepared,
	});
	watcher.subscribe(({fleet, poll}) => {
		if (poll === undefined) {
			actions.feedChanged(fleet);
		} else {
			actions.fleetPolled(fleet, poll.at);
		}
	});
	const alarm = createAlarm({
		hasBell: true, hasNotifications: true, time, ring() {
			streams.stdout.write('\u{7}');
		}, notify({title, body}) {
			streams.stdout.write(title + body);
		},
	});
	const unsubscribe = store.subscribe((state, before) => {
		alarm.check(state, before, now());
	});
	const nothing = () => undefined;
	const screen = mountScreen({
		store, selectors, actions, theme, time, ...nothingCustom, wanted: [], now, pollers: watcher.pollers,
		size: () => sizeOf(streams.stdout),
		urlOf: () => '',
		copy() {
			// The clipboard is left alone.
		},
		leave() {
			// The soak ends the monitor.
		},
		redraw() {
			screen.redraw();
		},
		suspend() {
			// A shell to return to is missing here.
		},
		past: {recallOlder: nothing, recallPasts: nothing, recallFleet: nothing},
		mounted() {
			// The terminal is never lent to a shell.
		},
	}, streams, error => {
		throw error;
	});

	const signals = [stop.signal];
	const targets = () => [streams.stdin, streams.stdout, ...signals];
	const delays = monitorEventLoopDelay({resolution: 5});
	const running = watcher.run(stop.signal);
	let warm: (Memory & Held) | undefined;
	let told = 0;
	delays.enable();
	const isDone = () => asked >= polls;
	while (!isDone()) {
		// eslint-disable-next-line no-await-in-loop -- the clock is turned step by step
		await clock.turn(interval);
		// eslint-disable-next-line no-await-in-loop -- every step is drawn
		await settle();
		if (asked % 3 === 0) {
			streams.type(keys[asked % keys.length] ?? 'j');
		}

		if (asked % 100 === 0) {
			streams.resize(80 + (asked % 120), 20 + (asked % 40));
		}

		if (asked >= told + (polls / 10)) {
			told = asked;
			progress(asked, weighMemory().heap);
		}

		if (warm === undefined && asked >= warmUp) {
			warm = {...weighMemory(), ...countHeld(targets())};
		}
	}

	delays.disable();
	const end = {...weighMemory(), ...countHeld(targets())};
	const {feeds, log} = store.getState().fleet;
	const made = feeds.get(account)?.polls.made ?? 0;
	const lived = now() - noon;
	stop.abort();
	screen.end();
	unsubscribe();
	await Promise.all([running, screen.ended]);
	await api.close();
	return {
		polls: asked,
		failed: churn.failed(),
		dropped: asked - made,
		warm: warm ?? end,
		end,
		beforehand,
		afterwards: countHeld([]),
		largestDelay: delays.max / 1e6,
		bytes: streams.written(),
		events: log.events.length,
		lived,
	};
}

/** Waits until React and Ink have drawn: they work in turns of the loop, and a frame has a timer of a millisecond. */
async function settle(): Promise<void> {
	await new Promise(resolve => {
		setTimeout(resolve, 2);
	});
}
