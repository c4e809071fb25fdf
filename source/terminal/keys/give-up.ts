import {escapeKey} from './input.js';
import {
	beginEscape,
	escape,
	ground,
	type OpenString,
	type State,
} from './state.js';
import {asKeys, goOn, type Step} from './step.js';

/** Ends what has begun when nothing more of it has come in time: it is given out as keys, or dropped where it cannot be keys. */
export function giveUp(open: State): Step {
	switch (open.kind) {
		case 'escape': {
			return goOn(0, {kind: 'late'}, ...open.isDouble ? [escapeKey, escapeKey] : [escapeKey]);
		}

		case 'sequence': {
			return open.body === '' || open.body === '[' ? asKeys(open, open.body, 0) : goOn(0, ground);
		}

		case 'string': {
			return giveUpString(open);
		}

		case 'paste': {
			return goOn(0, ground, {kind: 'paste', text: open.paste.text()});
		}

		case 'tail': {
			return {
				taken: 0, state: ground, inputs: [], again: open.text,
			};
		}

		case 'ground':
		case 'late':
		case 'mouse': {
			return goOn(0, ground);
		}
	}
}

/** An ESC at its end may begin something else, such as a paste, which has its own time. */
function giveUpString(open: OpenString): Step {
	const {content, isEscaped} = open;
	if (content === undefined) {
		return goOn(0, isEscaped ? beginEscape(false) : ground);
	}

	return asKeys(open, isEscaped ? content + escape : content, 0);
}
