import {placeCursor} from '../../core/detail/detail-view.js';
import type {AccountId, StateKind} from '../../core/instance/instance.js';
import type {Vocabulary} from '../../core/filter/complete.js';
import {completePrompt} from '../../core/view/completion.js';
import {addToHistory, startPrompt, type Prompt} from '../../core/view/prompt.js';
import {
	noFilter,
	withoutFormerNotice,
	type GridFilter,
	type TypedText,
	type ViewState,
} from '../../core/view/view-state.js';
import type {Store} from './store.js';

/** Makes the actions of the prompt, the filters and the search in the detail. A typed text takes effect with every key. */
export function createFilterActions(store: Store) {
	const updateView = (change: (view: ViewState) => ViewState) => {
		store.setState(state => ({view: withoutFormerNotice(change(state.view), state.view)}));
	};

	const updateGridFilter = (change: (filter: GridFilter) => GridFilter) => {
		updateView(view => ({...view, filter: change(view.filter)}));
	};

	return {
		promptOpened(typed: TypedText) {
			updateView(view => {
				const text = typed.read(view);
				return {
					...view,
					prompt: {
						typed,
						prompt: startPrompt(text, view[typed.history]),
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

				const prompt = edit(view.prompt.prompt);
				return view.prompt.typed.write({...view, prompt: {...view.prompt, prompt}}, prompt.text);
			});
		},
		/** Completes the text of a filter; what is looked for in a page is text alone. */
		promptCompleted(vocabulary: Vocabulary) {
			updateView(view => {
				const open = view.prompt;
				if (open?.typed.history !== 'filterHistory') {
					return view;
				}

				const completion = completePrompt(open.prompt, open.completion, vocabulary);
				const {result} = completion;
				return open.typed.write({...view, prompt: {...open, prompt: result, completion}}, result.text);
			});
		},
		/** Closes the prompt, keeps its text in effect and adds it to the history. */
		promptAccepted() {
			updateView(view => {
				if (view.prompt === undefined) {
					return view;
				}

				const {typed: {history}, prompt: {text}} = view.prompt;
				return {...view, prompt: undefined, [history]: addToHistory(view[history], text)};
			});
		},
		/** Closes the prompt and brings back the text and the position in the detail from before it. */
		promptCancelled() {
			updateView(view => {
				if (view.prompt === undefined) {
					return view;
				}

				const {typed, former, formerDetail} = view.prompt;
				const restored = typed.write({...view, prompt: undefined}, former);
				return {...restored, detail: placeCursor(restored.detail, formerDetail)};
			});
		},
		textCleared({write}: TypedText) {
			updateView(view => write(view, ''));
		},
		/** Clears the whole filter of the grid: its text, the chosen state and the filter for trouble. */
		filterCleared() {
			updateView(view => ({...view, filter: noFilter}));
		},
		/** Shows the instances of one state alone. The same state a second time shows all states; `undefined` clears that for trouble too. */
		stateChosen(kind: StateKind | undefined) {
			updateGridFilter(filter => kind === undefined
				? {...filter, state: undefined, isTroubleOnly: false}
				: {...filter, state: filter.state === kind ? undefined : kind});
		},
		/** Shows the instances of one account alone; `undefined` those of all. */
		accountChosen(account: AccountId | undefined) {
			updateGridFilter(filter => ({...filter, account}));
		},
		/** Switches the filter for instances in trouble on or off. */
		troubleChosen() {
			updateGridFilter(filter => ({...filter, isTroubleOnly: !filter.isTroubleOnly}));
		},
	};
}
