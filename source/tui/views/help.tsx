import {describeNoSearchAt} from '../../core/keymap/describe.js';
import type {Size} from '../../core/screen/geometry.js';
import {clamp} from '../../core/screen/viewport.js';
import {layoutHelp, type HelpFor, type HelpLayout} from '../../core/view/help/layout-help.js';
import {ownState} from '../../core/view/own-state.js';
import type {TypedText, ViewState} from '../../core/view/view-state.js';
import {ScrolledLines} from '../components/scrolled-lines.js';
import {useSession} from '../components/session.js';
import {pageOf, type Overlay, type ViewContext} from './view.js';

/**
The first line in sight, the text that is looked for, and the line of the match that a person is at. `before` is the first line in sight
before anything was looked for.
*/
type HelpState = {
	readonly from: number;
	readonly find: string;
	readonly at: number | undefined;
	readonly before: number;
};

const initialHelp: HelpState = {
	from: 0, find: '', at: undefined, before: 0,
};

const own = ownState('help', initialHelp);

/** The text that is looked for. Without one the help is where it was before. */
const text: TypedText = {
	read: view => own.read(view).find,
	write(view, find) {
		const state = own.read(view);
		const before = state.find === '' ? state.from : state.before;
		const change = find === '' ? {at: undefined, from: before} : {before};
		return own.write(view, {...state, find, ...change});
	},
	history: 'findHistory',
};

/** Lines above a match that are left in sight. */
const linesAbove = 2;

/** The signs, the keys and the filter language. It is drawn in place of the view that it was opened from, and goes back to it. */
export const helpView = {
	draw: ({state: {view}, geometry}) => <HelpBody view={view} size={geometry.size}/>,
	/** The match and the number of matches, and the lines in sight, such as `1-20/31`; empty where all are in sight. */
	position({state, geometry}, {theme: {symbols}, keymap}) {
		const {from, at, find} = own.read(state.view);
		const {lines, height, found} = layout(state.view, geometry.size, {symbols, keymap});
		const top = topOf(from, {lines, height});
		const seen = lines.length <= height ? '' : `${top + 1}-${Math.min(lines.length, top + height)}/${lines.length}`;
		const index = at === undefined ? -1 : found.indexOf(at);
		const matches = find === '' ? '' : `${index === -1 ? '' : `${index + 1} of `}${describeFound(found)}`;
		return [matches, seen].filter(part => part !== '').join('  ');
	},
	hintWords({state: {view}, geometry}, {theme: {symbols}, keymap}) {
		const {lines, height} = layout(view, geometry.size, {symbols, keymap});
		return {
			'help.toggle': '',
			...lines.length > height && {'move.page-down': 'page'},
			...own.read(view).find === '' && {'match.next': '', 'match.former': ''},
		};
	},
	move(context, steps) {
		const help = layoutOf(context);
		const distance = steps(pageOf(help.height));
		context.actions.ownChanged(own, state => ({...state, from: topOf(topOf(state.from, help) + distance, help)}));
	},
	back: closeHelp,
	escape(context) {
		if (own.read(context.state().view).find === '') {
			closeHelp(context);
		} else {
			context.actions.ownChanged(own, state => ({...state, find: '', at: undefined}));
		}
	},
	prompt: {
		text,
		matches({state, geometry}, {theme: {symbols}, keymap}) {
			return {matches: describeFound(layout(state.view, geometry.size, {symbols, keymap}).found), ignored: undefined};
		},
		follow(context) {
			const {found} = layoutOf(context);
			const {before} = own.read(context.state().view);
			goTo(context, found.find(line => line >= before) ?? found[0]);
		},
	},
	commands: {
		'match.next'(context) {
			stepMatch(context, (found, at) => found.find(line => line > at) ?? found[0]);
		},
		'match.former'(context) {
			stepMatch(context, (found, at) => found.findLast(line => line < at) ?? found.at(-1));
		},
	},
} as const satisfies Overlay;

function HelpBody({view, size}: {readonly view: ViewState; readonly size: Size}) {
	const {theme: {symbols}, keymap} = useSession();
	const help = layout(view, size, {symbols, keymap});
	const {from, at} = own.read(view);
	return <ScrolledLines layout={help} from={topOf(from, help)} at={at}/>;
}

function layout(view: ViewState, size: Size, drawn: Pick<HelpFor, 'symbols' | 'keymap'>): HelpLayout {
	return layoutHelp({
		...drawn, size, here: view.place, find: own.read(view).find,
	});
}

function layoutOf({state, layout: geometry, symbols, keymap}: ViewContext): HelpLayout {
	return layout(state().view, geometry().size, {symbols, keymap});
}

/** The first line in sight, so that no line is empty while there are some to fill it. */
function topOf(from: number, {lines, height}: Pick<HelpLayout, 'lines' | 'height'>): number {
	return clamp(from, 0, Math.max(0, lines.length - height));
}

function describeFound({length}: readonly number[]): string {
	return `${length} ${length === 1 ? 'line' : 'lines'} found`;
}

function stepMatch(context: ViewContext, step: (found: readonly number[], at: number) => number | undefined): void {
	const {find, at, from} = own.read(context.state().view);
	const {found} = layoutOf(context);
	if (found.length === 0) {
		context.actions.noticed(find === '' ? describeNoSearchAt('help', context.keymap, context.symbols) : `${find} is not in the help`, context.now());
	} else {
		goTo(context, step(found, at ?? from));
	}
}

/** Brings a match into sight. Where it is in sight already, nothing scrolls. */
function goTo(context: ViewContext, at: number | undefined): void {
	const help = layoutOf(context);
	context.actions.ownChanged(own, state => {
		const top = topOf(state.from, help);
		const isInSight = at === undefined || (at >= top && at < top + help.height);
		return {...state, at, from: isInSight ? state.from : topOf(at - linesAbove, help)};
	});
}

function closeHelp({actions}: ViewContext): void {
	actions.overlayClosed();
}
