import {
	divideScreen,
	type Division,
	type Fills,
	type Geometry,
	type Size,
} from '../../core/screen/geometry.js';
import type {ViewState} from '../../core/view/view-state.js';
import type {State} from './store.js';

/** What divides the screen. */
type Shown = Pick<State, 'view' | 'fleet'>;

/** The layout of the screen, computed once a frame. The components draw by it, and the handlers of keys move by it. */
export type Layout = {
	/** Divides a frame of this size; the same object until the size, or what divides the screen, changes. */
	readonly divide: (size: Size, shown: Shown) => Geometry;
	/** Called when a frame of this size is on the screen. */
	readonly drawn: (size: Size) => void;
	/**
	The layout at the size that was drawn last, which the terminal's may differ from by now. Before the first frame it is the terminal's.
	Where a key has changed the view since that frame, it is the layout of the next one.
	*/
	readonly current: () => Geometry;
};

export type LayoutOptions = {
	/** What a view takes of the body. */
	readonly fillsOf: (view: ViewState) => Fills;
	readonly state: () => Shown;
	/** The size of the terminal. */
	readonly size: () => Size;
};

export function createLayout({fillsOf, state, size}: LayoutOptions): Layout {
	let last: Division & {readonly geometry: Geometry} | undefined;
	let drawn: Size | undefined;

	const divide = ({columns, rows}: Size, {view, fleet: {log}}: Shown) => {
		const {isPaneOpen} = view;
		const hasMenu = view.menu !== undefined;
		const fills = fillsOf(view);
		// The log is never without events again, so that the grid does not grow and shrink.
		const hasEvents = log.events.length > 0;
		const {size: former} = last?.geometry ?? {};
		const isSame = last?.fills === fills && last.isPaneOpen === isPaneOpen && last.hasEvents === hasEvents && last.hasMenu === hasMenu;
		if (last === undefined || !isSame || former?.columns !== columns || former.rows !== rows) {
			const division = {
				fills, isPaneOpen, hasEvents, hasMenu,
			};
			last = {...division, geometry: divideScreen({columns, rows}, division)};
		}

		return last.geometry;
	};

	return {
		divide,
		drawn(frame) {
			drawn = frame;
		},
		current: () => divide(drawn ?? size(), state()),
	};
}
