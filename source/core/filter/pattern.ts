/** What came of a regular expression: how it tests, or why it is not used. */
export type Pattern =
	| {readonly kind: 'ok'; readonly test: (text: string) => boolean}
	| {readonly kind: 'refused'; readonly why: string};

const longest = 200;

/** No longer a text than this is searched: what matters of a name is at its beginning. */
const searched = 200;

/** Each repetition multiplies the ways to try by the length of the text, each part that may be left out or alternates by two or so: more than this many could be felt. */
const mostRepetitions = 3;
const mostInAll = 5;

/**
Makes a regular expression that somebody typed, any case. One that repeats what already repeats, such as `(a+)+`, or has a long row of parts that may be left out, could take longer than the universe, and is refused.
*/
export function parsePattern(source: string): Pattern {
	if (source.length > longest) {
		return {kind: 'refused', why: `a regular expression has at most ${longest} characters`};
	}

	const why = findAmbiguity(source);
	if (why !== undefined) {
		return {kind: 'refused', why};
	}

	try {
		// eslint-disable-next-line require-unicode-regexp -- People type what other programs take; the v flag refuses more.
		const pattern = new RegExp(source, 'iu');
		return {kind: 'ok', test: text => pattern.test(text.slice(0, searched))};
	} catch {
		return {kind: 'refused', why: 'no regular expression'};
	}
}

/** Why matching could take too long, if it could: a group that repeats and can itself be taken in more than one way, or too many such ways in a row. */
function findAmbiguity(source: string): string | undefined {
	const plain = bareStructure(source);
	const groups: boolean[] = [];
	let choices = 0;
	for (const [index, character] of plain.entries()) {
		if (character === '(') {
			groups.push(false);
			continue;
		}

		const isEnd = character === ')';
		const isChoice = isEnd ? groups.pop() === true : '*+?{|'.includes(character);
		if (isEnd && isChoice && '*+{'.includes(plain[index + 1] ?? ' ')) {
			return 'a group that repeats must not hold what repeats, alternates or may be left out';
		}

		choices += Number(character === '?' || (isEnd && isChoice));
		if (isChoice && groups.length > 0) {
			groups[groups.length - 1] = true;
		}
	}

	const repetitions = plain.filter(character => '*+{'.includes(character)).length;
	return repetitions > mostRepetitions || repetitions + choices > mostInAll ? 'too many repetitions or choices for one regular expression' : undefined;
}

/** The characters of an expression without what could be taken for structure: an escape or a class becomes a letter, a group of any kind a plain one, a lazy quantifier a greedy one. */
function bareStructure(source: string): readonly string[] {
	return [...source
		.replaceAll(/\\(?:[Ppu]\{[^\{\}]*\}|.)/gsv, 'x')
		.replaceAll(/\[[^\[\]]*\]/gv, 'x')
		.replaceAll(/\(\?[^!\(\):=>]*[!:=>]/gv, '(')
		.replaceAll(/(?<quantifier>[*+?\}])\?/gv, '$<quantifier>')];
}
