import type {Environment} from '../core/text/environment.js';
import type {MonitorSettings} from '../config/settings/monitor.js';
import type {Symbols} from '../core/screen/symbols.js';
import {describeTitle} from '../core/view/describe-title.js';
import {worstFeed} from '../core/view/header/worst-feed.js';
import {staleFor} from '../core/polling/feed.js';
import type {ClockTime} from '../core/text/clock-time.js';
import {nextCoarseStep} from '../core/text/duration.js';
import {sanitize} from '../core/text/sanitize.js';
import type {Clock} from '../polling/ports.js';
import {notify, ringBell} from '../terminal/notify.js';
import {createTitleBar} from '../terminal/title.js';
import {createAlarm} from './alarm.js';
import {hasSeveral} from './store/has-several.js';
import type {Selectors} from './store/selectors/selectors.js';
import type {State, Store} from './store/store.js';

export type AnnouncerPorts = {
	readonly store: Store;
	readonly selectors: Selectors;
	readonly symbols: Symbols;
	/** Gives a text in ASCII where the screen is. */
	readonly plain: (text: string) => string;
	readonly settings: Pick<MonitorSettings, 'hasBell' | 'hasNotifications'>;
	readonly env: Environment;
	readonly write: (text: string) => void;
	readonly now: () => number;
	readonly time: ClockTime;
	readonly sleep: Clock['sleep'];
};

/** Output of the monitor beside its screen: the counts in the terminal's title, the bell, notifications. */
export type Announcer = {
	/** Restores the terminal's title until `resume`, while the shell has the terminal. */
	readonly pause: () => void;
	/** Shows the title, now and at every change. */
	readonly resume: () => void;
	/** Stops announcing for good, and restores the title. */
	readonly end: () => void;
};

/** Subscribes to the store and announces its changes until `end` is called. */
export function startAnnouncer({store, selectors, symbols, plain, settings, env, write, now, time, sleep}: AnnouncerPorts): Announcer {
	const titleBar = createTitleBar(write, env);
	const alarm = createAlarm({
		...settings,
		time,
		ring() {
			ringBell(write);
		},
		notify({title, body}) {
			notify(write, env, sanitize(plain(title)), sanitize(plain(body)));
		},
	});

	let untilStep = new AbortController();
	const showTitle = (state: State) => {
		untilStep.abort();
		const feeds = state.fleet.feeds.values().toArray();
		const feed = worstFeed(feeds);
		if (feed === undefined) {
			return;
		}

		const ages = feeds.map(each => staleFor(each, now())).filter(age => age !== undefined);
		const age = ages.length === 0 ? undefined : Math.max(...ages);
		const {held} = state.view;
		const heldFor = held === undefined ? undefined : Math.max(0, now() - held.at);
		const untilNext = [age, heldFor].filter(told => told !== undefined).map(told => nextCoarseStep(told) - told);
		if (untilNext.length > 0) {
			showAfter(Math.min(...untilNext));
		}

		const counts = feeds.some(({answeredAt}) => answeredAt !== undefined) ? selectors.fleetCounts(state) : undefined;
		titleBar.show(describeTitle({
			counts, host: feed.host, staleFor: age, heldFor, isFailing: feed.trouble !== undefined,
			...hasSeveral(state) && {several: {count: feeds.length, worst: feed}},
		}, symbols));
	};

	/** The age in the title goes on between polls. */
	const showAfter = (delay: number) => {
		untilStep = new AbortController();
		const {signal} = untilStep;
		void sleep(delay, signal).then(() => {
			if (!signal.aborted) {
				showTitle(store.getState());
			}
		});
	};

	let isPaused = false;
	let isEnded = false;
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
			untilStep.abort();
			titleBar.restore();
		},
		resume() {
			isPaused = false;
			if (!isEnded) {
				showTitle(store.getState());
			}
		},
		end() {
			isEnded = true;
			unsubscribe();
			untilStep.abort();
			titleBar.restore();
		},
	};
}
