/** Result of parsing a regular expression: its test, or the reason why it is refused. */
export type Pattern =
	| {readonly kind: 'ok'; readonly test: (text: string) => boolean}
	| {readonly kind: 'refused'; readonly why: string};

const longestSource = 200;

/**
Only so many characters at the beginning of a text are searched, by the number of repetitions in the expression: the part that matters of a
name is there. A search takes about the length to the power of one more than the repetitions, so that these are some 50,000 steps at most.
*/
const searchedLengths = [200, 200, 70, 40];

/**
Each repetition multiplies the ways to match by the length of the text, each optional part or alternation by about two.
With more of them than this, a search could take so long that the user notices it.
*/
const mostRepetitions = 3;
const mostRepetitionsAndChoices = 5;

/**
Makes a regular expression of a text that a user typed, ignoring case.
An expression that repeats a repetition, such as `(a+)+`, or has many optional parts in a row could search for ever, and is refused.
*/
export function parsePattern(source: string): Pattern {
	if (source.length > longestSource) {
		return {kind: 'refused', why: `a regular expression has at most ${longestSource} characters`};
	}

	const why = findAmbiguity(source);
	if (why !== undefined) {
		return {kind: 'refused', why};
	}

	try {
		// eslint-disable-next-line require-unicode-regexp -- The v flag refuses expressions that other programs take.
		const pattern = new RegExp(source, 'iu');
		const searched = searchedLengths[countRepetitions(structureOf(source))];
		return {kind: 'ok', test: text => pattern.test(text.slice(0, searched))};
	} catch {
		return {kind: 'refused', why: 'no regular expression'};
	}
}

/**
Reason why matching could take too long; `undefined` where it cannot.
It is a group that repeats and can itself match in more than one way, or too many repetitions and choices.
*/
function findAmbiguity(source: string): string | undefined {
	const structure = structureOf(source);
	// For each open group: whether it can match in more than one way.
	const groups: boolean[] = [];
	let choices = 0;
	for (const [index, character] of structure.entries()) {
		if (character === '(') {
			groups.push(false);
			continue;
		}

		const isEnd = character === ')';
		const isChoice = isEnd ? groups.pop() === true : '*+?{|'.includes(character);
		if (isEnd && isChoice && '*+{'.includes(structure[index + 1] ?? ' ')) {
			return 'a group that repeats must not hold what repeats, alternates or may be left out';
		}

		choices += Number(character === '?' || (isEnd && isChoice));
		if (isChoice && groups.length > 0) {
			groups[groups.length - 1] = true;
		}
	}

	const repetitions = countRepetitions(structure);
	const isTooComplex = repetitions > mostRepetitions || repetitions + choices > mostRepetitionsAndChoices;
	return isTooComplex ? 'too many repetitions or choices for one regular expression' : undefined;
}

function countRepetitions(structure: readonly string[]): number {
	return structure.filter(character => '*+{'.includes(character)).length;
}

/**
Reduces an expression to the characters of its structure: an escape or a character class becomes a letter,
a group of any kind a plain group, a lazy quantifier a greedy one.
*/
function structureOf(source: string): readonly string[] {
	return [...source
		.replaceAll(/\\(?:[Ppu]\{[^\{\}]*\}|.)/gsv, 'x')
		.replaceAll(/\[[^\[\]]*\]/gv, 'x')
		.replaceAll(/\(\?[^!\(\):=>]*[!:=>]/gv, '(')
		.replaceAll(/(?<quantifier>[*+?\}])\?/gv, '$<quantifier>')];
}
