import {parseColumns, parseSort, usualColumns} from '../../cli/values/grid.js';
import {parseFilter} from '../../core/filter/parse.js';
import {accept, refuse, type Parsed} from '../../core/text/parsed.js';
import {quote} from '../../core/text/quote.js';
import {sanitize} from '../../core/text/sanitize.js';
import type {SavedView} from '../../core/view/saved-view.js';
import {isTexts} from '../file/layer.js';
import type {Config} from '../file/load.js';
import {readNamed, textWith} from './table-reader.js';

/** Reads all of `[[view]]`: the views, the keys that they want, and what is wrong with them. */
export function readViews(config: Config) {
	return readNamed(config, 'view', ['name', 'filter', 'columns', 'sort', 'key'], (reader, name) => {
		const filter = reader.read('filter', textWith(checkFilter)) ?? '';
		const columns = reader.read('columns', value => textWith(text => parseColumns(text, usualColumns('monitor')))(isTexts(value) ? value.join(',') : value));
		const sort = reader.read('sort', textWith(parseSort));
		const value: SavedView | undefined = name === undefined
			? undefined
			: {
				name, filter, columns, sort,
			};
		return {value, binding: name === undefined ? undefined : {command: `view:${name}`, place: 'grid', does: `the view ${name}`}};
	});
}

/** A term that cannot be used is a problem here: without it the view would show what it is to leave out. */
function checkFilter(text: string): Parsed<string> {
	const {ignored} = parseFilter(text);
	return ignored.length === 0
		? accept(sanitize(text))
		: refuse(ignored.map(({text: term, why}) => `The filter ${quote(term)} cannot be used: ${why}${why.endsWith('?') ? '' : '.'}`).join(' '));
}
