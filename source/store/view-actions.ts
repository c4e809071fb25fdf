import {
	moveField,
	openSection,
	revealStays,
	type DetailView,
} from '../core/detail-view.js';
import type {InstanceKey} from '../core/instance.js';
import type {SectionId} from '../core/sections/section.js';
import type {Sort} from '../core/sort.js';
import type {Tone} from '../core/tone.js';
import {
	moveEvent,
	moveSelection,
	noFilter,
	withNotice,
	type ViewState,
} from '../core/view-state.js';
import {clamp} from '../core/viewport.js';
import type {Derived} from './derived.js';
import type {State, Store} from './store.js';

/** What a person chooses to look at. */
export function createViewActions(store: Store, derived: Derived) {
	const view = (change: (former: ViewState, state: State) => ViewState) => {
		store.setState(state => ({view: change(state.view, state)}));
	};

	const detail = (change: (former: DetailView) => DetailView) => {
		view(former => ({...former, detail: change(former.detail)}));
	};

	return {
		selectionMoved(steps: number, height: number) {
			view((former, state) => ({
				...former,
				lost: undefined,
				selection: moveSelection({...former.selection, key: derived.selected(state)?.tracked.instance.key}, derived.keys(state), steps, height),
			}));
		},
		detailOpened() {
			view((former, state) => {
				const key = derived.selected(state)?.tracked.instance.key;
				return key === undefined ? former : openDetail({...former, selection: {...former.selection, key}}, 'grid');
			});
		},
		detailClosed() {
			view(former => ({...former, place: former.origin, detail: {...former.detail, revealedUntil: undefined}}));
		},
		eventsOpened() {
			view(former => ({...former, place: 'events', detail: {...former.detail, revealedUntil: undefined}}));
		},
		eventsClosed() {
			view(former => ({...former, place: 'grid'}));
		},
		eventMoved(steps: number, height: number) {
			view((former, state) => ({...former, events: moveEvent(former.events, derived.events(state).map(({id}) => id), steps, height)}));
		},
		/** Opens the detail of an instance from an event; a filter of the grid that hides it goes. */
		instanceOpened(key: InstanceKey) {
			view((former, state) => {
				const filter = derived.keys(state).includes(key) ? former.filter : noFilter;
				return openDetail({...former, filter, selection: {...former.selection, key}}, 'events');
			});
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
		sorted(sort: Sort) {
			view(former => ({...former, sort}));
		},
		/** Acknowledges an instance in the state it has been in since then; a second time takes it back. */
		acknowledged(key: InstanceKey, since: number) {
			view(former => ({...former, known: former.known.get(key) === since ? without(former.known, key) : new Map(former.known).set(key, since)}));
		},
		noticed(text: string, now: number, tone?: Tone) {
			view(former => withNotice(former, text, now, tone));
		},
	};
}

function openDetail(view: ViewState, origin: ViewState['origin']): ViewState {
	return {
		...view, place: 'detail', origin, detail: {...view.detail, revealedUntil: undefined},
	};
}

function without<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): ReadonlyMap<Key, Value> {
	return new Map(map.entries().filter(([other]) => other !== key));
}
