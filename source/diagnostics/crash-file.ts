import {
	readdirSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import {makeFolder} from '../process/make-folder.js';

/** A folder for crash reports: the program's own, which is made if it is missing, or one that other programs use as well. */
export type ReportFolder = {
	readonly path: string;
	/** Whether the folder is the program's own. Old reports are deleted in it. */
	readonly isOwn: boolean;
};

/** The reports that are kept in the own folder. A monitor that crashes and is started again in a loop must not fill the disk. */
const mostReports = 20;

const reportName = /^crash-[\d\-TZ]+\.txt$/v;

/**
Writes a report to the first of the folders where that succeeds, as a new file that its owner alone can read.
Gives the path of the file, or `undefined` if no folder could be written. Never throws.
*/
export function writeCrashReport(
	report: string,
	folders: readonly ReportFolder[],
	{at, pid}: {readonly at: number; readonly pid: number},
): string | undefined {
	const stamp = new Date(at).toISOString().replaceAll(/[.:]/gv, '-');
	for (const {path, isOwn} of folders) {
		const file = `${path}/${isOwn ? '' : 'ryzetop-'}crash-${stamp}-${pid}.txt`;
		try {
			if (isOwn) {
				makeFolder(path);
			}

			// `wx` fails if the file exists: in a folder that others use, another user could have put a link under this name.
			writeFileSync(file, report, {flag: 'wx', mode: 0o600});
			if (isOwn) {
				deleteOldReports(path);
			}

			return file;
		} catch {
			// The next folder is tried.
		}
	}

	return undefined;
}

/** Keeps the `mostReports` newest. The names begin with the time, so that sorting puts the oldest first. */
function deleteOldReports(path: string): void {
	const reports = readdirSync(path).filter(name => reportName.test(name)).toSorted();
	for (const name of reports.slice(0, -mostReports)) {
		rmSync(`${path}/${name}`, {force: true});
	}
}
