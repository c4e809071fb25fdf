import type {ReportFormat} from './report.js';

/** Table of the output formats of `report`. The choices of `--output`, its help, its completion and its check are made from it. */
export const reportFormats = {
	table: {
		takes: ['ascii'], texts: 'safe', cells: 0, load: async () => (await import('./table.js')).writeTable,
	},
	markdown: {
		takes: [], texts: 'escaped', cells: 0, load: async () => (await import('./markdown.js')).writeMarkdown,
	},
	csv: {
		takes: [], texts: 'safe-on-terminal', cells: 0, load: async () => (await import('./csv.js')).writeCsv,
	},
	json: {
		takes: [], texts: 'escaped', cells: 0, load: async () => (await import('./json.js')).writeJson,
	},
	// Half a day of a month, which is wide enough to be seen on a telephone.
	html: {
		takes: [], texts: 'escaped', cells: 60, load: async () => (await import('./html.js')).writeHtml,
	},
} as const satisfies Readonly<Record<string, ReportFormat>>;

export type ReportFormatName = keyof typeof reportFormats;

/** Names of the formats, in the order of the table. */
export const reportFormatNames: readonly ReportFormatName[] = Object.keys(reportFormats).filter(name => isReportFormat(name));

export function isReportFormat(name: string): name is ReportFormatName {
	return Object.hasOwn(reportFormats, name);
}
