import {useCursor} from 'ink';
import {fitLine, lineWidth, spread} from '../../core/screen/line.js';
import {completionLine, isCurrent, type Completion} from '../../core/view/completion.js';
import {
	isFull,
	longestText,
	promptView,
	type Prompt,
} from '../../core/view/prompt.js';
import {cellWidth} from '../../core/text/measure.js';
import {span, type Line} from '../../core/screen/span.js';
import {useSession} from './session.js';
import {TextLine} from './text-line.js';

export type FilterBarProps = {
	readonly prompt: Prompt;
	/** The number of matches, such as `3 of 44`. */
	readonly matches: string;
	/** The part of the filter that could not be understood, and why. */
	readonly ignored: string | undefined;
	/** What was completed last. */
	readonly completion: Completion | undefined;
	readonly width: number;
	/** The row of the screen that it is in, from 0. */
	readonly row: number;
};

/** What stands before the typed text. */
const sign = ' /';

/**
The prompt with its typed text and the number of matches, in place of the footer. The terminal's own cursor is at the caret, since an input
method shows there what it composes.
*/
export function FilterBar({
	prompt, matches, ignored, completion, width, row,
}: FilterBarProps) {
	const {setCursorPosition} = useCursor();
	const {theme: {symbols}} = useSession();
	const full: Line = isFull(prompt) ? [span(` full: ${longestText} characters `, 'caution')] : [];
	const choice = completion !== undefined && isCurrent(completion, prompt) ? completionLine(completion) : [];
	const effect: Line = choice.length > 0 ? choice : [span(`${matches} `, 'dim'), ...full, ...ignored === undefined ? [] : [span(` ${ignored} `, 'caution')]];
	// The effect takes at most half of the line, or the space that a short typed text leaves.
	const rightWidth = Math.max(Math.floor(width / 2), width - 5 - cellWidth(prompt.text));
	const right = fitLine(effect, Math.min(lineWidth(effect), rightWidth), symbols.ellipsis);
	const {before, under, after} = promptView(prompt, Math.max(1, width - 3 - lineWidth(right)));
	setCursorPosition({x: cellWidth(`${sign}${before}`), y: row});
	const left: Line = [span(sign, 'strong'), span(`${before}${under}${after}`)];
	return <TextLine line={spread(left, right, width, {gap: 1, ellipsis: symbols.ellipsis})} width={width}/>;
}
