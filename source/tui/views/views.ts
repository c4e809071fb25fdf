import type {BodyView, OverlayView} from '../../core/keymap/places.js';
import type {Fills} from '../../core/screen/geometry.js';
import {shownView, type ViewState} from '../../core/view/view-state.js';
import type {State} from '../store/store.js';
import {detailView} from './detail.js';
import {eventsView} from './events.js';
import {gridView} from './grid.js';
import {helpView} from './help.js';
import {pageView} from './page.js';
import {timelineView} from './timeline.js';
import type {Overlay, View} from './view.js';

type Views = Readonly<Record<BodyView, View> & Record<OverlayView, Overlay>>;

/** TABLE of the views: one for every place of the keys that is a view. A missing one is an error of the compiler. */
const table = {
	grid: gridView,
	detail: detailView,
	events: eventsView,
	timeline: timelineView,
	help: helpView,
	page: pageView,
} as const satisfies Views;

type Table = typeof table;

/** Commands whose handlers are in the object of a view. */
export type OwnCommand = {
	[Name in keyof Table]: Table[Name] extends {readonly commands: infer Commands} ? keyof Commands : never
}[keyof Table];

export const views: Views = table;

/** The view that is on the screen, and that the keys go to unless its prompt is open. */
export function openView({view}: State): Overlay {
	return views[shownView(view)];
}

/** What the open view takes of the body. Under an overlay it is the view that the overlay goes back to. */
export function fillsOf({place}: ViewState): Fills {
	return views[place].fills;
}
