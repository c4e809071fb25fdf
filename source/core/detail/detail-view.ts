import type {SectionId} from '../sections/sections.js';
import {clamp} from '../screen/viewport.js';

/** Where a person is in the detail: which section, which of its fields, and how many lines into a field that is longer than the screen. */
export type DetailView = {
	readonly section: SectionId;
	readonly field: number;
	readonly offset: number;
	/** Until when the section's secrets may be seen. */
	readonly revealedUntil: number | undefined;
	/** What is looked for in the section. */
	readonly find: string;
};

export const initialDetail: DetailView = {
	section: 'connection', field: 0, offset: 0, revealedUntil: undefined, find: '',
};

/** Secrets are seen this long. */
export const revealStays = 15_000;

/** Whether the open section's secrets may be seen. */
export function isRevealed({revealedUntil}: DetailView, now: number): boolean {
	return revealedUntil !== undefined && now < revealedUntil;
}

/** Opens a section at its first field; what was revealed is hidden at once, and nothing is looked for any more. */
export function openSection(detail: DetailView, section: SectionId): DetailView {
	return detail.section === section
		? detail
		: {...initialDetail, section};
}

/** The next of the fields at these positions in a direction, going round at the ends; with none, where one is. */
export function nextFound(found: readonly number[], field: number, direction: 1 | -1): number {
	return direction === 1
		? (found.find(position => position > field) ?? found[0] ?? field)
		: (found.findLast(position => position < field) ?? found.at(-1) ?? field);
}

/**
Moves the cursor of the detail by about so many lines, at least by one step: from field to field, but through a field that is longer than the screen line by line, so that nothing of it stays out of sight. `heights` are the lines each field takes, `page` the lines on the screen.
*/
export function moveField(detail: DetailView, heights: readonly number[], lines: number, page: number): DetailView {
	const field = clamp(detail.field, 0, heights.length - 1);
	// The screen may have grown since: what it shows is where the move begins.
	let place: FieldPlace = {field, offset: clamp(detail.offset, 0, hiddenLines(heights, field, page))};
	let left = Math.abs(lines);
	while (left > 0) {
		const next = stepField(place, heights, Math.sign(lines), page);
		if (next.field === place.field && next.offset === place.offset) {
			break;
		}

		left -= next.field === place.field ? 1 : Math.max(1, heights[Math.min(place.field, next.field)] ?? 1);
		place = next;
	}

	return {...detail, ...place};
}

type FieldPlace = Pick<DetailView, 'field' | 'offset'>;

function stepField({field, offset}: FieldPlace, heights: readonly number[], direction: number, page: number): FieldPlace {
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
