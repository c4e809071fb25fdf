import {findColumn} from '../columns/choose.js';
import type {Column} from '../columns/column.js';
import type {Sort} from '../columns/sort.js';
import {stateKinds} from '../instance/instance.js';
import {sanitize} from '../text/sanitize.js';
import {longestText} from './prompt.js';
import type {GridFilter, ViewState} from './view-state.js';

/** What a person looked at last, as the next start of the monitor can take it up again. */
export type LastVisit = Pick<ViewState, 'place' | 'sort' | 'filter' | 'columns'>;

/** The views that a start can begin with: the detail is of an instance that may be gone. */
const places = ['grid', 'timeline', 'events'] as const;

/** Most columns and most visits that are read: a note has no more, unless it is none of ours. */
const mostColumns = 100;
const mostVisits = 20;

const version = 1;

/**
Writes the last visits as JSON: of the accounts of this monitor, named by `name`, and those of other accounts that `former` has.
`isSecret` tells of a filter whether it has something that must not be written: then it is left out.
*/
export function writeVisits(
	former: string | undefined,
	name: string,
	{place, sort, filter, columns}: LastVisit,
	isSecret: (text: string) => boolean,
): string {
	const own = {
		place: places.find(each => each === place) ?? 'grid',
		sort: `${sort.isReversed ? '-' : ''}${sort.by}`,
		columns: columns?.map(({id}) => id),
		filter: {text: isSecret(filter.text) ? '' : filter.text, state: filter.state, isTroubleOnly: filter.isTroubleOnly},
	};
	const others = Object.entries(visitsIn(former) ?? {}).filter(([other]) => other !== name);
	return `${JSON.stringify({version, visits: Object.fromEntries([...others.slice(1 - mostVisits), [name, own]])})}\n`;
}

/** Reads the last visit of the accounts that are named by `name`: none where there was none, a problem where it cannot be used. */
export function readVisit(text: string, name: string): LastVisit | 'none' | 'broken' {
	const visits = visitsIn(text);
	if (visits === undefined) {
		return 'broken';
	}

	const visit = Object.hasOwn(visits, name) ? visits[name] : undefined;
	return visit === undefined ? 'none' : toVisit(visit) ?? 'broken';
}

function visitsIn(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
	try {
		const note: unknown = JSON.parse(text ?? '');
		return isRecord(note) && note.version === version && isRecord(note.visits) ? note.visits : undefined;
	} catch {
		return undefined;
	}
}

function toVisit(visit: unknown): LastVisit | undefined {
	if (!isRecord(visit)) {
		return undefined;
	}

	const place = places.find(each => each === visit.place);
	const sort = toSort(visit.sort);
	const filter = toFilter(visit.filter);
	const columns = visit.columns === undefined ? [] : toColumns(visit.columns);
	return place === undefined || sort === undefined || filter === undefined || columns === undefined
		? undefined
		: {
			place, sort, filter, columns: columns.length === 0 ? undefined : columns,
		};
}

function toSort(sort: unknown): Sort | undefined {
	if (typeof sort !== 'string') {
		return undefined;
	}

	const name = sort.replace(/^-/v, '');
	const by = name === 'health' ? name : findColumn(name)?.id;
	return by === undefined ? undefined : {by, isReversed: name !== sort};
}

function toColumns(names: unknown): readonly Column[] | undefined {
	const found = Array.isArray(names) && names.length <= mostColumns ? names.map(name => typeof name === 'string' ? findColumn(name) : undefined) : [undefined];
	const columns = found.filter(column => column !== undefined);
	return columns.length === found.length && new Set(columns).size === columns.length ? columns : undefined;
}

function toFilter(filter: unknown): GridFilter | undefined {
	if (!isRecord(filter) || typeof filter.text !== 'string' || filter.text.length > 4 * longestText) {
		return undefined;
	}

	return {
		text: sanitize(filter.text),
		state: stateKinds.find(kind => kind === filter.state),
		// The one that was shown alone may not be watched any more: then nothing would be.
		account: undefined,
		isTroubleOnly: filter.isTroubleOnly === true,
	};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
