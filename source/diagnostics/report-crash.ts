import {homedir, tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {sanitize} from '../core/text/sanitize.js';
import {readVersion} from '../process/version.js';
import {sizeOf} from '../terminal/capabilities.js';
import {writeCrashReport, type ReportFolder} from './crash-file.js';
import {describeCrash, describeFault, type Crash} from './describe-crash.js';

/** What the program knows of itself when a fault ends it; the rest is the machine's. */
export type CrashFacts = Pick<Crash, 'error' | 'startedAt' | 'polls' | 'instances' | 'commands' | 'secrets'>;

/** Keeps a report of a crash, and gives the line that says what happened and where the report is. */
export function reportCrash(facts: CrashFacts, at: number): string {
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
	const file = writeCrashReport(report, findFolders(env), {at, pid});
	const where = file === undefined ? 'No report could be kept.' : `The report, without secrets: ${sanitize(file)}`;
	return `ryzetop: a fault in the program ended it: ${describeFault(facts.error, facts.secrets)}. ${where}`;
}

/** The XDG folder for what a program has been through, which must be an absolute path; the system's temporary folder where that cannot be written. */
function findFolders(env: NodeJS.ProcessEnv): readonly ReportFolder[] {
	const given = env.XDG_STATE_HOME ?? '';
	const state = path.isAbsolute(given) ? given : path.join(homedir(), '.local', 'state');
	return [{path: path.join(state, 'ryzetop'), isOwn: true}, {path: tmpdir(), isOwn: false}];
}
