import type {StateKind} from '../../core/instance/instance.js';
import {addToHistory, startPrompt, type Prompt} from '../../core/view/prompt.js';
import {
	noFilter,
	typedText,
	withTypedText,
	type Filtered,
	type GridFilter,
	type ViewState,
} from '../../core/view/view-state.js';
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
		promptOpened(place: ViewState['place']) {
			view(former => {
				const text = typedText(former, place);
				const history = place === 'detail' ? former.findHistory : former.filterHistory;
				return {
					...former,
					prompt: {
						place, prompt: startPrompt(text, history), former: text, formerDetail: former.detail,
					},
				};
			});
		},
		promptEdited(edit: (prompt: Prompt) => Prompt) {
			view(former => {
				if (former.prompt === undefined) {
					return former;
				}

				const {place} = former.prompt;
				const prompt = edit(former.prompt.prompt);
				return withTypedText({...former, prompt: {...former.prompt, prompt}}, place, prompt.text);
			});
		},
		promptKept() {
			view(former => {
				if (former.prompt === undefined) {
					return former;
				}

				const {place, prompt: {text}} = former.prompt;
				const kept = {...former, prompt: undefined};
				return place === 'detail'
					? {...kept, findHistory: addToHistory(former.findHistory, text)}
					: {...kept, filterHistory: addToHistory(former.filterHistory, text)};
			});
		},
		/** Back to what the text was, and in the detail to where the cursor was. */
		promptCancelled() {
			view(former => {
				if (former.prompt === undefined) {
					return former;
				}

				const {place, former: text, formerDetail: {field, offset}} = former.prompt;
				const back = withTypedText({...former, prompt: undefined}, place, text);
				return place === 'detail' ? {...back, detail: {...back.detail, field, offset}} : back;
			});
		},
		findCleared() {
			view(former => withTypedText(former, 'detail', ''));
		},
		filterCleared(place: Filtered) {
			view(former => place === 'grid' ? {...former, filter: noFilter} : withTypedText(former, place, ''));
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
