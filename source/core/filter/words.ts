import {isDeviceAddress} from './phone-digits.js';

/** Word of the text of a filter: its field, its operator, and its values, of which one has to match. */
export type FilterWord = {
	/** As it was typed. */
	readonly text: string;
	readonly isNegated: boolean;
	/** The field's name, empty for a plain word. */
	readonly field: string;
	readonly operator: ':' | '>' | '<' | '>=' | '<=';
	/** The texts between the commas, without quotes. */
	readonly values: readonly string[];
};

const wordPattern = /^(?<field>[\d\p{Letter}][\d\p{Letter}\-_]*)(?<operator>>=|<=|[:<>])(?<value>.*)$/sv;

/** Whether a name, in lower case, is that of a field. */
type IsField = (name: string) => boolean;

/**
Splits the text of a filter into words. A space in quotes does not end a word; a quote that is not closed lasts to the end. Around the
operator of a field there may be spaces, and after the commas of its values.
*/
export function splitFilter(text: string, isField: IsField): readonly FilterWord[] {
	const words = splitOutsideQuotes(text, ' ').filter(word => word !== '' && word !== '-');
	return joinSpaced(words, isField).map(word => readWord(word));
}

const fieldStart = /^-?(?<field>[\d\p{Letter}][\d\p{Letter}\-_]*)(?<operator>>=|<=|[:<=>≤≥]|$)(?<value>.*)$/sv;
const spellings: ReadonlyMap<string, string> = new Map([['=', ':'], ['≥', '>='], ['≤', '<=']]);

/** Joins the words that belong to one field, and spells its operator as the language does. Words without a field stay as they are. */
function joinSpaced(words: readonly string[], isField: IsField): readonly string[] {
	const joined: string[] = [];
	for (const word of words) {
		const start = readStart(joined.at(-1) ?? '', isField);
		const isOpen = start !== undefined && start.operator !== '' && /(?:^|,)$/v.test(start.value) && (readStart(word, isField)?.operator ?? '') === '';
		const isNext = start?.operator === '' && /^[:<=>≤≥]/v.test(word);
		joined.push(respell(isOpen || isNext ? `${joined.pop() ?? ''}${word}` : word, isField));
	}

	return joined;
}

function readStart(word: string, isField: IsField): {readonly operator: string; readonly value: string} | undefined {
	const {field = '', operator = '', value = ''} = fieldStart.exec(word)?.groups ?? {};
	return isField(field.toLowerCase()) ? {operator, value} : undefined;
}

function respell(word: string, isField: IsField): string {
	const {operator = '', value = ''} = readStart(word, isField) ?? {};
	const spelling = spellings.get(operator);
	return spelling === undefined ? word : `${word.slice(0, word.length - value.length - operator.length)}${spelling}${value}`;
}

function readWord(text: string): FilterWord {
	const isNegated = text.startsWith('-');
	const rest = isNegated ? text.slice(1) : text;
	const {field = '', operator = ':', value = rest} = (isDeviceAddress(rest) ? undefined : wordPattern.exec(rest)?.groups) ?? {};
	// A regular expression may contain commas.
	const parts = value.startsWith('~') ? [value] : splitOutsideQuotes(value, ',');
	return {
		text,
		isNegated,
		field: field.toLowerCase(),
		operator: isOperator(operator) ? operator : ':',
		values: parts.map(part => part.replaceAll('"', '')).filter(part => part !== ''),
	};
}

function isOperator(text: string): text is FilterWord['operator'] {
	return [':', '>', '<', '>=', '<='].includes(text);
}

function splitOutsideQuotes(text: string, separator: ' ' | ','): readonly string[] {
	const parts: string[] = [];
	let part = '';
	let isQuoted = false;
	for (const character of text) {
		if (character === '"') {
			isQuoted = !isQuoted;
		}

		if (character === separator && !isQuoted) {
			parts.push(part);
			part = '';
		} else {
			part += character;
		}
	}

	return [...parts, part];
}
