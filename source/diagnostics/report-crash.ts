import {tmpdir} from 'node:os';
import process from 'node:process';
import type {Environment} from '../core/text/environment.js';
import {sanitize} from '../core/text/sanitize.js';
import {readVersion} from '../process/version.js';
import {sizeOf} from '../terminal/capabilities.js';
import {findStateFolder} from '../process/folders/state-folder.js';
import {writeCrashReport, type ReportFolder} from './crash-file.js';
import {describeCrash, describeFault, type Crash} from './describe-crash.js';

/** The part of a crash that the monitor supplies; `reportCrash` reads the rest from the process. */
export type CrashFacts = Pick<Crash, 'error' | 'startedAt' | 'accounts' | 'polls' | 'instances' | 'commands' | 'secrets'>;

/** Writes the report of a crash to a file, and gives the line that tells the user what happened and where the report is. */
export async function reportCrash(facts: CrashFacts, at: number): Promise<string> {
	const {env, pid, stdout} = process;
	const report = describeCrash({
		...facts,
		...sizeOf(stdout),
		at,
		version: readVersion(),
		node: process.version,
		platform: `${process.platform} ${process.arch}`,
		terminal: env.TERM ?? 'unknown',
	});
	const file = await writeCrashReport(report, findFolders(env), {at, pid});
	const where = file === undefined ? 'No report could be kept.' : `The report, without secrets: ${sanitize(file)}`;
	return `ryzetop: a fault in the program ended it: ${describeFault(facts.error, facts.secrets)}. ${where}`;
}

/**
The folders to try in turn: that of the program's state, then the system's temporary folder.
*/
function findFolders(env: Environment): readonly ReportFolder[] {
	return [{path: findStateFolder(env), isOwn: true}, {path: tmpdir(), isOwn: false}];
}
