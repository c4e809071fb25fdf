/**
How the answers of terminals begin, by the character that introduces them: colours, the clipboard and titles (OSC); settings, names and
versions (DCS); pictures (APC). No other strings are known to be sent. `before` is what can come before it is certain.
*/
const beginnings: Readonly<Record<string, {readonly before: RegExp; readonly certain: RegExp}>> = {
	']': {before: /^\d*$/v, certain: /^(?:\d+;|l)/iv},
	P: {before: /^[\d;]*$/v, certain: /^[\d;]*[!$+>\|]/v},
	_: {before: /^$/v, certain: /^G/v},
};

/** Whether a control string with this content is an answer, may become one, or is more likely made of keys. */
export function likenToAnswer(introducer: string, content: string): 'answer' | 'unclear' | 'keys' {
	const beginning = beginnings[introducer];
	if (beginning?.certain.test(content)) {
		return 'answer';
	}

	return beginning?.before.test(content) ? 'unclear' : 'keys';
}
