import {actionsForPeople} from '../../core/instance/action.js';
import type {Filter} from '../../core/filter/parse.js';
import type {GridFilter} from '../../core/view/view-state.js';

/** Words of the filter language for the whole filter of the grid: the chosen state, the action filter and the typed text. */
export function filterWords({text, state, isActionOnly}: GridFilter): string {
	return [
		state === undefined ? '' : `state:${state}`,
		isActionOnly ? `do:${actionsForPeople.join(',')}` : '',
		text,
	].filter(word => word !== '').join(' ');
}

/** The first part of a filter that could not be understood, and why; `undefined` if there is none. */
export function describeIgnored({ignored}: Filter): string | undefined {
	const [first, ...others] = ignored;
	return first === undefined ? undefined : `${first.text}: ${first.why}${others.length === 0 ? '' : `, and ${others.length} more`}`;
}
