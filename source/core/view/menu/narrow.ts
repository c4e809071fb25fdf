import {foldBeginning, foldCase} from '../../text/fold-case.js';
import type {MenuItem} from './menu-item.js';

/** How well an item matches, from the best on. The last is by its letters in their order alone. */
const ranks = {
	name: 0, label: 1, beginning: 2, words: 3, parts: 4, anywhere: 5, letters: 6,
} as const;

/**
Chooses the items that match what is typed, the best match first; among equal ones the order stays. All words have to be in the label or the
names of an item, else in what is said of it; or the letters, in their order, in its label or a name. A colon before the text is that which
opens the palette, typed twice.
*/
export function narrowItems(items: readonly MenuItem[], typed: string): readonly MenuItem[] {
	const query = foldCase(typed).trim().replace(/^:\s*/v, '');
	if (query === '') {
		return items;
	}

	const words = query.split(/\s+/v);
	return items
		.map(item => ({item, rank: rankOf(item, query, words)}))
		.filter(({rank}) => rank < Infinity)
		.toSorted((one, other) => one.rank - other.rank)
		.map(({item}) => item);
}

function rankOf({label, names, words: said}: MenuItem, query: string, words: readonly string[]): number {
	const folded = foldBeginning(label);
	const known = names.map(name => foldBeginning(name));
	const texts = [folded, ...known];
	if (known.includes(query)) {
		return ranks.name;
	}

	if (folded === query) {
		return ranks.label;
	}

	if (texts.some(text => text.startsWith(query))) {
		return ranks.beginning;
	}

	const all = texts.join(' ');
	const starts = new Set(all.split(/[\s\-.\/:]+/v));
	if (words.every(word => starts.values().some(start => start.startsWith(word)))) {
		return ranks.words;
	}

	if (words.every(word => all.includes(word))) {
		return ranks.parts;
	}

	const whole = `${all} ${foldBeginning(said)}`;
	if (words.every(word => whole.includes(word))) {
		return ranks.anywhere;
	}

	const letters = query.replaceAll(/\s+/gv, '');
	return texts.some(text => hasLetters(text, letters)) ? ranks.letters : Infinity;
}

/** Whether a text has these characters in their order, with others between them. */
function hasLetters(text: string, letters: string): boolean {
	let from = 0;
	for (const letter of letters) {
		const at = text.indexOf(letter, from);
		if (at === -1) {
			return false;
		}

		from = at + letter.length;
	}

	return true;
}
