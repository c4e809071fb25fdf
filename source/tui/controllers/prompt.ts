import type {Vocabulary} from '../../core/filter/complete.js';
import {stateWord} from '../../core/instance/state-word.js';
import type {CommandId} from '../../core/keymap/bindings.js';
import {newerPrompt, olderPrompt, type Prompt} from '../../core/view/prompt.js';
import {openView} from '../views/views.js';
import type {Commands, ControllerContext} from './context.js';

type PromptCommand = Extract<CommandId, `prompt.${string}` | 'find.open'>;

/** Makes the handlers of the prompt, which edits the text of the view that it was opened in. */
export function createPromptCommands(ports: ControllerContext): Pick<Commands, PromptCommand> {
	const {actions, state} = ports;
	const open = () => {
		const {prompt} = openView(state());
		if (prompt !== undefined) {
			actions.promptOpened(prompt.text);
		}
	};

	return {
		'prompt.open': open,
		'find.open': open,
		'prompt.keep': actions.promptAccepted,
		'prompt.cancel': actions.promptCancelled,
		'prompt.complete'() {
			actions.promptCompleted(vocabularyOf(ports));
		},
		'prompt.older'() {
			editText(ports, prompt => olderPrompt(prompt));
		},
		'prompt.newer'() {
			editText(ports, prompt => newerPrompt(prompt));
		},
	};
}

/** The words that the fleet has for the filter. */
function vocabularyOf({selectors, state}: ControllerContext): Vocabulary {
	const instances = () => selectors.shown(state()).tracked.values().map(({instance}) => instance);
	return {
		names: () => instances().map(({name}) => name),
		accounts: () => state().fleet.feeds.keys(),
		states: () => instances().filter(({state: {kind}}) => kind === 'other').map(({state: own}) => stateWord(own)),
	};
}

/** Changes the text of the open prompt. The cursor of the view follows it; a key that changes nothing of it moves none. */
export function editText(ports: ControllerContext, change: (prompt: Prompt) => Prompt): void {
	const text = () => ports.state().view.prompt?.prompt.text;
	const before = text();
	ports.actions.promptEdited(change);
	if (text() !== before) {
		openView(ports.state()).prompt?.follow?.(ports);
	}
}
