import {escapeKey} from './input.js';
import {
	beginEscape,
	breakOff,
	escape,
	ground,
	type OpenSequence,
	type OpenString,
	type State,
} from './state.js';
import {giveUpPaste, giveUpTail} from './step-paste.js';
import {
	asKeys,
	goOn,
	readAgain,
	type Step,
} from './step.js';

/** Ends what has begun when nothing more of it has come in time: it is given out as keys, or dropped where it cannot be keys. */
export function giveUp(open: State): Step {
	switch (open.kind) {
		case 'escape': {
			return goOn(0, {kind: 'late'}, ...open.isDouble ? [escapeKey, escapeKey] : [escapeKey]);
		}

		case 'sequence': {
			return giveUpSequence(open);
		}

		case 'string': {
			return giveUpString(open);
		}

		case 'paste': {
			return giveUpPaste(open);
		}

		case 'tail': {
			return giveUpTail(open);
		}

		case 'broken': {
			return readAgain(open.held);
		}

		case 'ground':
		case 'late':
		case 'mouse': {
			return goOn(0, ground);
		}
	}
}

/** What is known to be no key is dropped. Where more comes of a start marker that stopped, it is known by what came before it. */
function giveUpSequence(open: OpenSequence): Step {
	const {introducer, body} = open;
	if (body !== '' && body !== '[') {
		return goOn(0, introducer === '[' ? breakOff(escape + introducer + body) : ground);
	}

	const keys = asKeys(open, body, 0);
	return open.start !== 'late' && introducer === '[' && body === '' ? {...keys, state: {...ground, trail: `${escape}[`}} : keys;
}

/** An ESC at its end may begin something else, such as a paste, which has its own time. */
function giveUpString(open: OpenString): Step {
	const {content, isEscaped} = open;
	if (content === undefined) {
		return goOn(0, isEscaped ? beginEscape(false) : breakOff(undefined));
	}

	return asKeys(open, isEscaped ? content + escape : content, 0);
}
