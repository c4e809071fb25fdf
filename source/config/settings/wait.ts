import {stateKind, stateKinds, type ConnectionState} from '../../core/instance/instance.js';
import {findNearest} from '../../core/text/nearest.js';
import {sanitize, type SafeText} from '../../core/text/sanitize.js';
import type {Arguments} from '../../cli/arguments.js';
import {quote} from '../../core/text/quote.js';
import type {OptionReader} from '../values/option-reader.js';
import {parseDuration} from '../../cli/values/parse.js';
import {accept, refuse, type Parsed} from '../../core/text/parsed.js';
import {intervalBounds} from './monitor.js';

/** State to wait for. Kind `other` with an empty text means any state that the API does not document. */
export type WantedState = ConnectionState;

/** Settings of `ryzetop wait`. */
export type WaitSettings = {
	readonly command: 'wait';
	/** Name of the instance, as the API's filter takes it. */
	readonly names: readonly [string];
	/** The same name, safe to show. */
	readonly name: SafeText;
	readonly wanted: WantedState;
	/** Time after which the command gives up, in milliseconds. */
	readonly within: number;
	/** Time between two polls, in milliseconds. */
	readonly interval: number;
	/** Whether the command also waits for an instance that does not exist yet. */
	readonly isAbsenceAllowed: boolean;
};

/** In milliseconds. `ryzetop watch` is for waiting longer than a day. */
const withinBounds = {least: 1000, most: 24 * 3_600_000};

/** Reads the options of `ryzetop wait`; `undefined` if there was a problem with one that it needs. */
export function readWaitSettings(reading: OptionReader, {switches, words}: Arguments): WaitSettings | undefined {
	const name = readName(words);
	if (name.kind === 'problem') {
		reading.report(name.problem);
	}

	const wanted = reading.read('for', parseState);
	const within = reading.read('within', text => parseDuration(text, withinBounds));
	const interval = reading.read('interval', text => parseDuration(text, intervalBounds));
	return name.kind === 'problem' || wanted === undefined || within === undefined || interval === undefined
		? undefined
		: {
			command: 'wait',
			names: [name.value],
			name: sanitize(name.value),
			wanted,
			within,
			interval,
			isAbsenceAllowed: switches.has('allow-missing'),
		};
}

function readName(words: readonly string[]): Parsed<string> {
	const [first = '', ...others] = words;
	const name = first.trim();
	if (name === '') {
		return refuse('Which instance? Give its name: ryzetop wait NAME.');
	}

	if (others.length > 0) {
		return refuse(`${others.map(word => quote(word)).join(', ')} is too much: ryzetop wait takes one name. Quote a name that has spaces.`);
	}

	return name.includes(',')
		? refuse(`${quote(name)} cannot be asked for: the API's filter takes a comma for the end of a name.`)
		: accept(name);
}

/**
Parses a state: a documented one in any spelling that `stateKind` accepts, or the word of another, such as `qr`.

A word that is close to a documented state is refused as a typing error.
*/
function parseState(text: string): Parsed<WantedState> {
	const word = text.trim().replaceAll(' ', '');
	const kind = stateKind(word);
	const nearest = findNearest(word, stateKinds);
	return kind === 'other' && word.toLowerCase() !== 'other' && nearest !== undefined
		? refuse(`There is no state ${quote(text)}. Did you mean ${nearest}?`)
		: accept({kind, text: sanitize(word.toLowerCase() === 'other' ? '' : text.trim())});
}
