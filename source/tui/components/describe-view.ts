import {actionsForPeople} from '../../core/instance/action.js';
import {describeSort} from '../../core/columns/sort.js';
import type {ViewParts} from '../../core/view/describe-view-parts.js';
import type {Entry} from '../../core/detail/entry.js';
import type {Filter} from '../../core/filter/parse.js';
import type {GridFilter, ViewState} from '../../core/view/view-state.js';
import type {State} from '../store/store.js';
import type {Session} from './session.js';

/** The sort and the filter of the open view, with the number of matches, for the header. */
export function describeView(state: State, {selectors, theme: {symbols}}: Session): ViewParts {
	const {place, filter, events, sort} = state.view;
	if (place === 'events') {
		return {sort: '', filter: events.filter, matches: selectors.events(state).length};
	}

	const isFailing = state.fleet.feeds.values().some(({trouble}) => trouble !== undefined);
	return {
		// While polls fail, their trouble needs the space.
		sort: isFailing ? '' : describeSort(sort, symbols),
		filter: filterWords(filter),
		matches: selectors.rows(state).length,
	};
}

/** Words of the filter language for the whole filter of the grid: the chosen state, the action filter and the typed text. */
export function filterWords({text, state, isActionOnly}: GridFilter): string {
	return [
		state === undefined ? '' : `state:${state}`,
		isActionOnly ? `do:${actionsForPeople.join(',')}` : '',
		text,
	].filter(word => word !== '').join(' ');
}

type Matches = {
	/** The number of matches, with the number of all items where it is a filter. */
	readonly matches: string;
	/** The part of the filter that could not be understood, and why; `undefined` if there is none. */
	readonly ignored: string | undefined;
};

/** Describes the effect of the text in the prompt, as the filter bar shows it. */
export function describeMatches(state: State, {selectors}: Session, place: ViewState['place'], entries: readonly Entry[]): Matches {
	switch (place) {
		case 'grid': {
			const total = selectors.shown(state).tracked.size;
			return {matches: `${selectors.rows(state).length} of ${total}`, ignored: describeIgnored(selectors.filter(state))};
		}

		case 'events': {
			const total = state.fleet.log.events.length;
			return {matches: `${selectors.events(state).length} of ${total}`, ignored: describeIgnored(selectors.eventFilter(state))};
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
