import type {Line} from '../screen/span.js';
import type {Appearance} from './describe-shown.js';

/** Layout of a section: its width in cells, and the text that is searched for in it. */
export type Layout = Appearance & {
	readonly width: number;
	readonly find: string;
};

/** Field of a section, laid out in lines. The cursor of the detail moves over entries. */
export type Entry = {
	readonly path: string;
	readonly lines: readonly Line[];
	/** Whether it contains the text that is searched for. */
	readonly isFound: boolean;
};
