import {filterExamples} from '../../filter/examples.js';
import {filterFields, plainWord} from '../../filter/fields.js';
import type {Keymap} from '../../keymap/bindings.js';
import {describeKeys, type PlaceKeys} from '../../keymap/describe.js';
import {placeTable, type BodyView, type Place} from '../../keymap/places.js';
import {placesAt} from '../../keymap/resolve.js';
import {span, type Line} from '../../screen/span.js';
import type {Symbols} from '../../screen/symbols.js';
import {helpWords} from './short-words.js';
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

/** Blocks of one kind. The title is empty where that of the first block is enough. */
export type HelpPart = {
	readonly title: string;
	readonly blocks: readonly HelpBlock[];
};

/** All that the help tells: the signs, then the keys, then the filter language; of each that of the view that it was opened from first. */
export function helpParts(here: BodyView, symbols: Symbols, keymap: Keymap): readonly HelpPart[] {
	return [
		{title: 'SIGNS', blocks: signsFor(here).map(({title, signs}) => ({title, entries: signs.map(({draw, words, brief = words}) => ({sign: draw(symbols), words: brief}))}))},
		{title: 'KEYS', blocks: keysFor(here, keymap, symbols).map(keys => ({title: keys.heading, entries: keyEntries(keys)}))},
		{
			title: '', blocks: [
				{title: 'FILTER', entries: filterExamples.map(({filter, finds}) => entry(filter, finds))},
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
	const all = describeKeys(keymap, symbols, helpWords(keymap)).filter(({place}) => !toldByFooter.has(place));
	return [...held.flatMap(place => all.filter(keys => keys.place === place)), ...all.filter(({place}) => !held.includes(place))];
}

function keyEntries({keys, otherwise}: PlaceKeys): readonly HelpEntry[] {
	return [...keys.map(({keys: texts, does}) => entry(texts.join(' '), does)), ...otherwise === '' ? [] : [entry('else', otherwise)]];
}

/** The fields of the filter language; those that take the same values are one entry. What is told of others before is not told again. */
function fieldEntries(): readonly HelpEntry[] {
	const byValues = Map.groupBy(Object.entries(filterFields), ([, {accepts, brief = accepts}]) => brief);
	const told: string[] = [];
	return [['word', plainWord.brief ?? plainWord.accepts] as const, ...[...byValues].map(([values, fields]) => {
		const former = told.find(each => values.startsWith(`${each}|`));
		told.push(values);
		return [
			fields.map(([key, {name = key}]) => name).join(' '),
			former === undefined ? values : `also ${values.slice(former.length + 1)}`,
		] as const;
	})].map(([sign, words]) => entry(sign, words.replaceAll('|', ', ')));
}

function entry(sign: string, words: string): HelpEntry {
	return {sign: [span(sign)], words};
}
