import type {Column} from '../columns/column.js';
import type {Sort} from '../columns/sort.js';
import type {SafeText} from '../text/sanitize.js';

/** A view that a person has saved in the config file: what the grid shows, under a name. */
export type SavedView = {
	readonly name: SafeText;
	/** Text of the filter; empty where all is shown. */
	readonly filter: string;
	/** `undefined`: the columns stay. */
	readonly columns: readonly Column[] | undefined;
	/** `undefined`: the sort stays. */
	readonly sort: Sort | undefined;
};
