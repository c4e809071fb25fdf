import type {HintWords} from '../../core/keymap/describe.js';
import type {ColumnId} from '../../core/columns/column.js';
import type {Filter} from '../../core/filter/parse.js';
import type {CustomCommand} from '../../core/run/custom-command.js';
import type {Line} from '../../core/screen/span.js';
import type {SavedView} from '../../core/view/saved-view.js';
import type {MenuItem} from '../../core/view/menu/menu-item.js';
import type {State} from '../store/store.js';
import type {ViewContext} from '../views/view.js';

/** What menus are made of, beside what the screen shows. */
export type MenuContext = ViewContext & {
	/** The views that the config file saves. */
	readonly savedViews: readonly SavedView[];
	/** Their filters. */
	readonly viewFilters: readonly Filter[];
	/** The commands of one's own. */
	readonly customCommands: readonly CustomCommand[];
	/** The columns on the screen now. */
	readonly columnsInSight: () => readonly ColumnId[];
};

/** A menu: what it lists, and what it says. Its keys are those of the place of the same name in `core/keymap/bindings.ts`. */
export type Menu = {
	/** What stands before what is typed. */
	readonly title: string;
	/** The items in their order, of which what is typed leaves some. */
	readonly items: (context: MenuContext, state: State) => readonly MenuItem[];
	/** The item that the cursor begins on, where that is not the first. */
	readonly present?: (state: State, items: readonly MenuItem[]) => string | undefined;
	/** What is there in place of items where there are none. */
	readonly empty?: (state: State) => readonly Line[];
	/** Whether its items stay where they stood when it was opened, or where a person has moved them. */
	readonly keepsOrder?: true;
	/** Words of the footer's keys that differ from those of the table. */
	readonly words?: HintWords;
};
