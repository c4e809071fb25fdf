import {fitLine, lineWidth, spread} from '../../core/screen/line.js';
import {promptView, type Prompt} from '../../core/view/prompt.js';
import {cellWidth} from '../../core/text/measure.js';
import {span, type Line} from '../../core/screen/span.js';
import {useSession} from './session.js';
import {TextLine} from './text-line.js';

export type FilterBarProps = {
	readonly prompt: Prompt;
	/** How many match, of how many. */
	readonly matches: string;
	/** What of the filter could not be used, and why. */
	readonly ignored: string | undefined;
	readonly width: number;
};

/** The filter while it is typed, with what comes of it; in the place of the footer. */
export function FilterBar({prompt, matches, ignored, width}: FilterBarProps) {
	const {theme: {symbols}} = useSession();
	const right: Line = [span(`${matches} `, 'dim'), ...ignored === undefined ? [] : [span(` ${ignored} `, 'caution')]];
	// What is typed has half of the line for sure; what it does not need is for what comes of it.
	const room = Math.max(Math.floor(width / 2), width - 5 - cellWidth(prompt.text));
	const told = fitLine(right, Math.min(lineWidth(right), room), symbols.ellipsis);
	const {before, under, after} = promptView(prompt, Math.max(1, width - 3 - lineWidth(told)));
	const left: Line = [span(' /', 'strong'), span(before), span(under, 'cursor'), span(after)];
	return <TextLine line={spread(left, told, width, {gap: 1, ellipsis: symbols.ellipsis})} width={width}/>;
}
