/** What came of a regular expression: how it tests, or why it is not used. */
export type Pattern =
	| {readonly kind: 'ok'; readonly test: (text: string) => boolean}
	| {readonly kind: 'refused'; readonly why: string};

const longest = 100;

/** No longer a text than this is searched: what matters of a name is at its beginning. */
const searched = 200;

/**
Makes a regular expression that somebody typed, any case. One that repeats what already repeats, such as `(a+)+`, could take longer than the universe, and is refused.
*/
export function parsePattern(source: string): Pattern {
	if (source.length > longest) {
		return {kind: 'refused', why: `a regular expression has at most ${longest} characters`};
	}

	if (hasRepeatedRepetition(source)) {
		return {kind: 'refused', why: 'a group that repeats must not hold what repeats or alternates'};
	}

	try {
		// eslint-disable-next-line require-unicode-regexp -- People type what other programs take; the v flag refuses more.
		const pattern = new RegExp(source, 'iu');
		return {kind: 'ok', test: text => pattern.test(text.slice(0, searched))};
	} catch {
		return {kind: 'refused', why: 'no regular expression'};
	}
}

/** Whether a repeated group holds a repetition or alternatives, at any depth; or so many repetitions follow each other that they could share the text in too many ways. */
function hasRepeatedRepetition(source: string): boolean {
	const plain = source.replaceAll(/\\./gsv, 'x').replaceAll(/\[[^\[\]]*\]/gv, 'x');
	const groups: boolean[] = [];
	let isClosedRisky = false;
	for (const [index, character] of [...plain].entries()) {
		const isRepeated = '*+{?'.includes(plain[index + 1] ?? ' ');
		if (character === '(') {
			groups.push(false);
		} else if (character === ')') {
			isClosedRisky = groups.pop() ?? false;
			if (isClosedRisky && isRepeated && plain[index + 1] !== '?') {
				return true;
			}

			if (isClosedRisky && groups.length > 0) {
				groups[groups.length - 1] = true;
			}
		} else if ('*+{|'.includes(character) && groups.length > 0) {
			groups[groups.length - 1] = true;
		}
	}

	return (plain.match(/[*+\{]/gv) ?? []).length > 3;
}
