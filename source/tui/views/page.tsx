import {type Size, footerRows, headerRows} from '../../core/screen/geometry.js';
import {span, type Line} from '../../core/screen/span.js';
import {clamp} from '../../core/screen/viewport.js';
import {wrap} from '../../core/text/measure.js';
import type {SafeText} from '../../core/text/sanitize.js';
import {ownState} from '../../core/view/own-state.js';
import {Page} from '../components/page.js';
import {pageOf, type Overlay, type ViewContext} from './view.js';

/** What a command printed, and the lines that it is scrolled by. */
type PageText = {
	readonly title: string;
	readonly lines: readonly SafeText[];
	readonly from: number;
};

const noText: PageText = {title: '', lines: [], from: 0};

export const pageText = ownState('page', noText);

/** The frame and the padding of the page, left and right together, and above and below. */
const frame = {columns: 4, rows: 2};

type PageLayout = {readonly lines: readonly Line[]; readonly width: number; readonly height: number};

/** Lays out what a command printed, under its name. Long lines wrap. */
function layoutText({title, lines}: PageText, {columns, rows}: Size): PageLayout {
	const width = Math.max(1, columns - frame.columns);
	const text = lines.length === 0 ? [[span('It printed nothing.', 'dim')]] : lines.flatMap(line => line === '' ? [[]] : wrap(line, width).map(words => [span(words)]));
	return {lines: [[span(title, 'strong')], [], ...text], width, height: Math.max(1, rows - headerRows - footerRows - frame.rows)};
}

/** What a command of one's own printed. It is drawn in place of the view that it was run in, and goes back to it. */
export const pageView: Overlay = {
	draw({state, geometry}) {
		const text = pageText.read(state.view);
		return <Page {...layoutText(text, geometry.size)} from={text.from} columns={geometry.size.columns}/>;
	},
	/** Lines, such as `1-20/31`; empty where all are in sight. */
	position({state, geometry}) {
		const text = pageText.read(state.view);
		const {lines, height} = layoutText(text, geometry.size);
		return lines.length <= height ? '' : `${text.from + 1}-${Math.min(lines.length, text.from + height)}/${lines.length}`;
	},
	move({actions, layout}, steps) {
		actions.ownChanged(pageText, text => {
			const {lines, height} = layoutText(text, layout().size);
			return {...text, from: clamp(text.from + steps(pageOf(height)), 0, Math.max(0, lines.length - height))};
		});
	},
	back: close,
	escape: close,
};

function close({actions}: ViewContext): void {
	actions.overlayClosed();
}
