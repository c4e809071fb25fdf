import {viewport, type Viewport} from '../../core/screen/viewport.js';
import type {Selectors} from '../store/selectors/selectors.js';
import type {State} from '../store/store.js';

/** The part of the rows that `height` lines show. */
export function gridViewport(state: State, selectors: Selectors, height: number): Viewport {
	const {selection} = state.view;
	return viewport({...selection, index: selectors.selectedIndex(state) ?? 0}, height, selectors.rows(state).length);
}
