import {logPoll} from '../../core/fleet/events.js';
import {foldOutcome, type Feed, type NextTry} from '../../core/polling/feed.js';
import type {AccountId} from '../../core/instance/instance.js';
import {
	foldInSlices,
	shiftInventory,
	type Folded,
	type Inventory,
} from '../../core/fleet/inventory.js';
import {foldMass, shiftMass} from '../../core/fleet/mass-event.js';
import type {Outcome} from '../../core/polling/outcome.js';
import {runAtOnce, type Slices} from '../../core/polling/slices.js';
import type {PollEnd} from '../../polling/poller.js';
import type {Selectors} from './selectors.js';
import {keepSelection} from './keep-selection.js';
import type {State, Store} from './store.js';

/** The facts that polling finds. */
export function createPollActions(store: Store, selectors: Selectors) {
	let ahead: {readonly inventory: Inventory; readonly outcome: Outcome; readonly folded: Folded} | undefined;
	return {
		/**
		Does the long part of what `pollEnded` does with an answer, so that a fleet of any size holds up no key: each step takes a few milliseconds.

		@yields Nothing.
		*/
		* foldAhead(account: AccountId, outcome: Outcome, at: number): Slices<void> {
			const {inventory, view: {acknowledged}} = store.getState();
			const folded = yield * foldAnswer(inventory, account, outcome, at);
			ahead = {inventory, outcome, folded};
			yield * selectors.rowsAhead(folded.inventory, acknowledged);
		},
		pollStarted(account: AccountId) {
			// While polls succeed nothing on the screen tells of the next one: nothing is to be drawn anew.
			store.setState(state => state.feeds.get(account)?.trouble === undefined ? state : {feeds: withFeed(state, account, feed => ({...feed, next: undefined}))});
		},
		pollEnded({account, outcome, at, next}: PollEnd & {readonly account: AccountId}) {
			store.setState(state => {
				const {inventory, transitions} = ahead?.inventory === state.inventory && ahead.outcome === outcome ? ahead.folded : runAtOnce(foldAnswer(state.inventory, account, outcome, at));
				ahead = undefined;
				const mass = inventory === state.inventory ? state.mass : foldMass(state.mass, transitions, {now: at, inventory});
				const feeds = withFeed(state, account, feed => foldOutcome(feed, outcome, {at, next}));
				const log = logPoll(state.log, {
					account, at, before: state.inventory, after: inventory, feedBefore: state.feeds.get(account), feedAfter: feeds.get(account),
				});
				const folded = {
					...state, inventory, feeds, log, mass,
				};
				return {...folded, view: keepSelection(state, folded, selectors, at)};
			});
		},
		clockJumped(by: number) {
			store.setState(state => {
				const inventory = shiftInventory(state.inventory, by);
				const acknowledged = new Map(state.view.acknowledged.entries().map(([key, at]) => [key, at + by]));
				return {inventory, mass: shiftMass(state.mass, by), view: {...state.view, acknowledged}};
			});
		},
		rescheduled(account: AccountId, next: NextTry) {
			store.setState(state => ({feeds: withFeed(state, account, feed => ({...feed, next}))}));
		},
		intervalChosen(interval: number) {
			store.setState({interval});
		},
	};
}

function withFeed(state: State, account: AccountId, change: (feed: Feed) => Feed): State['feeds'] {
	const feed = state.feeds.get(account);
	return feed === undefined ? state.feeds : new Map(state.feeds).set(account, change(feed));
}

/**
An answer that the one instance asked for does not exist is an empty list; no answer changes nothing.

@yields Nothing.
*/
function * foldAnswer(inventory: Inventory, account: AccountId, outcome: Outcome, at: number): Slices<Folded> {
	if (outcome.kind === 'ok') {
		return yield * foldInSlices(inventory, outcome.snapshot);
	}

	return outcome.kind === 'not-found'
		? yield * foldInSlices(inventory, {
			account, at, tokenKind: 'unknown', instances: [], rejected: [],
		})
		: {inventory, transitions: []};
}
