import {columnGap, markerWidth, type FittedColumn} from '../../core/columns/fit.js';
import {turnSort} from '../../core/columns/sort.js';
import {hasLastingSelection} from '../../core/keymap/places.js';
import {isSplit, splitGap, wheelLines} from '../../core/screen/geometry.js';
import type {Pointed} from '../../core/screen/pointer.js';
import {homeView} from '../../core/view/view-state.js';
import {gridViewport} from './grid-viewport.js';
import {pointDetail} from './point-detail.js';
import type {ViewContext} from './view.js';

/** Lines of the column titles of the grid. */
const titleLines = 1;

/** The mouse in the grid and in the detail: whichever of them is under it, or both beside each other. */
export function pointInstances(context: ViewContext, pointed: Pointed): void {
	const geometry = context.layout();
	if (geometry.kind !== 'full') {
		return;
	}

	const {grid, detail} = geometry;
	const from = grid === undefined ? 0 : grid.width + splitGap;
	if (detail !== undefined && pointed.column >= from) {
		pointDetail(context, {...pointed, column: pointed.column - from});
	} else if (grid !== undefined && pointed.column < grid.width && pointed.row < grid.height + titleLines) {
		if (pointed.kind === 'click' && pointed.row < titleLines) {
			sortByTitle(context, pointed.column, grid.width);
		} else {
			pointRows(context, pointed, {height: grid.height, above: titleLines});
		}
	}
}

/** So many lines of a list, below others. */
type ListLines = {readonly height: number; readonly above: number};

/**
The mouse in a list of instances of so many lines, below others. The wheel scrolls it. A click selects; one on what a person has
selected already opens. On the first row, where the selection only rests, the first click selects too.
*/
export function pointRows(context: ViewContext, pointed: Pointed, {height, above}: ListLines): void {
	const {actions, selectors, state, layout} = context;
	if (pointed.kind === 'wheel') {
		actions.rowsScrolled(pointed.steps * wheelLines, height);
		return;
	}

	const line = pointed.row - above;
	const {top, count} = gridViewport(state(), selectors, height);
	const key = selectors.keys(state())[top + line];
	if (line < 0 || line >= count || key === undefined) {
		return;
	}

	const {place, trail, selection} = state().view;
	const isInDetail = hasLastingSelection(place);
	if (key === selection.key && !isInDetail) {
		actions.detailOpened();
		return;
	}

	if (isInDetail && (trail.at(-1)?.place ?? homeView) === homeView) {
		actions.detailClosed({isPaneKept: isSplit(layout())});
	}

	actions.rowPointed(key, {line, top});
}

/** Sorts by the column under the mouse; the one that is sorted by is turned round. */
function sortByTitle({actions, selectors, state}: ViewContext, at: number, width: number): void {
	const id = columnAt(selectors.fitted(state(), width), at)?.column.id;
	const {sort} = state().view;
	if (id !== undefined) {
		actions.sorted(id === (sort.by === 'health' ? 'state' : sort.by) ? turnSort(sort) : {by: id, isReversed: false});
	}
}

function columnAt(columns: readonly FittedColumn[], at: number): FittedColumn | undefined {
	let from = markerWidth;
	return at < from
		? undefined
		: columns.find(({width}) => {
			from += width + columnGap;
			return at < from;
		});
}
