import type {AccountReport} from '../../core/report/account-report.js';
import type {Run} from '../../core/fleet/seen/coverage.js';
import type {Slices} from '../../core/polling/slices.js';
import type {LocalTime} from '../../core/text/clock-time.js';
import type {FormatOption, TextsAs} from '../format.js';

/** What the memory tells of a span of time. */
export type Report = {
	/** The span of time that was asked for; its end is not in it. */
	readonly asked: Run;
	readonly madeAt: number;
	/** Filter of the instances as it was typed; empty where there is none. */
	readonly filter: string;
	readonly accounts: readonly AccountReport[];
};

/** Settings and facts for the writers of all formats. */
export type ReportWriteOptions = {
	/** The parts of a time in the system's time zone. */
	readonly localTime: (at: number) => LocalTime;
	/** Whether the output is a terminal, to which no control character may be written. */
	readonly isTerminal: boolean;
	/** Width of the terminal in cells; `undefined` for any other output. */
	readonly width: number | undefined;
};

/** Output format of `report`, as a row of the table of its formats. */
export type ReportFormat = {
	readonly takes: readonly FormatOption[];
	readonly texts: TextsAs;
	/** Cells of the strip of each instance; 0 where it draws none. */
	readonly cells: number;
	/** Loads the writer, which only a run that writes the format needs. */
	readonly load: () => Promise<ReportWriter>;
};

/** Writes a report in one format. */
export type ReportWriter = (report: Report, options: ReportWriteOptions) => Slices<string>;

/** Makes the writer of a format that has a part for each account, with an empty line between two. */
export function createPartWriter(
	writePart: (account: AccountReport, report: Report, options: ReportWriteOptions) => Slices<string>,
): ReportWriter {
	return function * (report, options) {
		const parts: string[] = [];
		for (const account of report.accounts) {
			parts.push(yield * writePart(account, report, options));
		}

		return parts.join('\n');
	};
}
