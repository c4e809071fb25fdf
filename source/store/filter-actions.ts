import type {StateKind} from '../core/instance.js';
import {addToHistory, startPrompt, type Prompt} from '../core/prompt.js';
import {
	filterText,
	noFilter,
	withFilterText,
	type Filtered,
	type GridFilter,
	type ViewState,
} from '../core/view-state.js';
import type {Store} from './store.js';

/** What a person filters by, live as they type. */
export function createFilterActions(store: Store) {
	const view = (change: (former: ViewState) => ViewState) => {
		store.setState(state => ({view: change(state.view)}));
	};

	const gridFilter = (change: (former: GridFilter) => GridFilter) => {
		view(former => ({...former, filter: change(former.filter)}));
	};

	return {
		filterOpened(place: Filtered) {
			view(former => {
				const text = filterText(former, place);
				return {...former, prompt: {place, prompt: startPrompt(text, former.filterHistory), former: text}};
			});
		},
		promptEdited(edit: (prompt: Prompt) => Prompt) {
			view(former => {
				if (former.prompt === undefined) {
					return former;
				}

				const {place} = former.prompt;
				const prompt = edit(former.prompt.prompt);
				return withFilterText({...former, prompt: {...former.prompt, prompt}}, place, prompt.text);
			});
		},
		promptKept() {
			view(former => former.prompt === undefined
				? former
				: {...former, prompt: undefined, filterHistory: addToHistory(former.filterHistory, former.prompt.prompt.text)});
		},
		promptCancelled() {
			view(former => former.prompt === undefined
				? former
				: withFilterText({...former, prompt: undefined}, former.prompt.place, former.prompt.former));
		},
		filterCleared(place: Filtered) {
			view(former => place === 'grid' ? {...former, filter: noFilter} : withFilterText(former, place, ''));
		},
		/** Shows one state only; the same one again, or none, shows all. */
		stateChosen(kind: StateKind | undefined) {
			gridFilter(former => kind === undefined
				? {...former, state: undefined, isActionOnly: false}
				: {...former, state: former.state === kind ? undefined : kind});
		},
		actionChosen() {
			gridFilter(former => ({...former, isActionOnly: !former.isActionOnly}));
		},
	};
}
