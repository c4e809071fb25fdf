import {
	footerRows,
	headerRows,
	type Box,
	type Size,
} from '../../core/screen/geometry.js';
import {span, type Line} from '../../core/screen/span.js';
import {clamp} from '../../core/screen/viewport.js';
import {wrap} from '../../core/text/measure.js';
import type {SafeText} from '../../core/text/sanitize.js';
import {helpMargin} from '../../core/view/help/layout-help.js';
import {ownState} from '../../core/view/own-state.js';
import {ScrolledLines} from '../components/scrolled-lines.js';
import {memoize} from '../store/selectors/memoize.js';
import {pageOf, type Overlay, type ViewContext} from './view.js';

/** What a command printed, and the lines that it is scrolled by. */
type PageText = {
	readonly title: string;
	readonly lines: readonly SafeText[];
	readonly from: number;
	/** The lines in so many cells; long ones wrap. They are up to a megabyte, and are wrapped anew for another width alone. */
	readonly wrapped: (width: number) => readonly Line[];
};

/** Makes a page of what a command of that name printed. */
export function printedPage(title: string, lines: readonly SafeText[]): PageText {
	return {
		title, lines, from: 0, wrapped: memoize((width: number) => [width], ([width]) => wrapAll(lines, width)),
	};
}

const noText: PageText = {
	title: '', lines: [], from: 0, wrapped: width => wrapAll([], width),
};

export const pageText = ownState('page', noText);

type PageLayout = Box & {readonly lines: readonly Line[]};

function wrapAll(lines: readonly SafeText[], width: number): readonly Line[] {
	return lines.length === 0 ? [[span('It printed nothing.', 'dim')]] : lines.flatMap(line => line === '' ? [[]] : wrap(line, width).map(words => [span(words)]));
}

/** Lays out what a command printed, under its name. */
function layoutText({title, wrapped}: PageText, {columns, rows}: Size): PageLayout {
	const lines = [[span(title, 'strong')], [], ...wrapped(Math.max(1, columns - helpMargin))];
	return {lines, width: columns, height: Math.max(1, rows - headerRows - footerRows)};
}

/** The first line in sight, so that no line is empty while there are some to fill it. */
function topOf(from: number, {lines, height}: PageLayout): number {
	return clamp(from, 0, Math.max(0, lines.length - height));
}

/** What a command of one's own printed. It is drawn in place of the view that it was run in, and goes back to it. */
export const pageView: Overlay = {
	draw({state, geometry}) {
		const text = pageText.read(state.view);
		const page = layoutText(text, geometry.size);
		return <ScrolledLines layout={page} from={topOf(text.from, page)}/>;
	},
	/** Lines, such as `1-20/31`; empty where all are in sight. */
	position({state, geometry}) {
		const text = pageText.read(state.view);
		const page = layoutText(text, geometry.size);
		const {lines, height} = page;
		const top = topOf(text.from, page);
		return lines.length <= height ? '' : `${top + 1}-${Math.min(lines.length, top + height)}/${lines.length}`;
	},
	hintWords({state, geometry}) {
		const {lines, height} = layoutText(pageText.read(state.view), geometry.size);
		return lines.length > height ? {'move.page-down': 'page'} : {};
	},
	move({actions, layout}, steps) {
		actions.ownChanged(pageText, text => {
			const page = layoutText(text, layout().size);
			return {...text, from: topOf(topOf(text.from, page) + steps(pageOf(page.height)), page)};
		});
	},
	back: close,
	escape: close,
};

function close({actions}: ViewContext): void {
	actions.overlayClosed();
}
