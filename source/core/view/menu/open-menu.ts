import type {MenuId} from '../../keymap/places.js';
import {clamp, viewport, type Viewport} from '../../screen/viewport.js';
import {startPrompt, type Prompt} from '../prompt.js';
import type {MenuItem} from './menu-item.js';

/** A menu that is open: what is typed, and the item under the cursor. */
export type OpenMenu = {
	readonly id: MenuId;
	/** What is typed, by which the items are narrowed. */
	readonly prompt: Prompt;
	/** The id of the item under the cursor. Where it is not there any longer, the cursor is on the item at its former `index`. */
	readonly at: string | undefined;
	readonly index: number;
	/** The line of the item under the cursor, and whether the list is at its top, as `viewport` takes it. */
	readonly line: number;
	readonly isAtTop: boolean;
	/** The ids of the items as they stood when the menu was opened, or as a person has moved them since. */
	readonly order: readonly string[];
	/** What was selected when the menu was opened: the key of an instance, or the id of an event. */
	readonly subject: number | string | undefined;
};

/** Opens a menu with its cursor on the item `at`, or on the first. */
export function startMenu(id: MenuId, items: readonly MenuItem[], at?: string, subject?: OpenMenu['subject']): OpenMenu {
	const index = Math.max(0, items.findIndex(item => item.id === at));
	return {
		id, prompt: startPrompt('', []), at: items[index]?.id, index, line: index, isAtTop: true, order: items.map(item => item.id), subject,
	};
}

/** The place of the cursor among the items that are listed, from 0. */
export function cursorIn({at, index}: OpenMenu, items: readonly MenuItem[]): number {
	const found = items.findIndex(item => item.id === at);
	return found === -1 ? clamp(index, 0, Math.max(0, items.length - 1)) : found;
}

/** The part of the items that `height` lines show. */
export function menuViewport(menu: OpenMenu, items: readonly MenuItem[], height: number): Viewport {
	return viewport({index: cursorIn(menu, items), line: menu.line, isAtTop: menu.isAtTop}, height, items.length);
}

/** Moves the cursor by `steps` among the items that are listed. It stops at the ends. */
export function moveInMenu(menu: OpenMenu, items: readonly MenuItem[], steps: number, height: number): OpenMenu {
	const from = cursorIn(menu, items);
	return goInMenu(menu, items, clamp(from + steps, 0, Math.max(0, items.length - 1)), height);
}

/** Puts the cursor on an item, and scrolls no more than it has to. */
export function goInMenu(menu: OpenMenu, items: readonly MenuItem[], index: number, height: number): OpenMenu {
	const shown = menuViewport(menu, items, height);
	const line = clamp(shown.line + (index - cursorIn(menu, items)), 0, Math.max(0, height - 1));
	const {top} = viewport({index, line, isAtTop: shown.top === 0}, height, items.length);
	return {
		...menu, at: items[index]?.id, index, line: index - top, isAtTop: top === 0,
	};
}

/** Takes another text: the cursor goes to the best match. */
export function typeInMenu(menu: OpenMenu, prompt: Prompt, matching: readonly MenuItem[]): OpenMenu {
	return {
		...menu, prompt, at: matching[0]?.id, index: 0, line: 0, isAtTop: true,
	};
}

/** Puts items into the order in which they stood; new ones follow the others. */
export function inOrder(items: readonly MenuItem[], order: readonly string[]): readonly MenuItem[] {
	const places = new Map(order.map((id, index) => [id, index]));
	return items.toSorted((one, other) => (places.get(one.id) ?? order.length) - (places.get(other.id) ?? order.length));
}

/** Moves an id past another one. */
export function movePast(order: readonly string[], id: string, past: string): readonly string[] {
	const from = order.indexOf(id);
	const to = order.indexOf(past);
	return from === -1 || to === -1 ? order : order.toSpliced(from, 1).toSpliced(to, 0, id);
}
