import {
	moveField,
	openSection,
	revealStays,
	type DetailView,
} from '../../core/detail/detail-view.js';
import type {InstanceKey} from '../../core/instance/instance.js';
import type {Tracked} from '../../core/fleet/inventory.js';
import type {SectionId} from '../../core/sections/sections.js';
import type {Sort} from '../../core/columns/sort.js';
import type {Tone} from '../../core/screen/span.js';
import {
	moveEvent,
	moveSelection,
	noFilter,
	withNotice,
	type ViewState,
} from '../../core/view/view-state.js';
import {clamp} from '../../core/screen/viewport.js';
import type {Selectors} from './selectors.js';
import {keepSelection} from './keep-selection.js';
import type {State, Store} from './store.js';

/** What a person chooses to look at. */
export function createViewActions(store: Store, selectors: Selectors) {
	const view = (change: (former: ViewState, state: State) => ViewState) => {
		store.setState(state => ({view: change(state.view, state)}));
	};

	const detail = (change: (former: DetailView) => DetailView) => {
		view(former => ({...former, detail: change(former.detail)}));
	};

	/** The instance that the grid's selection stands on; where the one it stood on has left, the one that took its line. */
	const standingKey = (state: State): InstanceKey | undefined => {
		const {kept, selection: {key}} = state.view;
		const keys = selectors.keys(state);
		return kept === undefined || (key !== undefined && keys.includes(key)) ? selectors.selected(state)?.tracked.instance.key : keys[clamp(kept.index, 0, keys.length - 1)];
	};

	return {
		selectionMoved(steps: number, height: number) {
			view((former, state) => ({
				...former,
				lost: undefined,
				kept: undefined,
				selection: moveSelection({...former.selection, key: standingKey(state)}, selectors.keys(state), steps, height),
			}));
		},
		detailOpened() {
			view((former, state) => {
				const key = selectors.selected(state)?.tracked.instance.key;
				return key === undefined ? former : openDetail({...former, selection: {...former.selection, key}}, 'grid');
			});
		},
		/** Back to where the detail was opened from; with `isPaneKept` the grid gets the keys and the pane stays beside it. */
		detailClosed({isPaneKept}: {readonly isPaneKept: boolean}) {
			view((former, state) => ({
				...former,
				place: former.origin,
				isPaneOpen: isPaneKept && former.origin === 'grid',
				selection: {...former.selection, key: standingKey(state)},
				kept: undefined,
				detail: {...former.detail, find: '', revealedUntil: undefined},
			}));
		},
		paneClosed() {
			view(former => ({...former, isPaneOpen: false}));
		},
		eventsOpened() {
			view((former, state) => ({
				...former, place: 'events', selection: {...former.selection, key: standingKey(state)}, kept: undefined, detail: {...former.detail, revealedUntil: undefined},
			}));
		},
		eventsClosed() {
			view(former => ({...former, place: 'grid'}));
		},
		eventMoved(steps: number, height: number) {
			view((former, state) => ({...former, events: moveEvent(former.events, selectors.events(state).map(({id}) => id), steps, height)}));
		},
		/** Opens the detail of an instance from an event; a filter of the grid that hides it goes. One that has left the list is shown as it was last known. */
		instanceOpened(tracked: Tracked, at: number) {
			view((former, state) => {
				const {key} = tracked.instance;
				const filter = selectors.keys(state).includes(key) ? former.filter : noFilter;
				const kept = selectors.shown(state).tracked.has(key) ? undefined : {tracked: {...tracked, gone: tracked.gone ?? at}, index: 0};
				return openDetail({
					...former, filter, kept, selection: {...former.selection, key},
				}, 'events');
			});
		},
		sectionOpened(section: SectionId) {
			detail(former => openSection(former, section));
		},
		fieldFound(field: number) {
			detail(former => ({...former, field, offset: 0}));
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
		pictureReleased(now: number) {
			view((former, state) => ({...keepSelection(state, {...state, view: {...former, held: undefined}}, selectors, now), held: undefined}));
		},
		sorted(sort: Sort) {
			view(former => ({...former, sort}));
		},
		/** Acknowledges an instance in the state it has been in since then; a second time takes it back. */
		acknowledged(key: InstanceKey, since: number) {
			view(former => ({...former, acknowledged: former.acknowledged.get(key) === since ? without(former.acknowledged, key) : new Map(former.acknowledged).set(key, since)}));
		},
		noticed(text: string, now: number, tone?: Tone) {
			view(former => withNotice(former, text, now, tone));
		},
	};
}

function openDetail(view: ViewState, origin: ViewState['origin']): ViewState {
	return {
		...view, place: 'detail', origin, isPaneOpen: true, lost: undefined, detail: {...view.detail, revealedUntil: undefined},
	};
}

function without<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): ReadonlyMap<Key, Value> {
	return new Map(map.entries().filter(([other]) => other !== key));
}
