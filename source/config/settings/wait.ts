import {stateKind, stateKinds, type ConnectionState} from '../../core/instance/instance.js';
import {findNearest} from '../../core/text/nearest.js';
import {sanitize, type SafeText} from '../../core/text/sanitize.js';
import type {Arguments} from '../../cli/arguments.js';
import {quote} from '../../core/text/quote.js';
import type {OptionReader} from '../values/option-reader.js';
import {parseDuration} from '../values/parse.js';
import {accept, refuse, type Parsed} from '../../core/text/parsed.js';
import {intervalBounds} from './monitor.js';

/** The state that is waited for; of kind `other` with the empty text, any that the API does not document. */
export type WantedState = ConnectionState;

/** What `ryzetop wait` is told. */
export type WaitSettings = {
	readonly command: 'wait';
	/** The one name, for the API's own filter. */
	readonly names: readonly [string];
	readonly name: SafeText;
	readonly wanted: WantedState;
	/** How long it may take, in milliseconds. */
	readonly within: number;
	/** Between two polls, in milliseconds. */
	readonly interval: number;
	/** Whether an instance that does not exist may come to exist. */
	readonly isAbsenceAllowed: boolean;
};

/** Who waits for longer than a day wants `ryzetop watch`. */
const withinBounds = {least: 1000, most: 24 * 3_600_000};

/** Reads the options of `ryzetop wait`; nothing if there was a problem with one that it needs. */
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
			command: 'wait', names: [name.value], name: sanitize(name.value), wanted, within, interval, isAbsenceAllowed: switches.has('allow-missing'),
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

	return name.includes(',') ? refuse(`${quote(name)} cannot be asked for: the API's filter takes a comma for the end of a name.`) : accept(name);
}

/** Reads a state: a documented one however it is spelled, or the word of another, such as `qr`. What looks like a slip is none. */
function parseState(text: string): Parsed<WantedState> {
	const word = text.trim().replaceAll(' ', '');
	const kind = stateKind(word);
	const nearest = findNearest(word, stateKinds);
	return kind === 'other' && word.toLowerCase() !== 'other' && nearest !== undefined
		? refuse(`There is no state ${quote(text)}. Did you mean ${nearest}?`)
		: accept({kind, text: sanitize(word.toLowerCase() === 'other' ? '' : text.trim())});
}
