import {goToFound} from '../../core/detail/move-cursor.js';
import {cursorOf, type Page, type PageEntry} from '../../core/detail/page.js';
import type {ViewContext} from './view.js';

/** The page of the detail, laid out, and how many of its lines are in sight; `undefined` where no detail is on the screen. */
export function detailPage({layout, subject, state, pages}: ViewContext): {readonly page: Page; readonly height: number} | undefined {
	const geometry = layout();
	const shown = subject();
	if (shown === undefined || geometry.kind !== 'full' || geometry.detail === undefined) {
		return undefined;
	}

	return {page: pages(state().view.detail, shown, geometry.detail), height: geometry.detail.fields.height};
}

/** The field under the cursor; `undefined` where no detail is on the screen. */
export function entryAtCursor(context: ViewContext): PageEntry | undefined {
	const page = detailPage(context)?.page;
	return page?.entries[cursorOf(page, context.state().view.detail)];
}

/** The places of the fields that match the search. */
export function foundIn({entries}: Page): readonly number[] {
	return entries.flatMap(({isFound}, index) => isFound ? [index] : []);
}

/**
Moves the cursor of the detail to the first field that matches the search, while it is typed.
It begins at the field where the cursor was before the prompt, and continues at the top after the last field.
*/
export function followFind(context: ViewContext): void {
	const {prompt} = context.state().view;
	const shown = detailPage(context);
	if (prompt === undefined || shown === undefined) {
		return;
	}

	const {page, height} = shown;
	const from = cursorOf(page, prompt.formerDetail);
	const found = foundIn(page);
	const next = found.find(index => index >= from) ?? found[0];
	context.actions.cursorPlaced(next === undefined ? prompt.formerDetail : goToFound(page, prompt.formerDetail, next, height));
}
