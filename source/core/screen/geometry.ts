/** The views that take the body of the screen. */
export type BodyView = 'grid' | 'detail' | 'events';

/** A size in cells. */
export type Size = {
	readonly columns: number;
	readonly rows: number;
};

export type Box = {
	readonly width: number;
	readonly height: number;
};

/** Where the detail's parts stand: its sections as a list at the left, or as one line across the top where it is narrow. */
export type DetailBox = Box & {
	readonly sectionsAt: 'left' | 'top';
	readonly fields: Box;
};

/** How the screen is divided. On one too small for a grid a one-line summary is all there is. */
export type Geometry =
	| {readonly kind: 'summary'; readonly size: Size}
	| {
		readonly kind: 'full';
		readonly size: Size;
		readonly body: Box;
		/** `height` counts the rows of instances, the title line not. */
		readonly grid: Box | undefined;
		readonly detail: DetailBox | undefined;
	};

export const headerRows = 2;
export const footerRows = 1;

/** The column titles above the rows of the grid. */
const titleRows = 1;

/** The name of the instance and the line below it, above the fields of the detail. */
const detailTitleRows = 2;

/** Cells the list of sections takes at the left, the gap to the fields included. */
export const sectionListWidth = 18;

/** Cells between grid and detail, the rule in their middle. */
export const splitGap = 3;

const smallest: Size = {columns: 40, rows: 8};

/** From this width on the detail opens beside the grid. */
const splitFrom = 140;

/** Below this width the sections stand in a line across the top. */
const listFrom = 60;

/** Divides a screen for a view. Where there is room, an open detail pane stands beside the grid, whichever of them has the keys. */
export function divideScreen(size: Size, {place, isPaneOpen}: {readonly place: BodyView; readonly isPaneOpen: boolean}): Geometry {
	const {columns, rows} = size;
	if (columns < smallest.columns || rows < smallest.rows) {
		return {kind: 'summary', size};
	}

	const body: Box = {width: columns, height: rows - headerRows - footerRows};
	const isSplit = columns >= splitFrom && (place === 'detail' || (place === 'grid' && isPaneOpen));
	const detailWidth = isSplit ? Math.floor(columns / 2) : columns;
	return {
		kind: 'full',
		size,
		body,
		grid: place === 'grid' || isSplit ? {width: isSplit ? columns - detailWidth - splitGap : columns, height: body.height - titleRows} : undefined,
		detail: place === 'detail' || isSplit ? detailBox(detailWidth, body.height) : undefined,
	};
}

/** The rows of events in sight, below their titles. */
export function eventRows({body}: Extract<Geometry, {readonly kind: 'full'}>): number {
	return body.height - titleRows;
}

function detailBox(width: number, height: number): DetailBox {
	const sectionsAt = width >= listFrom ? 'left' : 'top';
	return {
		width,
		height,
		sectionsAt,
		fields: {
			// A cell for the cursor and one beside it.
			width: width - 2 - (sectionsAt === 'left' ? sectionListWidth : 0),
			height: Math.max(1, height - detailTitleRows - (sectionsAt === 'top' ? 1 : 0)),
		},
	};
}
