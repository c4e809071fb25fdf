import type {Random} from '../../source/simulator/instances/random.js';

/** Kind of input that the program is tried with. */
export type Kind = {
	/** What one case is, in the plural. */
	readonly noun: string;
	/** Prepares what all cases share. */
	readonly start: () => Promise<Fuzzer>;
};

/** Tries one case after the other. A case depends on its generator alone, so that it can be run again by itself. */
type Fuzzer = {
	/** Makes a case and leads it through the program; rejects with what is wrong. */
	readonly run: (random: Random) => Promise<void>;
	/** Says in a few words what the cases were, for the last line. */
	readonly describe: () => string;
	readonly close: () => Promise<void>;
};
