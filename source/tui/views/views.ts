import type {ViewId} from '../../core/keymap/bindings.js';
import type {Fills} from '../../core/screen/geometry.js';
import {shownView, type BodyView, type ViewState} from '../../core/view/view-state.js';
import type {State} from '../store/store.js';
import {detailView} from './detail.js';
import {eventsView} from './events.js';
import {gridView} from './grid.js';
import {helpView} from './help.js';
import type {Overlay, View} from './view.js';

/** TABLE of the views: one for every place of the keys that is a view. A missing one is an error of the compiler. */
export const views: Readonly<Record<BodyView, View> & Record<Exclude<ViewId, BodyView>, Overlay>> = {
	grid: gridView,
	detail: detailView,
	events: eventsView,
	help: helpView,
};

/** The view that is on the screen, and that the keys go to unless its prompt is open. */
export function openView({view}: State): Overlay {
	return views[shownView(view)];
}

/** What the open view takes of the body. Under the help it is the view that the help goes back to. */
export function fillsOf({place}: ViewState): Fills {
	return views[place].fills;
}
