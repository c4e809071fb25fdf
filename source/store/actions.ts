import {foldOutcome, type Feed, type NextTry} from '../core/feed.js';
import type {AccountId} from '../core/instance.js';
import {foldSnapshot, type Inventory} from '../core/inventory.js';
import type {Outcome} from '../core/outcome.js';
import type {SectionId} from '../core/sections/section.js';
import type {Tone} from '../core/tone.js';
import {
	indexIn,
	moveField,
	moveSelection,
	openSection,
	revealStays,
	withNotice,
	type DetailView,
	type ViewState,
} from '../core/view-state.js';
import {clamp} from '../core/viewport.js';
import type {Derived} from './derived.js';
import type {State, Store} from './store.js';

/** What has come of a poll that ended at `at`, and when the next one is due. */
export type PollEnd = {
	readonly account: AccountId;
	readonly outcome: Outcome;
	readonly at: number;
	readonly next: NextTry;
};

/** Everything that changes the store. Time comes as an argument. */
export type Actions = ReturnType<typeof createActions>;

export function createActions(store: Store, derived: Derived) {
	const view = (change: (former: ViewState, state: State) => ViewState) => {
		store.setState(state => ({view: change(state.view, state)}));
	};

	const detail = (change: (former: DetailView) => DetailView) => {
		view(former => ({...former, detail: change(former.detail)}));
	};

	return {
		pollStarted(account: AccountId) {
			store.setState(state => ({feeds: withFeed(state, account, feed => ({...feed, next: undefined}))}));
		},
		pollEnded({account, outcome, at, next}: PollEnd) {
			store.setState(state => {
				const inventory = foldAnswer(state.inventory, account, outcome, at);
				const folded = {...state, inventory, feeds: withFeed(state, account, feed => foldOutcome(feed, outcome, {at, next}))};
				return {...folded, view: keepSelection(state, folded, derived, at)};
			});
		},
		rescheduled(account: AccountId, next: NextTry) {
			store.setState(state => ({feeds: withFeed(state, account, feed => ({...feed, next}))}));
		},
		intervalChosen(interval: number) {
			store.setState({interval});
		},
		selectionMoved(steps: number, height: number) {
			view((former, state) => ({...former, selection: moveSelection({...former.selection, key: derived.selected(state)?.tracked.instance.key}, derived.keys(state), steps, height)}));
		},
		detailOpened() {
			view((former, state) => derived.selected(state) === undefined ? former : {...former, place: 'detail', detail: {...former.detail, revealedUntil: undefined}});
		},
		detailClosed() {
			view(former => ({...former, place: 'grid', detail: {...former.detail, revealedUntil: undefined}}));
		},
		sectionOpened(section: SectionId) {
			detail(former => openSection(former, section));
		},
		fieldMoved(steps: number, heights: readonly number[], page: number) {
			detail(former => moveField(former, heights, steps, page));
		},
		secretsRevealed(now: number) {
			detail(former => ({...former, revealedUntil: now + revealStays}));
		},
		secretsHidden() {
			detail(former => ({...former, revealedUntil: undefined}));
		},
		helpToggled() {
			view(former => ({...former, help: former.help === undefined ? 0 : undefined}));
		},
		helpScrolled(steps: number, last: number) {
			view(former => former.help === undefined ? former : {...former, help: clamp(former.help + steps, 0, last)});
		},
		pictureHeld(now: number) {
			view((former, state) => ({...former, held: {at: now, inventory: state.inventory}}));
		},
		pictureReleased() {
			view(former => ({...former, held: undefined}));
		},
		noticed(text: string, now: number, tone?: Tone) {
			view(former => withNotice(former, text, now, tone));
		},
	};
}

function withFeed(state: State, account: AccountId, change: (feed: Feed) => Feed): State['feeds'] {
	const feed = state.feeds.get(account);
	return feed === undefined ? state.feeds : new Map(state.feeds).set(account, change(feed));
}

/** An answer that the one instance asked for does not exist is an empty list; no answer changes nothing. */
function foldAnswer(inventory: Inventory, account: AccountId, outcome: Outcome, at: number): Inventory {
	if (outcome.kind === 'ok') {
		return foldSnapshot(inventory, outcome.snapshot).inventory;
	}

	return outcome.kind === 'not-found'
		? foldSnapshot(inventory, {
			account, at, tokenKind: 'unknown', instances: [], rejected: [],
		}).inventory
		: inventory;
}

/** The selection stays on its instance; when that leaves the list, its neighbour takes its place, and a notice names the one that left. */
function keepSelection(before: State, after: State, derived: Derived, at: number): ViewState {
	const {view} = before;
	const {key} = view.selection;
	const keys = derived.keys(after);
	if (key === undefined || keys.includes(key)) {
		return key === undefined && keys[0] !== undefined ? {...view, selection: {...view.selection, key: keys[0]}} : view;
	}

	const name = derived.selected(before)?.tracked.instance.name;
	const neighbour = keys[clamp(indexIn(derived.keys(before), key), 0, keys.length - 1)];
	const moved: ViewState = {...view, selection: {...view.selection, key: neighbour}, detail: {...view.detail, revealedUntil: undefined}};
	return name === undefined ? moved : withNotice(moved, `${name} has left the list`, at, 'caution');
}
