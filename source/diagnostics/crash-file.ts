import {
	mkdirSync,
	readdirSync,
	rmSync,
	writeFileSync,
} from 'node:fs';

/** A folder for reports, which is made if need be, or one that others use as well. */
export type ReportFolder = {
	readonly path: string;
	/** Ours alone: old reports are cleared away in it. */
	readonly isOwn: boolean;
};

/** A monitor that a loop starts again and again must not fill a disk. */
const mostReports = 20;

const reportName = /^crash-[\d\-TZ]+\.txt$/v;

/** Keeps a report in the first of the folders that takes it, as a new file that its owner alone can read; gives its path, or nothing if none does. Never throws. */
export function writeCrashReport(report: string, folders: readonly ReportFolder[], {at, pid}: {readonly at: number; readonly pid: number}): string | undefined {
	const stamp = new Date(at).toISOString().replaceAll(/[.:]/gv, '-');
	for (const {path, isOwn} of folders) {
		const file = `${path}/${isOwn ? '' : 'ryzetop-'}crash-${stamp}-${pid}.txt`;
		try {
			if (isOwn) {
				mkdirSync(path, {recursive: true, mode: 0o700});
			}

			// It must not be there: in a folder that others use, a link could stand in its place.
			writeFileSync(file, report, {flag: 'wx', mode: 0o600});
			if (isOwn) {
				clearOld(path);
			}

			return file;
		} catch {
			// The next one may take it.
		}
	}

	return undefined;
}

/** The names begin with the time, so the oldest come first. */
function clearOld(path: string): void {
	const reports = readdirSync(path).filter(name => reportName.test(name)).toSorted();
	for (const name of reports.slice(0, -mostReports)) {
		rmSync(`${path}/${name}`, {force: true});
	}
}
