import {stepSort} from '../../core/columns/sort.js';
import type {Chord, CommandId} from '../../core/keymap/bindings.js';
import type {MenuId} from '../../core/keymap/places.js';
import {menuRows} from '../../core/screen/geometry.js';
import {columnsLine, orderColumns, toggleColumn} from '../../core/view/menu/column-items.js';
import {editPrompt, typeText, type Prompt} from '../../core/view/prompt.js';
import {itemAtCursor, type ListedMenu} from '../../core/view/menu/listed-menu.js';
import {
	cursorIn,
	goInMenu,
	movePast,
	moveInMenu,
	startMenu,
	typeInMenu,
	type OpenMenu,
} from '../../core/view/menu/open-menu.js';
import {listMenu, menus} from '../menus/list-menu.js';
import {savedNow} from '../menus/views.js';
import {pageOf} from '../views/view.js';
import type {Commands, ControllerContext} from './context.js';
import {subjectOf, takeItem} from './take-item.js';

type MenuCommand = Extract<
	CommandId,
	| `menu.${string}` | `column.${string}` | `columns.${string}` | `view.${string}` | 'palette.open' | 'sort.open' | 'views.open' | 'sort.left' | 'sort.right'
>;

/** Makes the handlers of the menus: those that open them, those of all menus, and those of one. */
export function createMenuCommands(ports: ControllerContext): Pick<Commands, MenuCommand> {
	const {actions, state, selectors, columnsInSight} = ports;
	const openMenu = (id: MenuId) => () => {
		const items = menus[id].items(ports, state());
		actions.menuChanged(startMenu(id, items, menus[id].present?.(state(), items), subjectOf(ports)));
	};

	const move = (steps: (page: number) => number) => () => {
		const height = menuRows(ports.layout());
		changeMenu(ports, ({menu, items}) => moveInMenu(menu, items, steps(pageOf(height)), height));
	};

	const moveColumn = (step: 1 | -1) => () => {
		changeMenu(ports, ({menu, items}) => {
			const at = cursorIn(menu, items);
			const [moved, past] = [items[at], items[at + step]];
			const order = moved === undefined || past === undefined ? menu.order : movePast(menu.order, moved.id, past.id);
			actions.columnsChosen(orderColumns(selectors.columns(state()), order));
			return {...menu, order, index: at};
		});
		keepInSight(ports);
	};

	return {
		'palette.open': openMenu('palette'),
		'sort.open': openMenu('sort'),
		'columns.open': openMenu('columns'),
		'views.open': openMenu('views'),
		'sort.left'() {
			actions.sorted(stepSort(state().view.sort, columnsInSight(), -1));
		},
		'sort.right'() {
			actions.sorted(stepSort(state().view.sort, columnsInSight(), 1));
		},
		'menu.take'() {
			takeItem(ports);
		},
		'menu.leave': actions.menuClosed,
		'menu.up': move(() => -1),
		'menu.down': move(() => 1),
		'menu.page-up': move(page => -page),
		'menu.page-down': move(page => page),
		'menu.top': move(() => -Infinity),
		'menu.bottom': move(() => Infinity),
		'column.toggle'() {
			toggleAtCursor(ports);
		},
		'column.earlier': moveColumn(-1),
		'column.later': moveColumn(1),
		'columns.copy'() {
			ports.copy(columnsLine(selectors.columns(state())), 'the line of the config file');
		},
		'columns.reset'() {
			actions.columnsChosen(undefined);
			const items = menus.columns.items(ports, state());
			changeMenu(ports, ({menu}) => ({...menu, order: items.map(({id}) => id)}));
			keepInSight(ports);
		},
		'view.copy'() {
			ports.copy(`${savedNow(state()).join('\n')}\n`, 'the lines of a view');
		},
	};
}

/** Changes the open menu. */
function changeMenu(ports: ControllerContext, change: (listed: ListedMenu) => OpenMenu): void {
	const listed = listMenu(ports, ports.state());
	if (listed !== undefined) {
		ports.actions.menuChanged(change(listed));
	}
}

/** Scrolls to the cursor, whose item has another place now. */
function keepInSight(ports: ControllerContext): void {
	const height = menuRows(ports.layout());
	changeMenu(ports, ({menu, items}) => goInMenu(menu, items, cursorIn(menu, items), height));
}

/** Edits what is typed in the open menu by a key that runs no command there. */
export function typeKeyInMenu(ports: ControllerContext, chord: Chord, isCharacter: boolean): void {
	editMenu(ports, prompt => editPrompt(prompt, chord) ?? (isCharacter ? typeText(prompt, chord) : prompt));
}

/** Adds typed or pasted text to what is typed in the open menu. */
export function typeInOpenMenu(ports: ControllerContext, text: string): void {
	editMenu(ports, prompt => typeText(prompt, text));
}

function editMenu(ports: ControllerContext, edit: (prompt: Prompt) => Prompt): void {
	changeMenu(ports, listed => {
		const {menu} = listed;
		const prompt = edit(menu.prompt);
		if (prompt.text === menu.prompt.text) {
			return {...menu, prompt};
		}

		const next = {...ports.state(), view: {...ports.state().view, menu: {...menu, prompt}}};
		return typeInMenu(menu, prompt, listMenu(ports, next)?.items ?? []);
	});
}

function toggleAtCursor(ports: ControllerContext): void {
	const {actions, selectors, state, now} = ports;
	const listed = listMenu(ports, state());
	const take = listed && itemAtCursor(listed)?.take;
	if (listed === undefined || take?.kind !== 'column') {
		return;
	}

	const chosen = toggleColumn(selectors.columns(state()), take.column, listed.menu.order);
	if (chosen === undefined) {
		actions.noticed('one column stays', now());
	} else {
		actions.columnsChosen(chosen);
	}
}
