import type {Fleet} from '../../core/fleet/fleet.js';
import type {Transition} from '../../core/fleet/transitions.js';
import type {InstanceKey} from '../../core/instance/instance.js';
import type {Slices} from '../../core/polling/slices.js';
import {keepSelection} from './keep-selection.js';
import type {Selectors} from './selectors.js';
import type {Store} from './store.js';

/** Makes the actions that put what the watcher found into the store. */
export function createPollActions(store: Store, selectors: Selectors) {
	return {
		/**
		Computes the rows of a fleet before the store takes it, so that no key has to wait for them: each slice takes a few milliseconds.
		Once a person wants other rows it stops: those will be computed when the store has the fleet.
		*/
		* fleetPrepared(fleet: Fleet): Slices<void> {
			const state = store.getState();
			const {filter, sort, acknowledged} = state.view;
			const work = selectors.rowsAhead({...state, fleet});
			while (work.next().done !== true) {
				const {view} = store.getState();
				if (view.filter !== filter || view.sort !== sort || view.acknowledged !== acknowledged) {
					return;
				}

				yield;
			}
		},
		/** Takes the fleet after a poll that ended at `at`. The selection stays on its instance. */
		fleetPolled(fleet: Fleet, at: number) {
			store.setState(state => ({fleet, view: keepSelection(state, {...state, fleet}, selectors, at)}));
		},
		/** Takes the fleet between two polls, of which only a feed has changed. */
		feedChanged(fleet: Fleet) {
			store.setState({fleet});
		},
		/** Takes what is remembered of the instance that the detail shows. */
		pastRecalled(key: InstanceKey, older: readonly Transition[]) {
			store.setState({past: {key, older}});
		},
		intervalChosen(interval: number) {
			store.setState({interval});
		},
	};
}
