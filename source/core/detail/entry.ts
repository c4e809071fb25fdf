import type {Line} from '../screen/span.js';
import type {Appearance} from './describe-shown.js';

/** How a section is drawn: in how many cells, and what is looked for in it. */
export type Layout = Appearance & {
	readonly width: number;
	readonly find: string;
};

/** One field, laid out: what the cursor of the detail moves over. */
export type Entry = {
	readonly path: string;
	readonly lines: readonly Line[];
	/** Whether it holds what is looked for. */
	readonly isFound: boolean;
};
