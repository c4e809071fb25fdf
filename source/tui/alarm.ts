import type {Alert} from '../core/fleet/alert-text.js';
import {foldAlerts, noAlerts} from '../core/fleet/alerts.js';
import type {ClockTime} from '../core/text/clock-time.js';
import {hasSeveral} from './store/has-several.js';
import type {State} from './store/store.js';

export type AlarmPorts = {
	readonly hasBell: boolean;
	readonly hasNotifications: boolean;
	readonly time: ClockTime;
	readonly ring: () => void;
	readonly notify: (alert: Alert) => void;
};

/** Rings the bell and shows notifications for the alerts in what an answer changed. */
export type Alarm = {
	/** Compares the state after an answer with the one before it. */
	readonly check: (state: State, before: State, now: number) => void;
};

/** Makes an alarm that holds the alerts it has raised, so that each is raised once. */
export function createAlarm({hasBell, hasNotifications, time, ring, notify}: AlarmPorts): Alarm {
	let alertState = noAlerts;
	return {
		check(state, before, now) {
			if (!hasBell && !hasNotifications) {
				// Nobody is told, and it would look at every instance while a key may be waiting.
				return;
			}

			const {state: next, alerts} = foldAlerts(alertState, {
				before: before.fleet.inventory,
				inventory: state.fleet.inventory,
				masses: state.fleet.masses,
				acknowledged: state.view.acknowledged,
				now,
				time,
				hasSeveral: hasSeveral(state),
			});
			alertState = next;
			if (hasBell && alerts.length > 0) {
				ring();
			}

			for (const alert of hasNotifications ? alerts : []) {
				notify(alert);
			}
		},
	};
}
