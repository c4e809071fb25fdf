import type {HintWords} from '../../keymap/describe.js';
import type {Line} from '../../screen/span.js';
import type {MenuItem} from './menu-item.js';
import {cursorIn, type OpenMenu} from './open-menu.js';

/** What an open menu shows: the items that match what is typed, and the number of all. */
export type ListedMenu = {
	readonly menu: OpenMenu;
	/** What stands before what is typed. */
	readonly title: string;
	readonly items: readonly MenuItem[];
	readonly total: number;
	/** What is there in place of items. */
	readonly empty: readonly Line[];
	/** Words of the footer's keys that differ from those of the table. */
	readonly words: HintWords;
};

/** The item under the cursor. */
export function itemAtCursor({menu, items}: ListedMenu): MenuItem | undefined {
	return items[cursorIn(menu, items)];
}

/** The place of the cursor among the items, such as `3/48`; empty where there are none. */
export function positionIn({menu, items}: ListedMenu): string {
	return items.length === 0 ? '' : `${cursorIn(menu, items) + 1}/${items.length}`;
}
