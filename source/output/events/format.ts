import type {ToldEvent} from '../../core/fleet/memory/tell-events.js';
import type {Symbols} from '../../core/screen/symbols.js';
import type {ClockTime} from '../../core/text/clock-time.js';
import type {FormatOption, TextsAs} from '../format.js';

/** Settings and facts for the writers of events. */
export type EventWriteOptions = {
	/** The present time, in milliseconds since the epoch. */
	readonly now: number;
	/** The span that is told; each is `undefined` where it has no such end, or another one for each account. */
	readonly from: number | undefined;
	readonly to: number | undefined;
	/** The accounts that are told of: host, port and path of each. */
	readonly places: readonly string[];
	/** The names of all instances that may be told of. */
	readonly names: () => Iterable<string>;
	readonly time: ClockTime;
	readonly symbols: Symbols;
	readonly isTerminal: boolean;
	/** Width of the terminal in cells; `undefined` for any other output. */
	readonly width: number | undefined;
};

/** Writes events piece by piece: what stands before them, each of them in its turn, and what stands after them. */
export type EventWriter = {
	readonly begin: () => string;
	readonly write: (told: ToldEvent) => string;
	readonly end: () => string;
};

type OpenEventWriter = (options: EventWriteOptions) => EventWriter;

/** Output format of `events`, as a row of the table of formats. */
export type EventFormat = {
	readonly takes: readonly FormatOption[];
	readonly texts: TextsAs;
	/** Whether the falls of a mass event that is told are left out. */
	readonly isFolded: boolean;
	readonly load: () => Promise<OpenEventWriter>;
};
