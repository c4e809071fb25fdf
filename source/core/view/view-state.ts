import {initialDetail, type DetailView} from '../detail/detail-view.js';
import type {AccountId, InstanceKey, StateKind} from '../instance/instance.js';
import type {Inventory} from '../fleet/inventory.js';
import type {LastHours} from '../fleet/past/last-hour.js';
import type {Masses} from '../fleet/mass-event.js';
import type {Tracked} from '../fleet/tracked.js';
import type {
	BodyView,
	FocusedPlace,
	OverlayView,
	ViewId,
} from '../keymap/places.js';
import type {Column} from '../columns/column.js';
import {healthFirst, type Sort} from '../columns/sort.js';
import type {SafeText} from '../text/sanitize.js';
import type {Completion} from './completion.js';
import type {OpenMenu} from './menu/open-menu.js';
import type {Notice} from './notice.js';
import type {PromptHistory, Prompt} from './prompt.js';
import {restingSelection, type Selection} from './selection.js';

/**
Filter of the grid: a row has to match the text, has to be in the state and of the account if one is chosen, and has to be in trouble if
`isTroubleOnly`.
*/
export type GridFilter = {
	readonly text: string;
	readonly state: StateKind | undefined;
	/** The one of several accounts that is shown alone. */
	readonly account: AccountId | undefined;
	readonly isTroubleOnly: boolean;
};

export const noFilter: GridFilter = {
	text: '', state: undefined, account: undefined, isTroubleOnly: false,
};

/** Whether a filter hides nothing: what was chosen and taken back leaves none. */
export function isNoFilter({text, state, account, isTroubleOnly}: GridFilter): boolean {
	return text === '' && state === undefined && account === undefined && !isTroubleOnly;
}

export function isSameFilter(one: GridFilter, other: GridFilter): boolean {
	return one.text === other.text && one.state === other.state && one.account === other.account && one.isTroubleOnly === other.isTroubleOnly;
}

/** Text that the prompt of a view edits: its filter, or the text that is searched for. It takes effect with every key. */
export type TypedText = {
	readonly read: (view: ViewState) => string;
	readonly write: (view: ViewState, text: string) => ViewState;
	readonly history: 'filterHistory' | 'findHistory';
};

/** Open prompt of a view, with the text and the state of the detail that a cancel restores. */
type TextPrompt = {
	readonly typed: TypedText;
	readonly prompt: Prompt;
	readonly former: string;
	readonly formerDetail: DetailView;
	/** What was completed last; it holds until the text or the cursor changes. */
	readonly completion?: Completion;
};

/** Instance whose detail was being read when it left the list, as it was last listed, and the index of its row. */
type KeptInstance = {
	readonly tracked: Tracked;
	readonly index: number;
};

/** State of a view that only the view itself knows, and the handle that it was written with. */
export type OwnEntry<Value> = {
	readonly handle: Record<string, unknown>;
	readonly value: Value;
};

/**
What the screen goes back to: a view with what was drawn over it. One whose selection lasts has its instance, as it was last seen, and its
own cursor.
*/
export type Below = {
	readonly place: BodyView;
	readonly overlay: OverlayView | undefined;
	readonly read: (KeptInstance & {readonly detail: DetailView}) | undefined;
};

/** Whether a command shall run for what it is run for; one that says so itself has no `subject`. */
export type Question = {readonly command: SafeText; readonly subject?: SafeText};

/** State of the screen: all that a person has chosen to look at. */
export type ViewState = {
	readonly place: BodyView;
	/** What was left for the views that are open, the oldest first; without any the open view goes back to the home view. */
	readonly trail: readonly Below[];
	/** Whether the detail may open by itself: until a person presses a key, or the first answers are there. */
	readonly mayOpenItself: boolean;
	/** View that is drawn in place of `place` until it is closed. */
	readonly overlay: OverlayView | undefined;
	/** Menu that stands below the view on the screen, and has the keys, until it is closed. */
	readonly menu: OpenMenu | undefined;
	readonly selection: Selection;
	/** Selected instance that left the list. It is selected again if it returns before `until`. */
	readonly lost: {readonly key: InstanceKey; readonly until: number} | undefined;
	readonly filter: GridFilter;
	readonly prompt: TextPrompt | undefined;
	/** Filters that were kept, oldest first. */
	readonly filterHistory: PromptHistory;
	/** Texts that were searched for in details, oldest first. */
	readonly findHistory: PromptHistory;
	readonly sort: Sort;
	/** The columns of a saved view that was taken; `undefined` where they are those of the start. */
	readonly columns: readonly Column[] | undefined;
	/** Acknowledged instances, with the time at which the acknowledged state began: no other state is acknowledged. */
	readonly acknowledged: ReadonlyMap<InstanceKey, number>;
	readonly detail: DetailView;
	/** Whether the detail stays open beside the grid, on a wide screen, while the grid has the keys. */
	readonly isPaneOpen: boolean;
	readonly kept: KeptInstance | undefined;
	/** States of the views' own, as `ownState` writes them. A view that is missing is in its initial state. */
	readonly own: Readonly<Partial<Record<ViewId, OwnEntry<unknown> | undefined>>>;
	/** What of the fleet and of its last hour is shown while the picture is held, and the time since which it is held. */
	readonly held: {readonly at: number; readonly inventory: Inventory; readonly masses: Masses; readonly lastHour: LastHours} | undefined;
	readonly notice: Notice | undefined;
	/** What a person is asked before a command is run: the next key is the answer. */
	readonly question: Question | undefined;
};

/** View that the monitor begins with, and that the others go back to. The pane of the detail can stay open beside it. */
export const homeView = 'grid' satisfies BodyView;

export const initialView: ViewState = {
	place: homeView,
	trail: [],
	mayOpenItself: true,
	overlay: undefined,
	menu: undefined,
	selection: restingSelection,
	lost: undefined,
	filter: noFilter,
	prompt: undefined,
	filterHistory: [],
	findHistory: [],
	sort: healthFirst,
	columns: undefined,
	acknowledged: new Map(),
	detail: initialDetail,
	isPaneOpen: false,
	kept: undefined,
	own: {},
	held: undefined,
	notice: undefined,
	question: undefined,
};

/** View that is on the screen: an overlay while it is open. */
export function shownView({overlay, place}: ViewState): ViewId {
	return overlay ?? place;
}

/** Place that has the keys: the prompt, a menu, or the view on the screen. */
export function focusedPlace(view: ViewState): FocusedPlace {
	return view.prompt === undefined ? view.menu?.id ?? shownView(view) : 'prompt';
}

/**
Ends a notice that belongs to the place that was left: over the keys of another one it would stand for what is not there. What the very key
has told that leads there stays.
*/
export function withoutFormerNotice(view: ViewState, before: ViewState): ViewState {
	return view.notice === undefined || view.notice !== before.notice || focusedPlace(view) === focusedPlace(before)
		? view
		: {...view, notice: undefined};
}
