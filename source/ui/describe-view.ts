import {actionsForPeople} from '../core/action.js';
import {describeSort} from '../core/sort.js';
import type {ViewParts} from '../core/view-line.js';
import type {Filtered, GridFilter} from '../core/view-state.js';
import type {State} from '../store/store.js';
import type {Session} from './session.js';

/** How the rows in sight came about: the sort, and the filter with the number of matches. */
export function describeView(state: State, {derived, theme: {signs}}: Session): ViewParts {
	const {place, filter, events, sort} = state.view;
	if (place === 'events') {
		return {sort: '', filter: events.filter, matches: derived.events(state).length};
	}

	const isFailing = state.feeds.values().some(({trouble}) => trouble !== undefined);
	return {
		// While polls fail the line is needed for that.
		sort: isFailing ? '' : describeSort(sort, signs),
		filter: filterWords(filter),
		matches: derived.rows(state).length,
	};
}

/** The grid's filter in its own language, whether it was typed or chosen by a key. */
export function filterWords({text, state, isActionOnly}: GridFilter): string {
	return [
		state === undefined ? '' : `state:${state}`,
		isActionOnly ? `do:${actionsForPeople.join(',')}` : '',
		text,
	].filter(word => word !== '').join(' ');
}

/** What the filter that is being typed comes to. */
export function describeMatches(state: State, {derived}: Session, place: Filtered): {readonly matches: string; readonly ignored: string | undefined} {
	const filter = place === 'grid' ? derived.filter(state) : derived.eventFilter(state);
	const [found, all] = place === 'grid'
		? [derived.rows(state).length, derived.shown(state).tracked.size]
		: [derived.events(state).length, state.log.events.length];
	const [first, ...others] = filter.ignored;
	return {
		matches: `${found} of ${all}`,
		ignored: first === undefined ? undefined : `${first.text}: ${first.why}${others.length === 0 ? '' : `, and ${others.length} more`}`,
	};
}
