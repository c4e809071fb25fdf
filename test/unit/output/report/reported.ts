import {openInstanceReport} from '../../../../source/core/report/report-instance.js';
import {frameOf} from '../../../../source/core/report/report-frame.js';
import {
	sortReport,
	totalOf,
	type AccountReport,
	type ReportRow,
} from '../../../../source/core/report/account-report.js';
import type {StateKind} from '../../../../source/core/instance/instance.js';
import {runAtOnce} from '../../../../source/core/polling/slices.js';
import {reportFormats, type ReportFormatName} from '../../../../source/output/report/formats.js';
import type {Report} from '../../../../source/output/report/report.js';
import {zone} from '../../../helpers/history/zone.js';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
export const start = Date.UTC(2026, 9, 1, 3);

/** An instance by its name: the hours at which it changed, and to which state; it is connected at first. */
export type Told = {readonly name: string; readonly id?: string; readonly states?: ReadonlyArray<readonly [at: number, state: StateKind]>; readonly isGone?: boolean};

/** Makes the report of an account that was watched for thirty days, but for the fifth. */
export function reportOf(instances: readonly Told[], more: Partial<AccountReport> = {}): Report {
	const asked = {from: start, to: start + (30 * day)};
	const watches = [[0, 4], [5, 31]].map(([from = 0, to = 0]) => ({
		instance: undefined, began: start + (from * day), seen: start + (to * day), every: 5000,
	}));
	const frame = frameOf({
		asked, lastLook: start + (31 * day), watches, falls: [], isWithoutFalls: false, cells: 60,
	});
	const rows = frame === undefined
		? []
		: instances.map(({name, id = '', states = [], isGone = false}): ReportRow | undefined => {
			const {take, finish} = openInstanceReport(1, frame);
			let was: StateKind = 'connected';
			let since = start - day;
			for (const [at, became] of states) {
				take({
					instance: 1, at: start + (at * hour), slack: 5000, was, became, lasted: start + (at * hour) - since,
				});
				was = became;
				since = start + (at * hour);
			}

			const counts = finish({kind: was, since});
			return counts && {
				id, name, isGone, ...counts,
			};
		}).filter(row => row !== undefined);
	return {
		asked,
		madeAt: asked.to,
		filter: '',
		accounts: [{
			place: 'ryzeapi.cloud',
			window: asked,
			recorded: {from: start - day, to: start + (31 * day)},
			isByDays: false,
			unwatched: [{from: start + (4 * day), to: start + (5 * day)}],
			watched: 29 * day,
			falls: [],
			isWithoutFalls: false,
			rows: sortReport(rows),
			total: totalOf(rows),
			...more,
		}],
	};
}

const localTime = zone('America/Sao_Paulo');

/** Writes a report in a format, as in São Paulo. */
export async function writeAs(format: ReportFormatName, report: Report, more: {readonly isTerminal?: boolean; readonly width?: number} = {}): Promise<string> {
	const write = await reportFormats[format].load();
	return runAtOnce(write(report, {
		localTime, isTerminal: false, width: undefined, ...more,
	}));
}

/** Names that others may give to instances, to break out of what they are written into. */
export const hostileNames = [
	'one|two',
	'<script>alert(1)</script>',
	'"><img src=x onerror=alert(1)>',
	'\' onmouseover=\'alert(1)',
	'&lt;b&gt; & &amp;',
	String.raw`a|b\|c||`,
	'`code` ``two`` ```',
	'**bold** _under_ [link](https://evil.example) ![x](y)',
	'@everyone #1 :tada: https://evil.example',
	'line\nfeed\r\nand\ttab',
	'comma, "quote"',
	'=1+1',
	'\u{1B}[31mred\u{7}\u{0}',
	'\u{202E}turned round\u{2066}',
	']]><!--',
	'  blanks  ',
	'',
	'São José – Ação & Cia.',
	'👨‍👩‍👧 família',
	'مكتب المبيعات',
	'x'.repeat(500),
	'\\',
	'---',
];
