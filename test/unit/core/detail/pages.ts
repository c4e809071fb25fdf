import type {Entry} from '../../../../source/core/detail/entry.js';
import {initialDetail, type DetailView} from '../../../../source/core/detail/detail-view.js';
import {joinSections, pageSection, type Page} from '../../../../source/core/detail/page.js';
import {scrollTo} from '../../../../source/core/detail/scroll.js';
import {span} from '../../../../source/core/screen/span.js';
import type {SectionId} from '../../../../source/core/sections/sections.js';
import {textOf} from '../../../helpers/watch-polls.js';

const entry = (name: string, height: number): Entry => ({
	path: name,
	name,
	lines: Array.from({length: height}, (_, line) => [span(`${name}:${line}`)]),
	meaning: [],
	isFound: false,
});

/** A page of sections whose fields have so many lines each; the fields are named `a0`, `a1`, `b0` … */
export function pageOf(heights: ReadonlyArray<readonly number[]>, gap = 0): Page {
	const ids: readonly SectionId[] = ['connection', 'profile', 'settings', 'webhook'];
	return joinSections(heights.map((own, index) => pageSection(
		ids[index] ?? 'json',
		own.map((height, field) => entry(`${'abcd'[index] ?? 'z'}${field}`, height)),
	)), gap);
}

export const cursorAt = (place: Partial<DetailView>): DetailView => ({...initialDetail, ...place});

/** The lines in sight, the one that the cursor begins on with a `>`. */
export function inSight(page: Page, view: DetailView, height: number): readonly string[] {
	return scrollTo(page, view, height).lines.map(({line, isAtCursor}) => `${isAtCursor ? '>' : ''}${textOf(line)}`);
}
