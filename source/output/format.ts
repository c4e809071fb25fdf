import type {Column} from '../core/columns/column.js';
import type {Symbols} from '../core/screen/symbols.js';
import type {Listing} from './listing.js';

/** Options of `list` that only some formats take, each with the reason that is given where another format does not. */
export const formatOptions = [
	{option: 'columns', why: 'it has no columns'},
	{option: 'rules', why: 'only a table has rules'},
	{option: 'ascii', why: 'it draws no signs'},
	{option: 'show-secrets', why: 'it holds none'},
] as const;

export type FormatOption = (typeof formatOptions)[number]['option'];

/** A table whose texts are all padded or cut to the width of their column. */
export type Table = {
	readonly titles: readonly string[];
	readonly rows: ReadonlyArray<readonly string[]>;
};

/** Settings and facts that the writers of all formats are given; each uses those that it needs. */
export type WriteOptions = {
	readonly columns: readonly Column[];
	readonly symbols: Symbols;
	/** Whether a table is drawn with rules around its cells. */
	readonly hasRules: boolean;
	/** Whether secrets are written as they came, not masked. */
	readonly isRevealed: boolean;
	/** Whether the output is a terminal, to which no control character may be written. */
	readonly isTerminal: boolean;
	/** Width of the terminal in cells; `undefined` for any other output. */
	readonly width: number | undefined;
	/** Draws a table with rules. The library that does so is loaded only where it is called. */
	readonly drawRules: (table: Table) => Promise<string>;
};

/** Writes the whole listing as one text. */
type WriteListing = (listing: Listing, options: WriteOptions) => string | Promise<string>;

/** Output format of `list`, as a row of the table of formats. */
export type Format = {
	/** Options of `formatOptions` that the format takes. The others are a misuse beside it. */
	readonly takes: readonly FormatOption[];
	/** Loads the writer, which only a run that writes the format needs. */
	readonly load: () => Promise<WriteListing>;
};
