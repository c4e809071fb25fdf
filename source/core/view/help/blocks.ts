import {filterExamples} from '../../filter/examples.js';
import {filterFields, plainWord} from '../../filter/fields.js';
import {placeTable, type Keymap, type Place} from '../../keymap/bindings.js';
import {describeKeys, type PlaceKeys} from '../../keymap/describe.js';
import type {BodyView} from '../../keymap/places.js';
import {placesAt} from '../../keymap/resolve.js';
import {span, type Line} from '../../screen/span.js';
import type {Symbols} from '../../screen/symbols.js';
import {signsFor} from './signs.js';

/** A sign, the keys of a command, or a part of the filter language, and what it means. */
export type HelpEntry = {
	readonly sign: Line;
	readonly words: string;
};

/** Entries under one title. */
export type HelpBlock = {
	readonly title: string;
	readonly entries: readonly HelpEntry[];
};

/** Blocks of one kind. */
export type HelpPart = {
	readonly title: string;
	readonly blocks: readonly HelpBlock[];
};

/** All that the help tells: the signs, then the keys, then the filter language; of each that of the view that it was opened from first. */
export function helpParts(here: BodyView, symbols: Symbols, keymap: Keymap): readonly HelpPart[] {
	return [
		{title: 'SIGNS', blocks: signsFor(here).map(({title, signs}) => ({title, entries: signs.map(({draw, words}) => ({sign: draw(symbols), words}))}))},
		{title: 'KEYS', blocks: keysFor(here, keymap, symbols).map(({heading, keys}) => ({title: heading, entries: keys.map(help => entry(help.keys.join(' '), help.does))}))},
		{
			title: 'FILTER', blocks: [
				{title: 'examples', entries: filterExamples.map(({filter, finds}) => entry(filter, finds))},
				{title: 'fields', entries: fieldEntries()},
			],
		},
	];
}

/** Places whose few keys their footer tells, so that the help has room for the others. */
export const toldByFooter: ReadonlySet<Place> = new Set(placeTable
	.filter(({place, kind}) => kind === 'menu' || kind === 'overlay' || place === 'menu')
	.map(({place}) => place));

/** The keys by place: first those that hold in a view, by their precedence, then the others. */
function keysFor(here: BodyView, keymap: Keymap, symbols: Symbols): readonly PlaceKeys[] {
	const held = placesAt(here);
	const all = describeKeys(keymap, symbols).filter(({place}) => !toldByFooter.has(place));
	return [...held.flatMap(place => all.filter(keys => keys.place === place)), ...all.filter(({place}) => !held.includes(place))];
}

/** The fields of the filter language; those that take the same values are one entry. */
function fieldEntries(): readonly HelpEntry[] {
	const byValues = Map.groupBy(Object.entries(filterFields), ([, {accepts}]) => accepts);
	return [
		entry('word', plainWord.accepts),
		...[...byValues].map(([accepts, fields]) => entry(fields.map(([key, {name = key}]) => name).join(' '), accepts.replaceAll('|', ', '))),
	];
}

function entry(sign: string, words: string): HelpEntry {
	return {sign: [span(sign)], words};
}
