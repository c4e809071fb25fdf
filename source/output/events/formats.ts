import type {EventFormat} from './format.js';

/** Table of the output formats of `events`. */
export const eventFormats = {
	table: {
		takes: ['ascii'], texts: 'safe', isFolded: true, load: async () => (await import('./table.js')).openTable,
	},
	json: {
		takes: [], texts: 'escaped', isFolded: false, load: async () => (await import('./json.js')).openJson,
	},
	ndjson: {
		takes: [], texts: 'escaped', isFolded: false, load: async () => (await import('./json.js')).openNdjson,
	},
	csv: {
		takes: [], texts: 'safe-on-terminal', isFolded: false, load: async () => (await import('./csv.js')).openCsv,
	},
} as const satisfies Readonly<Record<string, EventFormat>>;

export type EventFormatName = keyof typeof eventFormats;

/** Names of the formats, in the order of the table. */
export const eventFormatNames: readonly EventFormatName[] = Object.keys(eventFormats).filter(name => isEventFormat(name));

export function isEventFormat(name: string): name is EventFormatName {
	return Object.hasOwn(eventFormats, name);
}
