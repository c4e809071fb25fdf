import {defaultColumns} from '../../../core/columns/choose.js';
import type {Column} from '../../../core/columns/column.js';
import {createMatcher} from '../../../core/filter/match.js';
import {createEventMatcher} from '../../../core/filter/match-event.js';
import type {Inventory} from '../../../core/fleet/inventory.js';
import {readAhead} from '../../../core/instance/facts.js';
import {takeInSlices, type Slices} from '../../../core/polling/slices.js';
import type {Symbols} from '../../../core/screen/symbols.js';
import type {ClockTime} from '../../../core/text/clock-time.js';
import type {State} from '../store.js';
import {createColumnSelectors, type ColumnSelectors} from './column-selectors.js';
import {createEventSelectors, type EventSelectors} from './event-selectors.js';
import {createFleetSelectors, type FleetSelectors} from './fleet-selectors.js';
import {endlessPatience, type Patience} from './memoize-in-slices.js';
import {createRowCache} from './row-cache.js';
import {createRowSelectors, type RowSelectors} from './row-selectors.js';
import {shown} from './shown.js';

/** Values that are computed from the store's facts, each cached until one of its inputs changes. */
export type Selectors = EventSelectors & RowSelectors & ColumnSelectors & FleetSelectors & {
	readonly shown: (state: State) => Inventory;
	/** Computes and caches the rows of a state, and what is counted of them, before the screen needs it, in slices of a few milliseconds. */
	readonly rowsAhead: (state: State) => Slices<void>;
	/** Reads of the rows of a state what the picture does not need and a filter does, in slices. */
	readonly textsAhead: (state: State) => Slices<void>;
};

/** Number of rows in a slice: writing a number takes a tenth of a millisecond. */
const readPerSlice = 10;

/**
Makes the selectors. What takes longer than `patience` waits is the last one until it is ready: the rows, and the events that match.
The reasons of the rows tell times of day by `time`.
*/
export function createSelectors(
	symbols: Symbols,
	usualColumns: readonly Column[] = defaultColumns,
	patience: Patience = endlessPatience,
	time?: ClockTime,
): Selectors {
	const cache = createRowCache(time);
	const isMatch = createMatcher();
	const columns = createColumnSelectors(usualColumns, state => rows.orderOf(state));
	const rows = createRowSelectors({
		cache, isMatch, symbols, columns: columns.selectors.columns, resizes: columns.resizes, patience,
	});
	const fleet = createFleetSelectors(cache.factsFor, patience, time);
	return {
		...createEventSelectors(createEventMatcher(cache.factsFor, isMatch, time), patience, time),
		...rows.selectors,
		...columns.selectors,
		...fleet.selectors,
		shown,
		* rowsAhead(state) {
			yield * rows.ahead(state);
			yield * fleet.ahead(state);
		},
		textsAhead: state => takeInSlices(rows.orderOf(state).all, readPerSlice, ({facts}) => {
			readAhead(facts);
		}),
	};
}
