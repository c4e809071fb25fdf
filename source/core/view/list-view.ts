import {clamp, growingViewport} from '../screen/viewport.js';
import {ownState} from './own-state.js';

/**
State of a list that fills the body, such as the events: its filter, the id of the selected item, and the line of that item.
Without a selected item it follows its first, the newest. A selected item keeps its line while new ones arrive.
*/
export type ListView = {
	readonly filter: string;
	readonly selected: ItemId | undefined;
	readonly line: number;
	/** Whether the cursor stays on the last item, also while older ones are added behind it. */
	readonly isAtEnd: boolean;
	/** The items that show what is in them. */
	readonly unfolded: ReadonlySet<ItemId>;
};

/** What an item of a list is recognised by: the number of an event, or the key of an instance. */
export type ItemId = number | string;

/** State of a list before it is opened for the first time. */
export const initialList: ListView = {
	filter: '', selected: undefined, line: 0, isAtEnd: false, unfolded: new Set(),
};

/** The list of the events. The selectors read its filter too. */
export const eventList = ownState('events', initialList);

/**
Moves the cursor of a list by `steps` among its `ids`. At the top it follows the first item again; by all steps that there are it goes to
the last one, and to those that come behind it.
*/
export function moveInList(list: ListView, ids: readonly ItemId[], steps: number, height: number): ListView {
	const from = list.selected === undefined ? 0 : Math.max(0, ids.indexOf(list.selected));
	const index = clamp(from + steps, 0, ids.length - 1);
	const isAtEnd = steps === Infinity;
	const shown = growingViewport({index: from, line: list.line}, height, ids.length);
	const line = clamp(shown.line + (index - from), 0, Math.max(0, height - 1));
	return index === 0
		? {
			...list, selected: undefined, line: 0, isAtEnd,
		}
		: {
			...list, selected: ids[index], line, isAtEnd,
		};
}

/** Scrolls a list. The selected item stays selected as long as it is in sight; then it is the nearest one that is. */
export function scrollList(list: ListView, ids: readonly ItemId[], steps: number, height: number): ListView {
	const from = list.selected === undefined ? 0 : Math.max(0, ids.indexOf(list.selected));
	const shown = growingViewport({index: from, line: list.line}, height, ids.length);
	const top = clamp(shown.top + steps, 0, Math.max(0, ids.length - height));
	const index = clamp(from, top, Math.min(top + height, ids.length) - 1);
	if (top === shown.top) {
		return list;
	}

	return index === 0 ? {...list, selected: undefined, line: 0} : {...list, selected: ids[index], line: index - top};
}

/** Shows what is in an item, or no longer does so. The item is selected from then on, and keeps its line. */
export function toggleFold(list: ListView, id: ItemId): ListView {
	const isUnfolded = list.unfolded.has(id);
	return {
		...list, selected: id, isAtEnd: false, unfolded: isUnfolded ? list.unfolded.difference(new Set([id])) : new Set([...list.unfolded, id]),
	};
}
