/** A metric of the Prometheus format, as a row of the table of metrics. */
export type Metric = {
	/** What a series is of. Series of an instance have the labels `account` and `name`, those of an account the label `account`. */
	readonly of: 'instance' | 'account' | 'program';
	readonly type: 'gauge' | 'counter' | 'histogram';
	/** Labels beside those that say what the series is of. */
	readonly labels: readonly string[];
	/** A sentence, which is the help of the metric in the format and in the documents. */
	readonly help: string;
	/** Whether only a program that goes on watching can tell it: `ryzetop list` looks once and leaves it out. */
	readonly isServed?: boolean;
};

/** Marks of an instance that have a series. */
export const markNames = ['stuck', 'flapping', 'odd'] as const;

/** How many series there are: those of every instance, of those that a person should know of, or of none. */
export const seriesChoices = ['all', 'trouble', 'none'] as const;
export type SeriesChoice = (typeof seriesChoices)[number];
