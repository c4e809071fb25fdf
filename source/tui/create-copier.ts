import {sanitize} from '../core/text/sanitize.js';
import {copyText, type ClipboardPorts} from '../terminal/clipboard.js';
import type {Actions} from './store/actions.js';

const places = {tmux: ' to tmux', terminal: '', both: ' to tmux and to the terminal'} as const;

/** Makes the function that copies a text, called `what`, and says in a notice what came of it. The notice does not repeat a secret. */
export function createCopier(actions: Actions, {now, ...ports}: ClipboardPorts & {readonly now: () => number}) {
	return (text: string, what: string, isSecret = false): void => {
		void copyText(text, ports).then(copied => {
			if (copied.kind === 'copied') {
				const shownText = isSecret ? '' : `: ${sanitize(text.replaceAll('\n', ' '))}`;
				actions.noticed(`copied ${what}${places[copied.by]}${shownText}`, now());
			} else {
				actions.noticed(`not copied: ${copied.why}`, now(), {tone: 'caution'});
			}
		});
	};
}
