import type {Environment} from '../core/text/environment.js';
import type {MonitorSettings} from '../config/settings/monitor.js';
import type {Symbols} from '../core/screen/symbols.js';
import {describeTitle} from '../core/view/describe-title.js';
import {notify, ringBell} from '../terminal/notify.js';
import {createTitleBar} from '../terminal/title.js';
import {createAlarm} from './alarm.js';
import type {Selectors} from './store/selectors.js';
import type {State, Store} from './store/store.js';

export type AnnouncerPorts = {
	readonly store: Store;
	readonly selectors: Selectors;
	readonly symbols: Symbols;
	readonly settings: Pick<MonitorSettings, 'hasBell' | 'hasNotifications'>;
	readonly env: Environment;
	readonly write: (text: string) => void;
	readonly now: () => number;
};

/** Output of the monitor beside its screen: the counts in the terminal's title, the bell, notifications. */
export type Announcer = {
	/** Restores the terminal's title until `resume`, while the shell has the terminal. */
	readonly pause: () => void;
	/** Shows the title, now and at every change. */
	readonly resume: () => void;
	/** Stops announcing, and restores the title. */
	readonly end: () => void;
};

/** Subscribes to the store and announces its changes until `end` is called. */
export function startAnnouncer({store, selectors, symbols, settings, env, write, now}: AnnouncerPorts): Announcer {
	const titleBar = createTitleBar(write, env);
	const alarm = createAlarm({
		...settings,
		ring() {
			ringBell(write);
		},
		notify({title, body}) {
			notify(write, env, title, body);
		},
	});

	const showTitle = (state: State) => {
		const [feed] = state.fleet.feeds.values();
		if (feed === undefined) {
			return;
		}

		const counts = feed.answeredAt === undefined ? undefined : selectors.counts(state);
		titleBar.show(describeTitle(counts, feed.host, symbols));
	};

	let isPaused = false;
	const unsubscribe = store.subscribe((state, before) => {
		if (!isPaused) {
			showTitle(state);
		}

		if (state.fleet.inventory !== before.fleet.inventory) {
			alarm.check(state, before, now());
		}
	});

	return {
		pause() {
			isPaused = true;
			titleBar.restore();
		},
		resume() {
			isPaused = false;
			showTitle(store.getState());
		},
		end() {
			unsubscribe();
			titleBar.restore();
		},
	};
}
