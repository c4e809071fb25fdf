import type {ColumnId} from '../../columns/column.js';
import type {Sort} from '../../columns/sort.js';
import type {AccountId} from '../../instance/instance.js';
import type {BoundCommand} from '../../keymap/bindings.js';

/**
What taking an item does. A command is run as its key would run it; with `isForSelected` it is for what was selected when the menu was
opened, and for nothing else.
*/
type MenuTake =
	| {readonly kind: 'command'; readonly command: BoundCommand; readonly isForSelected: boolean}
	| {readonly kind: 'sort'; readonly sort: Sort}
	| {readonly kind: 'account'; readonly account: AccountId | undefined}
	| {readonly kind: 'column'; readonly column: ColumnId}
	| {readonly kind: 'nothing'};

/** Line of a menu. It is recognised by its `id` while the menu is open, whatever polls change of it. */
export type MenuItem = {
	readonly id: string;
	/** What stands before the label, such as a tick; as wide in each item of a menu that has any. */
	readonly mark: string;
	readonly label: string;
	/** What is said of it where there is room. */
	readonly words: string;
	/** At the right: a key, a count. */
	readonly right: string;
	/** Names under which it is found at once, beside its label. */
	readonly names: readonly string[];
	readonly take: MenuTake;
};
