import type {Entry} from '../../core/detail/entry.js';
import {layoutPage} from '../../core/detail/layout.js';
import type {ViewContext} from './view.js';

/** The open section of the detail, laid out, and how many of its lines are in sight; `undefined` where no detail is on the screen. */
export function detailPage(context: ViewContext): {readonly entries: readonly Entry[]; readonly height: number} | undefined {
	const geometry = context.layout();
	const subject = context.subject();
	if (subject === undefined || geometry.kind !== 'full' || geometry.detail === undefined) {
		return undefined;
	}

	const {fields} = geometry.detail;
	return {entries: layoutPage(context.state().view.detail, subject, fields, context.symbols), height: fields.height};
}

/** The positions of the fields that match the search. */
export function foundIn(entries: readonly Entry[]): readonly number[] {
	return entries.flatMap(({isFound}, position) => isFound ? [position] : []);
}

/**
Moves the cursor of the detail to the first field that matches the search, while it is typed.
It begins at the field where the cursor was before the prompt, and continues at the top after the last field.
*/
export function followFind(context: ViewContext): void {
	const {prompt} = context.state().view;
	if (prompt === undefined) {
		return;
	}

	const {field} = prompt.formerDetail;
	const found = foundIn(detailPage(context)?.entries ?? []);
	context.actions.fieldFound(found.find(position => position >= field) ?? found[0] ?? field);
}
