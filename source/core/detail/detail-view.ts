import type {SectionId} from '../sections/sections.js';
import {clamp} from '../screen/viewport.js';

/**
State of the detail: its open section, and the index of the field under the cursor.
`offset` counts the lines that are scrolled past in a field that is longer than the screen.
*/
export type DetailView = {
	readonly section: SectionId;
	readonly field: number;
	readonly offset: number;
	/** Time until which the secrets of the section are shown; `undefined` while they are masked. */
	readonly revealedUntil: number | undefined;
	/** Text that is searched for in the section; empty without a search. */
	readonly find: string;
};

export const initialDetail: DetailView = {
	section: 'connection', field: 0, offset: 0, revealedUntil: undefined, find: '',
};

/** Secrets that were revealed are shown for this long. */
export const revealDuration = 15_000;

/** Whether the secrets of the open section are shown. */
export function isRevealed({revealedUntil}: DetailView, now: number): boolean {
	return revealedUntil !== undefined && now < revealedUntil;
}

/** Opens a section at its first field, masks secrets that were revealed, and ends the search. The open section stays as it is. */
export function openSection(detail: DetailView, section: SectionId): DetailView {
	return detail.section === section
		? detail
		: {...initialDetail, section};
}

/** Next field in a direction among the fields that were found, from the other end after the last; `field` itself where none was found. */
export function nextFound(found: readonly number[], field: number, direction: 1 | -1): number {
	return direction === 1
		? (found.find(position => position > field) ?? found[0] ?? field)
		: (found.findLast(position => position < field) ?? found.at(-1) ?? field);
}

/**
Moves the cursor of the detail by about `lines` lines, and by at least one step where there is one.
A step goes from field to field, or by one line within a field that is longer than the screen, so that all of it can be read.
`heights` are the lines of each field, `page` is the number of lines on the screen.
*/
export function moveField(detail: DetailView, heights: readonly number[], lines: number, page: number): DetailView {
	const field = clamp(detail.field, 0, heights.length - 1);
	// The screen may have grown since the last move: the move begins at the lines that it shows now.
	let position: FieldPosition = {field, offset: clamp(detail.offset, 0, hiddenLines(heights, field, page))};
	let left = Math.abs(lines);
	while (left > 0) {
		const next = stepField(position, heights, Math.sign(lines), page);
		if (next.field === position.field && next.offset === position.offset) {
			break;
		}

		left -= next.field === position.field ? 1 : Math.max(1, heights[Math.min(position.field, next.field)] ?? 1);
		position = next;
	}

	return {...detail, ...position};
}

type FieldPosition = Pick<DetailView, 'field' | 'offset'>;

function stepField({field, offset}: FieldPosition, heights: readonly number[], direction: number, page: number): FieldPosition {
	if (direction > 0) {
		if (offset < hiddenLines(heights, field, page)) {
			return {field, offset: offset + 1};
		}

		return field < heights.length - 1 ? {field: field + 1, offset: 0} : {field, offset};
	}

	if (offset > 0) {
		return {field, offset: offset - 1};
	}

	return field > 0 ? {field: field - 1, offset: hiddenLines(heights, field - 1, page)} : {field, offset};
}

function hiddenLines(heights: readonly number[], field: number, page: number): number {
	return Math.max(0, (heights[field] ?? 0) - page);
}
