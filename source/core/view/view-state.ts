import {initialDetail, type DetailView} from '../detail/detail-view.js';
import type {InstanceKey, StateKind} from '../instance/instance.js';
import type {Inventory, Tracked} from '../fleet/inventory.js';
import type {FocusedPlace} from '../keymap/bindings.js';
import {healthFirst, type Sort} from '../columns/sort.js';
import type {BodyView} from '../screen/geometry.js';
import type {Tone} from '../screen/span.js';
import {clamp, standingViewport, viewport} from '../screen/viewport.js';
import type {PromptHistory, Prompt} from './prompt.js';

/** Which instance is selected, and where the list stands: see `viewport`. */
export type Selection = {
	readonly key: InstanceKey | undefined;
	readonly line: number;
	readonly isAtTop: boolean;
};

/** Which rows the grid shows: those the filter's text matches, of one state if one is chosen, and only those that need action if that is wished. */
export type GridFilter = {
	readonly text: string;
	readonly state: StateKind | undefined;
	readonly isActionOnly: boolean;
};

export const noFilter: GridFilter = {text: '', state: undefined, isActionOnly: false};

/** The places that have a filter of their own. */
export type Filtered = 'grid' | 'events';

/** What is typed while the prompt is open: a filter, or what is looked for in the detail. With what to go back to. */
type TextPrompt = {
	readonly place: BodyView;
	readonly prompt: Prompt;
	readonly former: string;
	readonly formerDetail: DetailView;
};

/** The instance whose detail was being read when it left the list, as it was last known, and where it stood. */
type KeptInstance = {
	readonly tracked: Tracked;
	readonly index: number;
};

/** Where a person is in the events: on the newest until they move, then on one event, which keeps its line while new ones arrive. */
export type EventsView = {
	readonly filter: string;
	readonly selected: number | undefined;
	readonly line: number;
};

/** A sentence in the footer's place, for a few seconds. */
export type Notice = {
	readonly text: string;
	readonly tone: Tone;
	readonly until: number;
};

/** What a person has chosen to look at. */
export type ViewState = {
	readonly place: BodyView;
	/** Where the detail was opened from, and so where it goes back to. */
	readonly origin: 'grid' | 'events';
	/** How far the help is scrolled, if it is open. */
	readonly help: number | undefined;
	readonly selection: Selection;
	/** The selected instance that left the list: it is selected again if it comes back in time. */
	readonly lost: {readonly key: InstanceKey; readonly until: number} | undefined;
	readonly filter: GridFilter;
	readonly prompt: TextPrompt | undefined;
	/** Filters that were kept, the latest last. */
	readonly filterHistory: PromptHistory;
	/** What was looked for in details, the latest last. */
	readonly findHistory: PromptHistory;
	readonly sort: Sort;
	/** The acknowledged instances, with since when they were in the state that was acknowledged: in another state it is not acknowledged. */
	readonly acknowledged: ReadonlyMap<InstanceKey, number>;
	readonly detail: DetailView;
	/** Whether the detail stays beside the grid, where there is room, while the grid has the keys. */
	readonly isPaneOpen: boolean;
	readonly kept: KeptInstance | undefined;
	readonly events: EventsView;
	/** The picture that is held, and since when. */
	readonly held: {readonly at: number; readonly inventory: Inventory} | undefined;
	readonly notice: Notice | undefined;
};

export const initialView: ViewState = {
	place: 'grid',
	origin: 'grid',
	help: undefined,
	selection: {key: undefined, line: 0, isAtTop: true},
	lost: undefined,
	filter: noFilter,
	prompt: undefined,
	filterHistory: [],
	findHistory: [],
	sort: healthFirst,
	acknowledged: new Map(),
	detail: initialDetail,
	isPaneOpen: false,
	kept: undefined,
	events: {filter: '', selected: undefined, line: 0},
	held: undefined,
	notice: undefined,
};

/** Where the keys go. */
export function focusedPlace({prompt, help, place}: ViewState): FocusedPlace {
	if (prompt !== undefined) {
		return 'prompt';
	}

	return help === undefined ? place : 'help';
}

/** The text that is typed at a place: its filter, or what is looked for. */
export function typedText(view: ViewState, place: BodyView): string {
	switch (place) {
		case 'grid': {
			return view.filter.text;
		}

		case 'events': {
			return view.events.filter;
		}

		case 'detail': {
			return view.detail.find;
		}
	}
}

/** Sets the text of a place; the events go back to the newest. */
export function withTypedText(view: ViewState, place: BodyView, text: string): ViewState {
	switch (place) {
		case 'grid': {
			return {...view, filter: {...view.filter, text}};
		}

		case 'events': {
			return {...view, events: {filter: text, selected: undefined, line: 0}};
		}

		case 'detail': {
			return {...view, detail: {...view.detail, find: text}};
		}
	}
}

/** Moves the cursor of the events by `steps`, in a list of these ids, newest first. At the top it follows the newest again. */
export function moveEvent(events: EventsView, ids: readonly number[], steps: number, height: number): EventsView {
	const from = events.selected === undefined ? 0 : Math.max(0, ids.indexOf(events.selected));
	const index = clamp(from + steps, 0, ids.length - 1);
	const shown = standingViewport({index: from, line: events.line}, height, ids.length);
	const line = clamp(shown.line + (index - from), 0, Math.max(0, height - 1));
	return index === 0 ? {...events, selected: undefined, line: 0} : {...events, selected: ids[index], line};
}

/** A notice stays this long. */
const noticeStays = 4000;

export function withNotice(view: ViewState, text: string, now: number, tone: Tone = 'plain'): ViewState {
	return {...view, notice: {text, tone, until: now + noticeStays}};
}

/** Moves the selection by `steps` in a list shown in `height` lines. At an end it stays. */
export function moveSelection(selection: Selection, keys: readonly InstanceKey[], steps: number, height: number): Selection {
	const from = indexIn(keys, selection.key);
	const index = clamp(from + steps, 0, keys.length - 1);
	const shown = viewport({...selection, index: from}, height, keys.length);
	const line = clamp(shown.line + (index - from), 0, Math.max(0, height - 1));
	const {top} = viewport({index, line, isAtTop: shown.top === 0}, height, keys.length);
	return {key: keys[index], line: index - top, isAtTop: top === 0};
}

/** Where the selected instance stands in the list; the first if it is not there. */
export function indexIn(keys: readonly InstanceKey[], key: InstanceKey | undefined): number {
	return key === undefined ? 0 : Math.max(0, keys.indexOf(key));
}
