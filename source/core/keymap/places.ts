/**
TABLE of the places in which keys have meanings of their own, in the order of the help. The shared ones, `lists` and then `everywhere`, hold
in all of them but the prompt and the menus; `menu` holds in the menus. `heading` is the title of their keys in the help, and `otherwise`
says what any other key does, where that is neither nothing nor what the shared ones do.

A view takes the body of the screen until another is opened; an overlay is drawn in its place until it is closed. A menu stands below
either.
The selection of a view lasts `while-listed`, so that an instance that leaves the list or is hidden gives it to its neighbour; or `always`:
the view stays on its instance, as that was last seen. In a view that is `like` another one that one's keys hold as well, behind its own.
*/
export const placeTable = [
	{place: 'everywhere', kind: 'shared', heading: 'everywhere'},
	{place: 'lists', kind: 'shared', heading: 'lists'},
	{
		place: 'grid', kind: 'view', heading: 'grid', selectionLasts: 'while-listed',
	},
	{
		place: 'detail', kind: 'view', heading: 'detail', selectionLasts: 'always',
	},
	{
		place: 'events', kind: 'view', heading: 'events', selectionLasts: 'while-listed',
	},
	{
		place: 'timeline', kind: 'view', heading: 'timeline', otherwise: 'as the grid', selectionLasts: 'while-listed', like: 'grid',
	},
	{place: 'prompt', kind: 'prompt', heading: 'prompt'},
	{place: 'help', kind: 'overlay', heading: 'help'},
	{place: 'page', kind: 'overlay', heading: 'page of a command'},
	{
		place: 'menu', kind: 'shared', heading: 'menus', otherwise: 'text',
	},
	{place: 'palette', kind: 'menu', heading: 'palette'},
	{place: 'sort', kind: 'menu', heading: 'menu of sorts'},
	{place: 'columns', kind: 'menu', heading: 'menu of columns'},
	{place: 'views', kind: 'menu', heading: 'menu of views'},
] as const;

export type Place = (typeof placeTable)[number]['place'];

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
