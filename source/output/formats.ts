import {describeFormat, type Format, type FormatOption} from './format.js';

/** Table of the output formats of `list`. The choices of `--output`, its help, its completion and its check are made from it. */
export const formats = {
	table: describeFormat({takes: ['columns', 'rules', 'ascii'], texts: 'safe', load: async () => (await import('./table.js')).writeListing}),
	json: describeFormat({
		takes: ['show-secrets', 'health'], texts: 'escaped', needsShares: true, load: async () => (await import('./json.js')).writeJson,
	}),
	ndjson: describeFormat({
		takes: ['show-secrets'], texts: 'escaped', needsShares: true, load: async () => (await import('./json.js')).writeNdjson,
	}),
	csv: describeFormat({takes: ['columns', 'show-secrets'], texts: 'safe-on-terminal', load: async () => (await import('./csv.js')).writeCsv}),
	prometheus: describeFormat({
		takes: ['health'], texts: 'safe-on-terminal', needsShares: true, load: async () => (await import('./prometheus.js')).writePrometheus,
	}),
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;

/** Names of the formats, in the order of the table. */
export const formatNames: readonly FormatName[] = Object.keys(formats).filter(name => isFormatName(name));

/** Lists the names of the formats that take an option, in the order of the table. */
export function formatsTaking(option: FormatOption): readonly FormatName[] {
	return formatNames.filter(name => findFormat(name)?.takes.includes(option));
}

/** Lists the names of the formats that write texts in one of these ways, in the order of the table. */
export function formatsWriting(...texts: ReadonlyArray<Format['texts']>): readonly FormatName[] {
	return formatNames.filter(name => texts.includes(formats[name].texts));
}

/** Finds a format by its name. */
export function findFormat(name: string): Format | undefined {
	return isFormatName(name) ? formats[name] : undefined;
}

function isFormatName(name: string): name is FormatName {
	return Object.hasOwn(formats, name);
}
