import {
	openSection,
	placeCursor,
	revealDuration,
	type DetailView,
	type FieldPlace,
} from '../../core/detail/detail-view.js';
import type {InstanceKey} from '../../core/instance/instance.js';
import type {Tracked} from '../../core/fleet/tracked.js';
import type {SectionId} from '../../core/sections/sections.js';
import type {Column} from '../../core/columns/column.js';
import type {Sort} from '../../core/columns/sort.js';
import {hasLastingSelection, type OverlayView} from '../../core/keymap/places.js';
import type {OpenMenu} from '../../core/view/menu/open-menu.js';
import {createNotice, type NoticeStyle} from '../../core/view/notice.js';
import type {OwnState} from '../../core/view/own-state.js';
import {moveSelection, restingSelection} from '../../core/view/selection.js';
import {
	homeView,
	noFilter,
	withoutFormerNotice,
	type Question,
	type ViewState,
} from '../../core/view/view-state.js';
import type {SavedView} from '../../core/view/saved-view.js';
import {clamp} from '../../core/screen/viewport.js';
import type {Selectors} from './selectors/selectors.js';
import {keepSelection} from './keep-selection.js';
import {openDetail} from './open-detail.js';
import {goBack, openOver} from './trail.js';
import type {State, Store} from './store.js';

/** Makes the actions of the views: selection, detail, opening and closing, held picture, sort, notices. */
export function createViewActions(store: Store, selectors: Selectors) {
	const updateView = (change: (view: ViewState, state: State) => ViewState) => {
		store.setState(state => ({view: withoutFormerNotice(change(state.view, state), state.view)}));
	};

	const updateDetail = (change: (detail: DetailView) => DetailView) => {
		updateView(view => ({...view, detail: change(view.detail)}));
	};

	/**
	The key of the instance that the grid selects; `undefined` while the selection rests. If the instance of the detail is not in the list,
	it is the one at its former index.
	*/
	const gridKey = (state: State): InstanceKey | undefined => {
		const {kept, selection: {key}} = state.view;
		if (key === undefined) {
			return undefined;
		}

		const keys = selectors.keys(state);
		return kept === undefined || keys.includes(key)
			? selectors.selected(state)?.tracked.instance.key
			: keys[clamp(kept.index, 0, keys.length - 1)];
	};

	return {
		selectionMoved(steps: number, height: number) {
			updateView((view, state) => ({
				...view,
				lost: undefined,
				kept: undefined,
				selection: moveSelection({...view.selection, key: gridKey(state)}, selectors.keys(state), steps, height),
			}));
		},
		/** Brings the selection to rest on the first row, unless it belongs to the open view, such as the detail of an instance. */
		selectionRested() {
			updateView(view => view.selection.key === undefined || hasLastingSelection(view.place)
				? view
				: {
					...view, selection: restingSelection, lost: undefined, detail: {...view.detail, revealedUntil: undefined},
				});
		},
		detailOpened() {
			updateView((view, state) => {
				const row = selectors.selected(state);
				return row === undefined ? view : openDetail(view, row);
			});
		},
		/** Goes back to the view from which the detail was opened. With `isPaneKept` the pane stays open beside the grid. */
		detailClosed({isPaneKept}: {readonly isPaneKept: boolean}) {
			updateView((view, state) => ({
				...goBack({
					...view,
					selection: {...view.selection, key: gridKey(state)},
					detail: {...view.detail, find: '', revealedUntil: undefined},
				}, state, selectors),
				isPaneOpen: isPaneKept && (view.trail.at(-1)?.place ?? homeView) === homeView,
			}));
		},
		/** Takes note that a person has pressed a key: from now on nothing opens by itself, and what was told until then is read. */
		touched() {
			const {mayOpenItself, notice} = store.getState().view;
			const isRead = notice?.until === Infinity;
			if (mayOpenItself || isRead) {
				updateView(view => ({...view, mayOpenItself: false, notice: isRead ? undefined : notice}));
			}
		},
		paneClosed() {
			updateView(view => ({...view, isPaneOpen: false}));
		},
		/** Opens a view that fills the body, in place of what is drawn over the open one. */
		viewOpened(place: ViewState['place']) {
			updateView((view, state) => ({
				...openOver(view, state, selectors, place),
				selection: {...view.selection, key: gridKey(state)},
				kept: undefined,
				detail: {...view.detail, revealedUntil: undefined},
			}));
		},
		viewClosed() {
			updateView((view, state) => goBack(view, state, selectors));
		},
		/** Draws a view in place of the open one. It begins in its initial state. */
		overlayOpened(overlay: OverlayView) {
			updateView(view => ({...view, overlay, own: {...view.own, [overlay]: undefined}}));
		},
		overlayClosed() {
			updateView(view => ({...view, overlay: undefined}));
		},
		/** Opens a menu, or changes the open one. */
		menuChanged(menu: OpenMenu) {
			updateView(view => ({...view, menu}));
		},
		menuClosed() {
			updateView(view => ({...view, menu: undefined}));
		},
		/** Shows these columns; `undefined` the usual ones. */
		columnsChosen(columns: readonly Column[] | undefined) {
			updateView(view => ({...view, columns}));
		},
		/** Changes a state that only its view knows. */
		ownChanged<Value>({read, write}: OwnState<Value>, change: (value: Value) => Value) {
			updateView(view => write(view, change(read(view))));
		},
		/**
		Opens the detail of an instance from an event of `at`. A filter of the grid that hides the instance is cleared.
		An instance that is no longer listed is shown as the event has it.
		*/
		instanceOpened(tracked: Tracked, at: number) {
			updateView((view, state) => {
				const {key} = tracked.instance;
				const filter = selectors.keys(state).includes(key) ? view.filter : noFilter;
				const isListed = selectors.shown(state).tracked.has(key);
				const lastSeen = tracked.lastSeen ?? {at, era: tracked.since.era};
				const kept = isListed ? undefined : {tracked: {...tracked, gone: tracked.gone ?? at, lastSeen}, index: 0};
				const opened: ViewState = {
					...view, filter, kept, place: 'detail', selection: {...view.selection, key},
				};
				const row = selectors.selected({...state, view: opened});
				return row === undefined ? view : openDetail({...opened, place: view.place}, row);
			});
		},
		sectionOpened(section: SectionId) {
			updateDetail(detail => openSection(detail, section));
		},
		cursorPlaced(place: FieldPlace) {
			updateDetail(detail => placeCursor(detail, place));
		},
		secretsRevealed(now: number) {
			updateDetail(detail => ({...detail, revealedUntil: now + revealDuration}));
		},
		secretsHidden() {
			updateDetail(detail => ({...detail, revealedUntil: undefined}));
		},
		pictureHeld(now: number) {
			updateView((view, state) => ({
				...view, held: {
					at: now, inventory: state.fleet.inventory, masses: state.fleet.masses, lastHour: state.lastHour,
				},
			}));
		},
		pictureReleased(now: number) {
			updateView((view, state) => {
				const after = {...state, view: {...view, held: undefined}};
				return {...keepSelection(state, after, selectors, now), held: undefined};
			});
		},
		/** Shows what a saved view shows: its filter alone, its columns and its sort where it has some. */
		viewTaken({filter, columns, sort}: SavedView) {
			updateView(view => ({
				...view, filter: filter === '' ? noFilter : {...noFilter, text: filter}, columns: columns ?? view.columns, sort: sort ?? view.sort,
			}));
		},
		sorted(sort: Sort) {
			updateView(view => ({...view, sort}));
		},
		/** Takes the notice away before its time, such as one that says that something runs which has ended. */
		noticeEnded() {
			updateView(view => ({...view, notice: undefined}));
		},
		questionAsked(question: Question) {
			updateView(view => ({...view, question}));
		},
		questionAnswered() {
			updateView(view => ({...view, question: undefined}));
		},
		noticed(text: string, now: number, style?: NoticeStyle) {
			updateView(view => ({...view, notice: createNotice(text, now, style)}));
		},
	};
}
