/** What a figure is: its unit, and whether the load of the machine can move it. What it cannot move may be compared as it is. */
type Kind = {readonly unit: string; readonly isNoisy: boolean};

export const kinds = {
	time: {unit: 'ms', isNoisy: true},
	processor: {unit: 'ms', isNoisy: true},
	share: {unit: '%', isNoisy: true},
	/** Resident memory depends on when V8 collects, and so a little on time. */
	resident: {unit: 'MB', isNoisy: true},
	/** What is counted in a length of time. */
	pace: {unit: '', isNoisy: true},
	size: {unit: 'kB', isNoisy: false},
	bytes: {unit: 'B/s', isNoisy: false},
} as const satisfies Readonly<Record<string, Kind>>;

export type KindName = keyof typeof kinds;
