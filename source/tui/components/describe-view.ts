import {actionsForPeople} from '../../core/instance/action.js';
import {describeSort} from '../../core/columns/sort.js';
import type {ViewParts} from '../../core/view/describe-view-parts.js';
import type {Entry} from '../../core/detail/entry.js';
import type {Filter} from '../../core/filter/parse.js';
import type {GridFilter, ViewState} from '../../core/view/view-state.js';
import type {State} from '../store/store.js';
import type {Session} from './session.js';

/** How the rows in sight came about: the sort, and the filter with the number of matches. */
export function describeView(state: State, {selectors, theme: {symbols}}: Session): ViewParts {
	const {place, filter, events, sort} = state.view;
	if (place === 'events') {
		return {sort: '', filter: events.filter, matches: selectors.events(state).length};
	}

	const isFailing = state.feeds.values().some(({trouble}) => trouble !== undefined);
	return {
		// While polls fail the line is needed for that.
		sort: isFailing ? '' : describeSort(sort, symbols),
		filter: filterWords(filter),
		matches: selectors.rows(state).length,
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

/** What is being typed comes to: how much of how many it finds, and what of it could not be used. */
export function describeMatches(state: State, {selectors}: Session, place: ViewState['place'], entries: readonly Entry[]): {readonly matches: string; readonly ignored: string | undefined} {
	switch (place) {
		case 'grid': {
			return {matches: `${selectors.rows(state).length} of ${selectors.shown(state).tracked.size}`, ignored: describeIgnored(selectors.filter(state))};
		}

		case 'events': {
			return {matches: `${selectors.events(state).length} of ${state.log.events.length}`, ignored: describeIgnored(selectors.eventFilter(state))};
		}

		case 'detail': {
			return {matches: `${entries.filter(({isFound}) => isFound).length} found`, ignored: undefined};
		}
	}
}

function describeIgnored({ignored}: Filter): string | undefined {
	const [first, ...others] = ignored;
	return first === undefined ? undefined : `${first.text}: ${first.why}${others.length === 0 ? '' : `, and ${others.length} more`}`;
}
