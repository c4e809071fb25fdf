import {
	divideScreen,
	type Fills,
	type Geometry,
	type Size,
} from '../../core/screen/geometry.js';
import type {ViewState} from '../../core/view/view-state.js';

/** The layout of the screen, computed once a frame. The components draw by it, and the handlers of keys move by it. */
export type Layout = {
	/** Divides a frame of this size; the same object until the size, or what divides the screen, changes. */
	readonly divide: (size: Size, view: ViewState) => Geometry;
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
	readonly view: () => ViewState;
	/** The size of the terminal. */
	readonly size: () => Size;
};

export function createLayout({fillsOf, view, size}: LayoutOptions): Layout {
	let last: {readonly fills: Fills; readonly isPaneOpen: boolean; readonly geometry: Geometry} | undefined;
	let drawn: Size | undefined;

	const divide = ({columns, rows}: Size, shown: ViewState) => {
		const {isPaneOpen} = shown;
		const fills = fillsOf(shown);
		const {size: former} = last?.geometry ?? {};
		if (last?.fills !== fills || last.isPaneOpen !== isPaneOpen || former?.columns !== columns || former.rows !== rows) {
			last = {fills, isPaneOpen, geometry: divideScreen({columns, rows}, {fills, isPaneOpen})};
		}

		return last.geometry;
	};

	return {
		divide,
		drawn(frame) {
			drawn = frame;
		},
		current: () => divide(drawn ?? size(), view()),
	};
}
