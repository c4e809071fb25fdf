import {commonBeginning, completeFilter, type Vocabulary} from '../filter/complete.js';
import {span, type Line} from '../screen/span.js';
import {segmentGraphemes} from '../text/graphemes.js';
import {typeText, type Prompt} from './prompt.js';

/** What `Tab` has found in a prompt. It holds as long as the text and the cursor are those that it left. */
export type Completion = {
	readonly candidates: readonly string[];
	/** The candidate that is in the text; `undefined` before one is chosen. */
	readonly at: number | undefined;
	/** The prompt that the candidates were found in, without what they take the place of. */
	readonly base: Prompt;
	readonly result: Prompt;
};

/**
Completes the word before the cursor: with what all candidates begin with, or where that is there already with the first of them, and then
with the next.
*/
export function completePrompt(prompt: Prompt, last: Completion | undefined, vocabulary: Vocabulary): Completion {
	if (last !== undefined && isCurrent(last, prompt) && last.candidates.length > 0) {
		const at = ((last.at ?? -1) + 1) % last.candidates.length;
		return {...last, at, result: typeText(last.base, last.candidates[at] ?? '')};
	}

	const before = Array.from(segmentGraphemes(prompt.text), ({segment}) => segment).slice(0, prompt.cursor).join('');
	const {from, candidates} = completeFilter(before, vocabulary);
	const typed = before.slice(from);
	const base = withoutEnd(prompt, before, from);
	const common = commonBeginning(candidates);
	const isFurther = common.length > typed.length || candidates.length === 1;
	return {
		candidates, at: candidates.length === 1 ? 0 : undefined, base, result: isFurther ? typeText(base, common) : prompt,
	};
}

/** Whether nothing has changed since what was found was put in. */
export function isCurrent({result}: Completion, {text, cursor}: Prompt): boolean {
	return result.text === text && result.cursor === cursor;
}

/** The candidates, from that which is in the text on; none where there is no choice. */
export function completionLine({candidates, at}: Completion): Line {
	const first = at ?? 0;
	const shown = [...candidates.slice(first), ...candidates.slice(0, first)].slice(0, mostShown);
	return candidates.length === 0
		? [span('nothing to complete ', 'dim')]
		: (candidates.length === 1 ? [] : shown.map((text, index) => span(`${text}  `, at !== undefined && index === 0 ? 'strong' : 'dim')));
}

/** More do not fit into any line. */
const mostShown = 40;

function withoutEnd(prompt: Prompt, before: string, from: number): Prompt {
	const kept = before.slice(0, from);
	return {...prompt, text: kept + prompt.text.slice(before.length), cursor: [...segmentGraphemes(kept)].length};
}
