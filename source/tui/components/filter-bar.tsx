import {fitLine, lineWidth, spread} from '../../core/screen/line.js';
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
	readonly width: number;
};

/** The prompt with its typed text and the number of matches, in place of the footer. */
export function FilterBar({prompt, matches, ignored, width}: FilterBarProps) {
	const {theme: {symbols}} = useSession();
	const full: Line = isFull(prompt) ? [span(` full: ${longestText} characters `, 'caution')] : [];
	const effect: Line = [span(`${matches} `, 'dim'), ...full, ...ignored === undefined ? [] : [span(` ${ignored} `, 'caution')]];
	// The effect takes at most half of the line, or the space that a short typed text leaves.
	const rightWidth = Math.max(Math.floor(width / 2), width - 5 - cellWidth(prompt.text));
	const right = fitLine(effect, Math.min(lineWidth(effect), rightWidth), symbols.ellipsis);
	const {before, under, after} = promptView(prompt, Math.max(1, width - 3 - lineWidth(right)));
	const left: Line = [span(' /', 'strong'), span(before), span(under, 'cursor'), span(after)];
	return <TextLine line={spread(left, right, width, {gap: 1, ellipsis: symbols.ellipsis})} width={width}/>;
}
