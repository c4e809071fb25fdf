import {placeTable, type Place} from './bindings.js';

type Row = (typeof placeTable)[number];

/** Places that can have the keys: each view, each overlay, each menu, and the prompt. */
export type FocusedPlace = Exclude<Row, {readonly kind: 'shared'}>['place'];

/** Views that take the body of the screen until another is opened. */
export type BodyView = Extract<Row, {readonly kind: 'view'}>['place'];

/** Views that are drawn in place of another until they are closed. */
export type OverlayView = Extract<Row, {readonly kind: 'overlay'}>['place'];

export type ViewId = BodyView | OverlayView;

/** Menus, which stand below a view until they are closed. */
export type MenuId = Extract<Row, {readonly kind: 'menu'}>['place'];

/** All views, in the order of the table of places. */
export const viewIds: readonly ViewId[] = placeTable.map(({place}) => place).filter(place => isBodyView(place) || isOverlay(place));

function isBodyView(place: Place): place is BodyView {
	return placeTable.some(row => row.place === place && row.kind === 'view');
}

export function isOverlay(place: Place): place is OverlayView {
	return placeTable.some(row => row.place === place && row.kind === 'overlay');
}

export function isMenu(place: Place): place is MenuId {
	return placeTable.some(row => row.place === place && row.kind === 'menu');
}

/** Whether a view stays on its instance even if that is hidden or has left the list. */
export function hasLastingSelection(view: BodyView): boolean {
	return placeTable.some(row => row.place === view && row.kind === 'view' && row.selectionLasts === 'always');
}
