import {open, readdir, rm} from 'node:fs/promises';
import {makeFolder} from '../process/folders/make-folder.js';
import {within} from '../process/within.js';

/** A folder for crash reports: the program's own, which is made if it is missing, or one that other programs use as well. */
export type ReportFolder = {
	readonly path: string;
	/** Whether the folder is the program's own. Old reports are deleted in it. */
	readonly isOwn: boolean;
};

/** The reports that are kept in the own folder. A monitor that crashes and is started again in a loop must not fill the disk. */
const mostReports = 20;

/** In milliseconds. */
const usualLimit = 1000;

const reportName = /^crash-[\d\-TZ]+\.txt$/v;

/**
Writes a report to the first of the folders where that succeeds, as a new file that its owner alone can read.
Gives the path of the file, or `undefined` if no folder could be written. Never rejects. `limit` is the time for each of the folders, in
milliseconds: a file system that does not answer must not keep the user waiting.
*/
export async function writeCrashReport(
	report: string,
	folders: readonly ReportFolder[],
	{at, pid}: {readonly at: number; readonly pid: number},
	limit = usualLimit,
): Promise<string | undefined> {
	const stamp = new Date(at).toISOString().replaceAll(/[.:]/gv, '-');
	for (const {path, isOwn} of folders) {
		const file = `${path}/${isOwn ? '' : 'ryzetop-'}crash-${stamp}-${pid}.txt`;
		// eslint-disable-next-line no-await-in-loop -- the next folder is for where this one fails
		if (await within(isWrittenTo(file, report, isOwn ? path : undefined), limit, false)) {
			return file;
		}
	}

	return undefined;
}

/** Writes the report, and says whether it did. `own` is its folder where that is the program's own. */
async function isWrittenTo(file: string, report: string, own: string | undefined): Promise<boolean> {
	try {
		if (own === undefined) {
			await writeNewFile(file, report);
		} else {
			await makeFolder(own);
			await writeNewFile(file, report);
			await deleteOldReports(own);
		}

		return true;
	} catch {
		return false;
	}
}

/** Writes the whole text to a new file. Where that fails, as on a full disk, the beginning is not kept: it tells nothing. */
async function writeNewFile(file: string, text: string): Promise<void> {
	// `wx` fails if the file exists: in a folder that others use, another user could have put a link under this name.
	const handle = await open(file, 'wx', 0o600);
	try {
		await handle.writeFile(text);
	} catch (error) {
		await rm(file, {force: true});
		throw error;
	} finally {
		await handle.close();
	}
}

/** Keeps the `mostReports` newest. The names begin with the time, so that sorting puts the oldest first. */
async function deleteOldReports(path: string): Promise<void> {
	const names = await readdir(path);
	const reports = names.filter(name => reportName.test(name)).toSorted();
	await Promise.all(reports.slice(0, -mostReports).map(async name => rm(`${path}/${name}`, {force: true})));
}
