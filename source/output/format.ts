import type {Column} from '../core/columns/column.js';
import type {Slices} from '../core/polling/slices.js';
import type {Symbols} from '../core/screen/symbols.js';
import type {Listing} from './listing.js';

/** Options of `list` that only some formats take, each with the reason that is given where another format does not. */
export const formatOptions = [
	{option: 'columns', why: 'it has no columns'},
	{option: 'rules', why: 'only a table has rules'},
	{option: 'ascii', why: 'it draws no signs'},
	{option: 'show-secrets', why: 'it holds none'},
	{option: 'health', why: 'it tells of instances alone'},
] as const;

export type FormatOption = (typeof formatOptions)[number]['option'];

/**
How a format writes the texts of the answer: `safe` in any case; unaltered, because the format `escapes` whatever could command a terminal;
or unaltered too, but `safe-on-terminal`, because the format has no way to escape it.
*/
export type TextsAs = 'safe' | 'escaped' | 'safe-on-terminal';

/** A table whose texts are all padded or cut to the width of their column. */
export type Table = {
	readonly titles: readonly string[];
	readonly rows: ReadonlyArray<readonly string[]>;
};

/** Settings and facts for the writers of all formats. A writer may read those that the row of its format says. */
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

/** What a row has to say so that its writer may read a property of `WriteOptions`. Every writer may read the others. */
type Conditions = {
	readonly columns: 'columns';
	readonly symbols: 'ascii';
	readonly hasRules: 'rules';
	readonly drawRules: 'rules';
	readonly isRevealed: 'show-secrets';
	readonly isTerminal: 'safe-on-terminal';
};

type ReadableIf<Said> = {[Name in keyof Conditions]: Conditions[Name] extends Said ? Name : never}[keyof Conditions];

/** Part of the options that a writer may read, by what the row of its format says. */
type Readable<Said> = Pick<WriteOptions, ReadableIf<Said> | Exclude<keyof WriteOptions, keyof Conditions>>;

/** Writes the whole listing as one text, in slices: a signal has to end the program meanwhile. */
type WriteListing<Options> = (listing: Listing, options: Options) => Slices<string | Promise<string>>;

/** Output format of `list`, as a row of the table of formats. */
export type Format = {
	/** Options of `formatOptions` that the format takes. The others are a misuse beside it. */
	readonly takes: readonly FormatOption[];
	readonly texts: TextsAs;
	/** Whether it always writes the shares of the instances, whatever columns there are. */
	readonly needsShares: boolean;
	/** Loads the writer, which only a run that writes the format needs. */
	readonly load: () => Promise<WriteListing<WriteOptions>>;
};

/** The names in `Named` that the parameter for the options of a writer does not have. */
type Unread<Write extends (...given: never) => unknown, Named> = Exclude<Named, keyof Parameters<Write>[1]>;

/**
Makes the row of a format. The compiler refuses a writer that reads what the row does not say,
and a row that says what its writer does not read: an option would be taken and have no effect.
*/
export function describeFormat<
	const Takes extends readonly FormatOption[],
	const Texts extends TextsAs,
	Write extends WriteListing<Readable<Takes[number] | Texts>>,
>({takes, texts, load, needsShares = false}: {
	readonly takes: Takes;
	readonly texts: Texts;
	readonly needsShares?: boolean;
	readonly load: () => Promise<Unread<Write, ReadableIf<Takes[number] | Texts>> extends never ? Write : never>;
}): Format {
	return {
		takes, texts, load, needsShares,
	};
}
