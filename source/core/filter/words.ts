/** A word of the filter's text: what it is about, how it compares, and its alternatives. */
export type FilterWord = {
	/** As it was typed. */
	readonly text: string;
	readonly isNegated: boolean;
	/** The field's name, empty for a plain word. */
	readonly field: string;
	readonly operator: ':' | '>' | '<' | '>=' | '<=';
	/** What was between commas, quotes taken off. */
	readonly values: readonly string[];
};

/** Takes a filter's text apart. Spaces end a word, unless they are quoted; a quote that is not closed goes on to the end. */
export function splitFilter(text: string): readonly FilterWord[] {
	return splitOutsideQuotes(text, ' ').filter(word => word !== '' && word !== '-').map(word => readWord(word));
}

function readWord(text: string): FilterWord {
	const isNegated = text.startsWith('-');
	const rest = isNegated ? text.slice(1) : text;
	const {field = '', operator = ':', value = rest} = /^(?<field>[\d\p{Letter}][\d\p{Letter}\-_]*)(?<operator>>=|<=|[:<>])(?<value>.*)$/sv.exec(rest)?.groups ?? {};
	// A regular expression may hold commas of its own.
	const parts = value.startsWith('~') ? [value] : splitOutsideQuotes(value, ',');
	return {
		text, isNegated, field: field.toLowerCase(), operator: isOperator(operator) ? operator : ':', values: parts.map(part => part.replaceAll('"', '')).filter(part => part !== ''),
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
