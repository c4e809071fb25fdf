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

/** Makes the actions of the prompt, the filters and the search in the detail. A typed text takes effect with every key. */
export function createFilterActions(store: Store) {
	const updateView = (change: (view: ViewState) => ViewState) => {
		store.setState(state => ({view: change(state.view)}));
	};

	const updateGridFilter = (change: (filter: GridFilter) => GridFilter) => {
		updateView(view => ({...view, filter: change(view.filter)}));
	};

	return {
		promptOpened(place: ViewState['place']) {
			updateView(view => {
				const text = typedText(view, place);
				const history = place === 'detail' ? view.findHistory : view.filterHistory;
				return {
					...view,
					prompt: {
						place,
						prompt: startPrompt(text, history),
						former: text,
						formerDetail: view.detail,
					},
				};
			});
		},
		promptEdited(edit: (prompt: Prompt) => Prompt) {
			updateView(view => {
				if (view.prompt === undefined) {
					return view;
				}

				const {place} = view.prompt;
				const prompt = edit(view.prompt.prompt);
				return withTypedText({...view, prompt: {...view.prompt, prompt}}, place, prompt.text);
			});
		},
		/** Closes the prompt, keeps its text in effect and adds it to the history. */
		promptAccepted() {
			updateView(view => {
				if (view.prompt === undefined) {
					return view;
				}

				const {place, prompt: {text}} = view.prompt;
				const closed = {...view, prompt: undefined};
				return place === 'detail'
					? {...closed, findHistory: addToHistory(view.findHistory, text)}
					: {...closed, filterHistory: addToHistory(view.filterHistory, text)};
			});
		},
		/** Closes the prompt and brings back the text from before it, and in the detail the position of the cursor. */
		promptCancelled() {
			updateView(view => {
				if (view.prompt === undefined) {
					return view;
				}

				const {place, former: text, formerDetail: {field, offset}} = view.prompt;
				const restored = withTypedText({...view, prompt: undefined}, place, text);
				return place === 'detail' ? {...restored, detail: {...restored.detail, field, offset}} : restored;
			});
		},
		findCleared() {
			updateView(view => withTypedText(view, 'detail', ''));
		},
		filterCleared(place: Filtered) {
			updateView(view => place === 'grid' ? {...view, filter: noFilter} : withTypedText(view, place, ''));
		},
		/** Shows the instances of one state alone. The same state a second time shows all states; `undefined` clears the action filter too. */
		stateChosen(kind: StateKind | undefined) {
			updateGridFilter(filter => kind === undefined
				? {...filter, state: undefined, isActionOnly: false}
				: {...filter, state: filter.state === kind ? undefined : kind});
		},
		/** Switches the filter for instances that need action on or off. */
		actionChosen() {
			updateGridFilter(filter => ({...filter, isActionOnly: !filter.isActionOnly}));
		},
	};
}
