import type {Arguments} from '../../cli/arguments.js';
import type {Settings} from '../../cli/settings.js';
import {accept, refuse, type Parsed} from '../../core/text/parsed.js';
import {quote} from '../../core/text/quote.js';
import {sanitize, type SafeText} from '../../core/text/sanitize.js';
import type {OptionReader} from '../values/option-reader.js';
import {readSettings, reportFirst} from '../values/read-settings.js';

/** Settings of `ryzetop wait`. */
export type WaitSettings = Settings<'wait'> & {
	readonly command: 'wait';
	/** Name of the instance, as the API's filter takes it. */
	readonly names: readonly [string];
	/** The name as it was typed, safe to show: with that of its account, where one stands before it. */
	readonly name: SafeText;
};

/** State to wait for. Kind `other` with an empty text means any state that the API does not document. */
export type WantedState = WaitSettings['wanted'];

/** Reads the options of `ryzetop wait`; `undefined` if there was a problem with one that it needs. */
export function readWaitSettings(reading: OptionReader, {words}: Arguments): WaitSettings | undefined {
	const name = readName(words);
	if (name.kind === 'problem') {
		reading.report(name.problem);
	}

	reportFirst(reading, 'wait', ['for', 'within']);
	const settings = readSettings(reading, {command: 'wait', owner: 'command'});
	return settings === undefined || name.kind === 'problem'
		? undefined
		: {
			...settings, command: 'wait', names: [name.value], name: sanitize(name.value),
		};
}

function readName(words: readonly string[]): Parsed<string> {
	const [name = '', ...others] = words;
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
