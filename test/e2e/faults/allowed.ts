import {resetScreen} from '../../../source/terminal/screen-modes.js';
import {tokenize, type Token} from '../../helpers/sequences.js';

/** The terminal's modes that the program uses: cursor, alternate screen, bracketed paste, and synchronized output. */
const modes: ReadonlySet<string> = new Set(['?25', '?1049', '?2004', '?2026']);

/** Characters that a terminal shows in another place or order than they stand, or not at all. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u{2028}\u{2029}\u{FFF9}-\u{FFFB}]/v;

/** The tokens written that the program has no use for, each once, in a form that is safe to print. */
export function findForbidden(written: string): readonly string[] {
	const forbidden = tokenize(written.replaceAll(resetScreen, '')).filter(token => !isAllowed(token));
	return [...new Set(forbidden.map(token => JSON.stringify(token)))];
}

function isAllowed(token: Token): boolean {
	switch (token.kind) {
		case 'text': {
			return !unseen.test(token.text) && !/\p{Mark}{5}/v.test(token.text);
		}

		case 'control': {
			return token.text === '\r' || token.text === '\n';
		}

		case 'csi': {
			return isAllowedCommand(token);
		}

		case 'osc': {
			// The title, and nothing in it that could be a sequence of its own.
			return ['0', '2'].includes(token.command) && !/[\u{0}-\u{1F}\u{7F}-\u{9F}]/v.test(token.text) && !unseen.test(token.text);
		}

		case 'string':
		case 'escape':
		case 'broken': {
			return false;
		}
	}
}

/** Colours and emphasis, but nothing concealed or blinking; moves and erasing; the modes; the stack of titles. */
function isAllowedCommand({parameters, final}: Extract<Token, {readonly kind: 'csi'}>): boolean {
	switch (final) {
		case 'm': {
			return /^(?:\d+(?:;\d+)*)?$/v.test(parameters) && parameters.split(';').every(code => !['5', '6', '8'].includes(code));
		}

		case 'A':
		case 'B':
		case 'C':
		case 'D':
		case 'H':
		case 'J':
		case 'K': {
			return /^[\d;]*$/v.test(parameters);
		}

		case 'h':
		case 'l': {
			return modes.has(parameters);
		}

		case 't': {
			return /^2[23];\d$/v.test(parameters);
		}

		default: {
			return false;
		}
	}
}
