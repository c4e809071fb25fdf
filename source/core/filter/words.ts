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

/** Splits the text of a filter into words. A space in quotes does not end a word; a quote that is not closed lasts to the end. */
export function splitFilter(text: string): readonly FilterWord[] {
	return splitOutsideQuotes(text, ' ').filter(word => word !== '' && word !== '-').map(word => readWord(word));
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
