import {clamp} from './viewport.js';

/** What a view takes of the body: the side of the grid or of the detail, which share it on a wide screen, or all of it. */
export type Fills = 'grid' | 'detail' | 'body';

/** Size of the terminal, in cells. */
export type Size = {
	readonly columns: number;
	readonly rows: number;
};

/** Part of the screen, in cells. */
export type Box = {
	readonly width: number;
	readonly height: number;
};

/**
The detail and its parts. Its sections are a list at the left of the fields, or one line above them where the detail is narrow or low, or
nowhere where it is too low for that.
*/
export type DetailBox = Box & {
	readonly sectionsAt: 'left' | 'top' | 'nowhere';
	/** Lines below the title that say why the instance is not fine, and what is to be done: one for each, or one for both. */
	readonly whyRows: 1 | 2;
	/** Lines below the fields for what the field under the cursor means. They are always there, so that nothing moves. */
	readonly meaningRows: 0 | 1 | 2;
	/** Blank lines between two sections. */
	readonly sectionGap: 0 | 1;
	readonly fields: Box;
};

/** A menu. Where it `isAlone` the body has no room beside it, and is not drawn. */
type MenuBox = Box & {readonly isAlone: boolean};

/** Division of the screen. A screen that is too small for a grid shows a summary of one line. */
export type Geometry =
	| {readonly kind: 'summary'; readonly size: Size}
	| {
		readonly kind: 'full';
		readonly size: Size;
		readonly body: Box;
		/** `height` counts the rows of instances, without the row of the column titles. */
		readonly grid: Box | undefined;
		/** The latest events below the grid. `height` counts the rule above them. */
		readonly events: Box | undefined;
		readonly detail: DetailBox | undefined;
		/** The menu that is open, below the body. */
		readonly menu?: MenuBox;
	};

/** Lines that one turn of the wheel scrolls by, as in most programs. */
export const wheelLines = 3;

export const headerRows = 2;
export const footerRows = 1;

/** Rows of the column titles, above the rows of the grid or of the events. */
const titleRows = 1;

/** Rows of the name of the instance, above the detail. */
const detailTitleRows = 1;

/** Height of the detail from which on the list of its ten sections fits between the rows above and below it. */
const smallestListHeight = 13;

/** Height of the detail from which on it has a row for why the instance is not fine and another for what is to be done beside the list. */
const smallestWhyHeight = 14;

/** Height of the detail from which on its sections have a line where they have no list. */
const smallestStripHeight = 8;

/** Height of the detail from which on it has one line for a meaning, and from which on it has two, since a few meanings need them. */
const smallestMeaningHeight = 8;
const smallestMeaningsHeight = 16;

/** Height of the detail from which on blank lines part its sections. */
const smallestGapHeight = 24;

/** Cells that the list of sections takes at the left, with the gap to the fields. */
export const sectionListWidth = 18;

/** Cells between the grid and the detail; the rule is in the middle one. */
export const splitGap = 3;

/** On a smaller screen only the summary is shown. */
export const smallestScreen: Size = {columns: 40, rows: 8};

/** Width of the screen from which on the detail is shown beside the grid. */
const smallestSplitWidth = 140;

/** The screen from which on the latest events stand below the grid, and the lines of them: a fifth of the screen. */
const smallestEventsScreen: Size = {columns: 160, rows: 30};
const fewestEvents = 6;
const mostEvents = 10;

/** Rows of the rule above the latest events. */
const eventsRuleRows = 1;

/** Width of the detail from which on its sections are a list at the left, and the values have room beside it. */
const smallestListWidth = 66;

/** A menu has so much of the body, at least and at most so many rows; the body keeps this height at least, or is not drawn. */
const partOfMenu = 1 / 2;
const fewestMenuRows = 9;
const mostMenuRows = 20;
const smallestBodyHeight = 5;

/** The division where the screen is not too small for it. */
export type FullGeometry = Extract<Geometry, {readonly kind: 'full'}>;

/** What divides a screen beside its size. */
export type Division = {
	readonly fills: Fills;
	readonly isPaneOpen: boolean;
	/** Whether anything has happened that the latest events could tell of. */
	readonly hasEvents: boolean;
	/** Whether a menu is open. */
	readonly hasMenu?: boolean;
};

/**
Divides the screen for a view. On a wide screen an open detail is beside the grid, whichever of the two has the keys, and without one the
latest events are below it.
*/
export function divideScreen(size: Size, {fills, isPaneOpen, hasEvents, hasMenu = false}: Division): Geometry {
	const {columns, rows} = size;
	if (columns < smallestScreen.columns || rows < smallestScreen.rows) {
		return {kind: 'summary', size};
	}

	const {body, ...menu} = divideBody({width: columns, height: rows - headerRows - footerRows}, hasMenu);
	const hasBoth = columns >= smallestSplitWidth && (fills === 'detail' || (fills === 'grid' && isPaneOpen));
	const detailWidth = hasBoth ? Math.floor(columns / 2) : columns;
	const gridWidth = hasBoth ? columns - detailWidth - splitGap : columns;
	const hasLatest = fills === 'grid' && !hasBoth && hasEvents && !hasMenu && columns >= smallestEventsScreen.columns && rows >= smallestEventsScreen.rows;
	const eventsHeight = hasLatest ? eventsRuleRows + clamp(Math.floor(rows / 5), fewestEvents, mostEvents) : 0;
	return {
		kind: 'full',
		size,
		body,
		grid: fills === 'grid' || hasBoth ? {width: gridWidth, height: body.height - titleRows - eventsHeight} : undefined,
		events: hasLatest ? {width: gridWidth, height: eventsHeight} : undefined,
		detail: fills === 'detail' || hasBoth ? detailBox(detailWidth, body.height) : undefined,
		...menu,
	};
}

/** Divides a body into what is left of it and the menu, where one is open. */
function divideBody(whole: Box, hasMenu: boolean): {readonly body: Box; readonly menu?: MenuBox} {
	if (!hasMenu) {
		return {body: whole};
	}

	const {width, height} = whole;
	const own = clamp(Math.floor(height * partOfMenu), fewestMenuRows, mostMenuRows);
	return height - own < smallestBodyHeight
		? {body: whole, menu: {...whole, isAlone: true}}
		: {body: {width, height: height - own}, menu: {width, height: own, isAlone: false}};
}

/** Whether the grid and the detail are beside each other. */
export function isSplit(geometry: Geometry): boolean {
	return geometry.kind === 'full' && geometry.grid !== undefined && geometry.detail !== undefined;
}

/** Number of items in sight of a menu, below its rule and the line of its title; alone it needs no rule. */
export function menuRows(geometry: Geometry): number {
	const menu = geometry.kind === 'full' ? geometry.menu : undefined;
	return menu === undefined ? 1 : menu.height - (menu.isAlone ? 1 : 2);
}

/** Number of lines in sight of a list that fills the body, below its column titles. */
export function listRows(geometry: Geometry): number {
	return geometry.kind === 'full' ? geometry.body.height - titleRows : 1;
}

function detailBox(width: number, height: number): DetailBox {
	const sectionsAt = width >= smallestListWidth && height >= smallestListHeight ? 'left' : (height >= smallestStripHeight ? 'top' : 'nowhere');
	const whyRows = height >= smallestWhyHeight ? 2 : 1;
	const meaningRows = height >= smallestMeaningsHeight ? 2 : (height >= smallestMeaningHeight ? 1 : 0);
	return {
		width,
		height,
		sectionsAt,
		whyRows,
		meaningRows,
		sectionGap: height >= smallestGapHeight ? 1 : 0,
		fields: {
			// The cursor takes a cell, and the gap beside it another.
			width: width - 2 - (sectionsAt === 'left' ? sectionListWidth : 0),
			height: Math.max(1, height - detailTitleRows - whyRows - meaningRows - (sectionsAt === 'top' ? 1 : 0)),
		},
	};
}
