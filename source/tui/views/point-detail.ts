import {moveCursor} from '../../core/detail/move-cursor.js';
import {heightOf, type Page} from '../../core/detail/page.js';
import {topOf} from '../../core/detail/scroll.js';
import {hasLastingSelection} from '../../core/keymap/places.js';
import {sectionListWidth, wheelLines, type DetailBox} from '../../core/screen/geometry.js';
import type {Pointed} from '../../core/screen/pointer.js';
import {sectionIds} from '../../core/sections/sections.js';
import {detailPage} from './detail-page.js';
import type {ViewContext} from './view.js';

/** The mouse in the detail, from its upper left cell: the wheel scrolls, a click gives it the keys, and a field or a section the cursor. */
export function pointDetail(context: ViewContext, pointed: Pointed): void {
	const {actions, state, layout} = context;
	const geometry = layout();
	const shown = detailPage(context);
	if (shown === undefined || geometry.kind !== 'full' || geometry.detail === undefined) {
		return;
	}

	const {page, height} = shown;
	if (pointed.kind === 'wheel') {
		actions.cursorPlaced(moveCursor(page, state().view.detail, pointed.steps * wheelLines, height));
		return;
	}

	if (!hasLastingSelection(state().view.place)) {
		actions.detailOpened();
	}

	const {detail: box} = geometry;
	const line = pointed.row - linesAbove(box);
	const section = box.sectionsAt === 'left' && pointed.column < sectionListWidth ? sectionIds[line] : undefined;
	if (section !== undefined) {
		actions.sectionOpened(section);
	} else if (line >= 0 && line < height) {
		placeAt(context, page, topOf(page, state().view.detail, height), line);
	}
}

/** The lines of the name, of the reasons, and of the sections where they stand above the fields. */
function linesAbove({whyRows, sectionsAt}: DetailBox): number {
	return 1 + whyRows + (sectionsAt === 'top' ? 1 : 0);
}

function placeAt({actions}: ViewContext, page: Page, top: number, line: number): void {
	const index = page.starts.findIndex((start, place) => top + line >= start && top + line < start + heightOf(page, place));
	const entry = page.entries[index];
	if (entry === undefined) {
		return;
	}

	const {section, field, key} = entry;
	actions.cursorPlaced({
		section, field, key, line: (page.starts[index] ?? 0) - top,
	});
}
