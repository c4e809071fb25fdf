import type {Size} from '../core/screen/geometry.js';
import {parseFilter} from '../core/filter/parse.js';
import type {Session} from './components/session.js';
import type {ControllerContext} from './controllers/context.js';
import {createAsking} from './controllers/asking.js';
import {createCommands} from './controllers/global.js';
import {createKeyboard, type KeyboardReport} from './controllers/keyboard.js';
import {listMenu} from './menus/list-menu.js';
import {createPages, type Pages} from './store/pages.js';
import {createLayout, type Layout} from './store/layout.js';
import {fillsOf} from './views/views.js';

/** What the components and the handlers of keys are made of. */
export type SessionParts =
	& Pick<Session, 'store' | 'selectors' | 'theme' | 'time' | 'keymap' | 'wanted' | 'now' | 'past' | 'mounted'>
	& Pick<
		ControllerContext,
		| 'actions' | 'savedViews' | 'customCommands' | 'isReadOnly' | 'runProgram' | 'pollers' | 'urlOf' | 'copy' | 'leave' | 'redraw'
		| 'suspend'
	>
	& {
		/** The size of the terminal. It is asked for only before the first frame. */
		readonly size: () => Size;
		/** Whether the mouse is the monitor's. Else what a terminal reports of it, since another program has asked it to, means nothing. */
		readonly hasMouse?: boolean;
	}
	& KeyboardReport;

/** Makes the context of the components, with the keyboard whose commands move by the same layout that the components draw by. */
export function createSession(parts: SessionParts): Session {
	const {store, selectors, theme, time, keymap, wanted, now, past, mounted, size} = parts;
	const layout = createLayout({fillsOf, state: store.getState, size});
	const pages = createPages(theme.symbols);
	const context = createContext(parts, layout, pages, command => {
		keyboard.run(command);
	});
	const keyboard = createKeyboard(createCommands(context), context, parts);
	return {
		store,
		selectors,
		theme,
		time,
		keymap,
		wanted,
		now,
		past,
		layout,
		pages,
		mounted,
		listMenu: state => listMenu(context, state),
		...keyboard,
		point: parts.hasMouse === true ? keyboard.point : ignore,
	};
}

function ignore(): void {
	// The mouse is the terminal's.
}

/** Makes the context of the handlers of keys. */
export function createContext(
	parts: SessionParts,
	{current}: Layout,
	pages: Pages = createPages(parts.theme.symbols),
	run: ControllerContext['run'] = () => undefined,
): ControllerContext {
	const {store, selectors, theme, time, now} = parts;
	const {actions, keymap, savedViews, customCommands, isReadOnly, runProgram, pollers, urlOf, copy, leave, redraw, suspend} = parts;
	return {
		actions,
		selectors,
		run,
		savedViews,
		viewFilters: savedViews.map(({filter}) => parseFilter(filter)),
		customCommands,
		isReadOnly,
		runProgram,
		pollers,
		state: store.getState,
		now,
		time,
		keymap,
		symbols: theme.symbols,
		layout: current,
		pages,
		subject: () => selectors.subject(store.getState(), now(), time),
		columnsInSight() {
			const geometry = current();
			const width = geometry.kind === 'full' ? geometry.grid?.width : undefined;
			return selectors.fitted(store.getState(), width ?? geometry.size.columns).map(({column}) => column.id);
		},
		asking: createAsking({
			actions, layout: current, now, symbols: theme.symbols,
		}),
		urlOf,
		copy,
		leave,
		redraw,
		suspend,
	};
}
