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
import type {Tone} from '../screen/span.js';
import {clamp, viewport} from '../screen/viewport.js';
import {takeCells} from '../text/measure.js';
import type {SafeText} from '../text/sanitize.js';
import type {Completion} from './completion.js';
import type {OpenMenu} from './menu/open-menu.js';
import type {PromptHistory, Prompt} from './prompt.js';

/**
Selected instance and former position of the list, as `viewport` takes it. Without an instance the selection rests on the first row,
whichever that is: so it begins, until a person moves it.
*/
export type Selection = {
	readonly key: InstanceKey | undefined;
	readonly line: number;
	readonly isAtTop: boolean;
};

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

/** Sentence that is shown in the footer until a time, or until the place that it came up in is left; until `Infinity` it is until a key. */
export type Notice = {
	/** Name of the instance that the sentence begins with; empty where it is about none. It is shortened where the line is too narrow. */
	readonly name: string;
	readonly text: string;
	readonly tone: Tone;
	readonly until: number;
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

export const restingSelection: Selection = {key: undefined, line: 0, isAtTop: true};

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

/** A notice is shown for this long. */
export const noticeStays = 4000;

/** Cells that are kept of a notice's text, which each frame measures: no line has more, and what a program printed may be a megabyte. */
const longestNotice = 1000;

/** What can be said of a notice beside its text. */
export type NoticeStyle = {
	readonly tone?: Tone;
	readonly name?: string;
	/** It stays until a key is pressed, since the screen may have no room for it now. */
	readonly isUntilKey?: boolean;
};

export function withNotice(view: ViewState, text: string, now: number, {tone = 'plain', name = '', isUntilKey = false}: NoticeStyle = {}): ViewState {
	return {
		...view, notice: {
			name, text: takeCells(text, longestNotice), tone, until: isUntilKey ? Infinity : now + noticeStays,
		},
	};
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

/** Moves the selection by `steps` in a list that is shown in `height` lines. It stops at the ends. */
export function moveSelection(selection: Selection, keys: readonly InstanceKey[], steps: number, height: number): Selection {
	const from = findPlace(keys, selection.key) ?? 0;
	const index = clamp(from + steps, 0, keys.length - 1);
	const shown = viewport({...selection, index: from}, height, keys.length);
	const line = clamp(shown.line + (index - from), 0, Math.max(0, height - 1));
	const {top} = viewport({index, line, isAtTop: shown.top === 0}, height, keys.length);
	return {key: keys[index], line: index - top, isAtTop: top === 0};
}

/**
Scrolls a list that is shown in `height` lines. The selected instance stays selected as long as it is in sight; then it is the nearest one
that is. A selection that rests goes on resting where nothing scrolls.
*/
export function scrollSelection(selection: Selection, keys: readonly InstanceKey[], steps: number, height: number): Selection {
	const from = findPlace(keys, selection.key) ?? 0;
	const shown = viewport({...selection, index: from}, height, keys.length);
	const top = clamp(shown.top + steps, 0, Math.max(0, keys.length - height));
	const index = clamp(from, top, top + height - 1);
	return top === shown.top ? selection : {key: keys[index], line: index - top, isAtTop: top === 0};
}

/** Place of an instance in the list, from 0; `undefined` where it is not in it. A selection that rests is on the first one. */
export function findPlace(keys: readonly InstanceKey[], key: InstanceKey | undefined): number | undefined {
	const index = key === undefined ? 0 : keys.indexOf(key);
	return index === -1 || keys.length === 0 ? undefined : index;
}
