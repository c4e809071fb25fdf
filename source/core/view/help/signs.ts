import {blocks, integrations} from '../../blocks/blocks.js';
import {standingSpan} from '../../columns/cells.js';
import {explainAction} from '../../detail/remedy.js';
import {drawFleetStrip} from '../../fleet/past/fleet-strip.js';
import {drawStrip} from '../../fleet/past/draw-strip.js';
import type {StripCell} from '../../fleet/past/strip.js';
import {actions} from '../../instance/action.js';
import {stateKinds} from '../../instance/instance.js';
import {stateWord} from '../../instance/state-word.js';
import type {BodyView} from '../../keymap/places.js';
import {span, type Line, type Tone} from '../../screen/span.js';
import type {Symbols} from '../../screen/symbols.js';
import {sanitize} from '../../text/sanitize.js';

/** A sign that a screen can show, drawn as the screen draws it, and what it means. `of` are the symbols that it explains. */
type Sign = {
	readonly of: ReadonlyArray<keyof Symbols>;
	readonly draw: (symbols: Symbols) => Line;
	readonly words: string;
	/** The same in fewer words, for the help: its columns are narrow, and it has three pages for all. */
	readonly brief?: string;
};

/** Signs of one kind, and the views that show them: the first is the one that they belong to. */
export type SignGroup = {
	readonly title: string;
	readonly at: readonly [BodyView, ...BodyView[]];
	readonly signs: readonly Sign[];
};

/** Symbols that are no sign of anything, with the reason for which the help does not explain them. */
export const unexplained: Readonly<Partial<Record<keyof Symbols, string>>> = {
	separator: 'it stands between the parts of a sentence, as a comma does',
	rule: 'it is a line between two parts of the screen',
	arrowKeys: 'they are keys, which the table of keys explains',
};

/** TABLE of the signs, in the order of the help. The classes of action and the integrations come from their own tables. */
export const signGroups: readonly SignGroup[] = [
	{
		title: 'states', at: ['grid', 'timeline', 'detail', 'events'], signs: stateKinds.map(kind => ({
			of: ['states'],
			draw: ({states}) => [span(states[kind], `state-${kind}`)],
			words: kind === 'other' ? 'any other, as it came' : stateWord({kind, text: sanitize('')}),
			...(kind === 'other') && {brief: 'other'},
		})),
	},
	{
		title: 'marks', at: ['grid', 'detail', 'timeline', 'events'], signs: [
			symbol('marker', 'strong', 'selected'),
			symbol('stuck', 'caution', 'connecting for over two minutes', 'connecting over 2m'),
			symbol('flapping', 'caution', 'four changes in ten minutes', '4 changes in 10m'),
			{of: [], draw: () => [span('!', 'caution')], words: 'odd, as WHY says'},
			symbol('fresh', 'caution', 'new in the list'),
			{of: [], draw: () => [span('gone', 'gone')], words: 'left the list'},
			symbol('worseAbove', 'caution', 'worse rows above'),
			{
				of: ['moreAbove', 'moreBelow'],
				draw: ({moreAbove, moreBelow}) => [span(`${moreAbove} ${moreBelow}`)],
				words: 'sort order; more out of sight', brief: 'sorted; more rows',
			},
			{
				of: ['folded', 'unfolded'],
				draw: ({folded, unfolded}) => [span(`${folded} ${unfolded}`)],
				words: 'events in one line, each below', brief: 'folded, unfolded',
			},
		],
	},
	{
		title: 'values', at: ['grid', 'detail', 'timeline', 'events'], signs: [
			symbol('atLeast', 'plain', 'or longer: began unwatched'),
			symbol('about', 'plain', 'partly unwatched'),
			{of: [], draw: () => [span('?', 'dim')], words: 'not known yet'},
			symbol('nothing', 'dim', 'nothing is known', 'nothing known'),
			symbol('ellipsis', 'plain', 'cut'),
			symbol('mask', 'dim', 'a secret'),
		],
	},
	{
		title: integrations.map(name => blocks[name].letter).join(''), at: ['grid', 'detail'], signs: [
			...integrations.map((name): Sign => ({of: [], draw: () => [span(blocks[name].letter)], words: blocks[name].title})),
			{of: [], draw: () => [span('letter +')], words: 'on'},
			{of: ['off'], draw: symbols => [standingSpan('off', '', symbols)], words: 'off'},
			{of: [], draw: symbols => [standingSpan('trouble', '', symbols)], words: 'trouble'},
			{
				of: [], draw: symbols => [standingSpan('missing', '', symbols)], words: 'not in the answer', brief: 'missing',
			},
		],
	},
	{
		title: 'DO', at: ['grid', 'detail'], signs: [
			...actions.toReversed().map((action): Sign => ({
				of: [], draw: () => [span(action)], words: explainAction(action), brief: explainAction(action, true),
			})),
			{
				of: [], draw: () => [span('known', 'dim')], words: 'acknowledged until its state changes', brief: 'acknowledged until it changes',
			},
		],
	},
	{
		title: 'strips', at: ['timeline', 'detail', 'grid'], signs: [
			strip('fine', {kind: 'fine'}, 'connected throughout', 'connected'),
			strip('brief', {kind: 'brief', state: 'disconnected'}, 'down for under a tenth', 'down under a tenth'),
			strip('states', {kind: 'down', state: 'disconnected'}, 'down, mostly in that state', 'down, in that state'),
			strip('flapping', {kind: 'flapping', state: 'disconnected'}, 'four changes or more', '4 changes or more'),
			strip('off', {kind: 'unseen'}, 'not seen, or hardly', 'hardly or not seen'),
			{
				of: [], draw: () => [span('blank')], words: 'before it was known', brief: 'not known yet',
			},
			{
				of: ['heights'],
				draw: symbols => drawFleetStrip([0, 0.5, 1].map(share => ({down: Math.max(1, share * 100), listed: 100})), symbols),
				words: 'how many were down at once', brief: 'how many down',
			},
			symbol('bar', 'strong', 'cursor in time'),
		],
	},
];

/** The groups of signs, those of a view first. */
export function signsFor(here: BodyView): readonly SignGroup[] {
	const distance = ({at}: SignGroup) => at[0] === here ? 0 : (at.includes(here) ? 1 : 2);
	return signGroups.toSorted((one, other) => distance(one) - distance(other));
}

function symbol(name: keyof Symbols, tone: Tone, words: string, brief = words): Sign {
	return {
		of: [name], draw: symbols => [span(textOf(symbols[name]), tone)], words, brief,
	};
}

function textOf(drawn: Symbols[keyof Symbols]): string {
	return typeof drawn === 'string' ? drawn : Object.values(drawn).join('');
}

function strip(name: keyof Symbols, cell: StripCell, words: string, brief: string): Sign {
	return {
		of: [name], draw: symbols => drawStrip([cell], symbols), words, brief,
	};
}
