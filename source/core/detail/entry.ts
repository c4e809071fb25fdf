import type {Line} from '../screen/span.js';
import type {Appearance} from './describe-shown.js';

/** Columns that all sections of a page share, in cells, so that nothing moves sideways from one to the next. */
type SharedColumns = {
	readonly label: number;
	/** Position of a meaning behind the beginning of its value. */
	readonly meaning: number;
};

/** Layout of a section: its width in cells, and the text that is searched for in it. Without shared columns it has columns of its own. */
export type Layout = Appearance & {
	readonly width: number;
	readonly find: string;
	readonly columns?: SharedColumns;
};

/** Field of a section, laid out in lines. The cursor of the detail moves over entries. */
export type Entry = {
	readonly path: string;
	/** By what the field is found again in another answer, or in another instance: its path, or its label. */
	readonly name: string;
	readonly lines: readonly Line[];
	/** What the field means, where there is no room for that beside its value. */
	readonly meaning: Line;
	/** Whether it contains the text that is searched for. */
	readonly isFound: boolean;
};
