import {parseColumns, parseSort, usualColumns} from '../../cli/values/grid.js';
import {parseFilter} from '../../core/filter/parse.js';
import type {AddedKey} from '../../core/keymap/bind.js';
import {parseKey} from '../../core/keymap/key-names.js';
import {accept, refuse, type Parsed} from '../../core/text/parsed.js';
import {quote} from '../../core/text/quote.js';
import {sanitize} from '../../core/text/sanitize.js';
import type {SavedView} from '../../core/view/saved-view.js';
import {isTexts} from '../file/layer.js';
import type {Config} from '../file/load.js';
import {
	parseName,
	readTables,
	reportRepeated,
	textWith,
} from './table-reader.js';

/** Reads all of `[[view]]`: the views, the keys that they want, and what is wrong with them. */
export function readViews(config: Config) {
	const names = new Set<string>();
	const keys: AddedKey[] = [];
	const {values: views, problems} = readTables(config, 'view', ['name', 'filter', 'columns', 'sort', 'key'], (reader): SavedView | undefined => {
		const name = reader.need('name', textWith(parseName));
		const filter = reader.read('filter', textWith(checkFilter)) ?? '';
		const columns = reader.read('columns', value => textWith(text => parseColumns(text, usualColumns('monitor')))(isTexts(value) ? value.join(',') : value));
		const sort = reader.read('sort', textWith(parseSort));
		const chord = reader.read('key', textWith(parseKey));
		if (name !== undefined) {
			reportRepeated(name, names, reader);
		}

		if (name !== undefined && chord !== undefined) {
			keys.push({
				binding: {
					command: `view:${name}`, chords: [chord], place: 'grid', does: `the view ${name}`,
				}, at: reader.at('key'),
			});
		}

		return name === undefined
			? undefined
			: {
				name, filter, columns, sort,
			};
	});
	return {views, keys, problems};
}

/** A term that cannot be used is a problem here: without it the view would show what it is to leave out. */
function checkFilter(text: string): Parsed<string> {
	const {ignored} = parseFilter(text);
	return ignored.length === 0
		? accept(sanitize(text))
		: refuse(ignored.map(({text: term, why}) => `The filter ${quote(term)} cannot be used: ${why}${why.endsWith('?') ? '' : '.'}`).join(' '));
}
