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

/** Makes the actions that polling calls. */
export function createPollActions(store: Store, selectors: Selectors) {
	let foldedAhead: {readonly inventory: Inventory; readonly outcome: Outcome; readonly folded: Folded} | undefined;
	return {
		/**
		Does the long part of `pollEnded` in slices of a few milliseconds, before `pollEnded` is called with the same outcome.
		So a key does not have to wait, however large the fleet is.

		@yields Nothing.
		*/
		* foldAhead(account: AccountId, outcome: Outcome, at: number): Slices<void> {
			const {inventory, view: {acknowledged}} = store.getState();
			const folded = yield * foldAnswer(inventory, account, outcome, at);
			foldedAhead = {inventory, outcome, folded};
			yield * selectors.rowsAhead(folded.inventory, acknowledged);
		},
		pollStarted(account: AccountId) {
			store.setState(state => {
				// Without trouble the screen does not show the next poll, so that no redraw is needed.
				if (state.feeds.get(account)?.trouble === undefined) {
					return state;
				}

				return {feeds: withFeed(state, account, feed => ({...feed, next: undefined}))};
			});
		},
		pollEnded({account, outcome, at, next}: PollEnd & {readonly account: AccountId}) {
			store.setState(state => {
				const isReady = foldedAhead?.inventory === state.inventory && foldedAhead.outcome === outcome;
				const ready = isReady ? foldedAhead?.folded : undefined;
				const {inventory, transitions} = ready ?? runAtOnce(foldAnswer(state.inventory, account, outcome, at));
				foldedAhead = undefined;
				const mass = inventory === state.inventory ? state.mass : foldMass(state.mass, transitions, {now: at, inventory});
				const feeds = withFeed(state, account, feed => foldOutcome(feed, outcome, {at, next}));
				const log = logPoll(state.log, {
					account,
					at,
					before: state.inventory,
					after: inventory,
					feedBefore: state.feeds.get(account),
					feedAfter: feeds.get(account),
				});
				const folded = {
					...state, inventory, feeds, log, mass,
				};
				return {...folded, view: keepSelection(state, folded, selectors, at)};
			});
		},
		/** Moves all held times by so many milliseconds, after the clock was set. */
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
Folds an answer into the inventory. The answer that the named instance does not exist counts as an empty list.
Trouble leaves the inventory as it is.

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
