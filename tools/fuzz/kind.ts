import type {Random} from '../../source/simulator/instances/random.js';

/** Kind of input that the program is tried with. */
export type Kind = {
	/** What one case is, in the plural. */
	readonly noun: string;
	/** How many cases share one start of what is tried: a case can fail because of those before it. */
	readonly shared: number;
	/** Prepares what all cases share. `say` writes a line about what takes long. */
	readonly start: (say: (line: string) => void) => Promise<Fuzzer>;
};

/** Tries one case after the other. A case depends on its generator, and on the cases of the same start before it. */
type Fuzzer = {
	/** Makes a case and leads it through the program; rejects with what is wrong. */
	readonly run: (random: Random) => Promise<void>;
	/** Says in a few words what the cases were, for the last line. */
	readonly describe: () => string;
	readonly close: () => Promise<void>;
};
