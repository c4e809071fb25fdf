import type {MenuItem} from '../../../../../source/core/view/menu/menu-item.js';

/** An item of a menu that does nothing. */
export function itemOf(id: string, own: Partial<MenuItem> = {}): MenuItem {
	return {
		id, mark: '', label: id, words: '', right: '', names: [], take: {kind: 'nothing'}, ...own,
	};
}
