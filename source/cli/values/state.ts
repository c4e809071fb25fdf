import {stateKind, stateKinds, type ConnectionState} from '../../core/instance/instance.js';
import {findNearest} from '../../core/text/nearest.js';
import {accept, refuse, type Parsed} from '../../core/text/parsed.js';
import {quote} from '../../core/text/quote.js';
import {sanitize} from '../../core/text/sanitize.js';

/** Words that a filter takes for states, and what to write here. */
const groups: Readonly<Record<string, string>> = {
	up: 'connected, which is the word here',
	down: 'all states but connected; here it is one of them, such as disconnected',
};

/**
Parses a state: a documented one in any spelling that `stateKind` accepts, or the word of another, such as `qr`.

A word that is close to a documented state is refused as a typing error. Kind `other` with an empty text means any state that the API does
not document.
*/
export function parseState(text: string): Parsed<ConnectionState> {
	const word = text.trim().replaceAll(' ', '');
	const group = groups[word.toLowerCase()];
	if (group !== undefined) {
		return refuse(`${quote(text)} is a word of filters for ${group}.`);
	}

	const kind = stateKind(word);
	const nearest = findNearest(word, stateKinds);
	return kind === 'other' && word.toLowerCase() !== 'other' && nearest !== undefined
		? refuse(`There is no state ${quote(text)}. Did you mean ${nearest}?`)
		: accept({kind, text: sanitize(word.toLowerCase() === 'other' ? '' : text.trim())});
}
