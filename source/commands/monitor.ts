import process from 'node:process';
import type {MonitorOptions} from '../config/settings/monitor.js';
import {withoutTokens} from '../cli/environment.js';
import {reportCrash} from '../diagnostics/report-crash.js';
import type {ExitCode} from '../process/exit-code.js';
import {openLog} from '../diagnostics/open-log.js';
import type {Input} from '../config/token/stdin.js';
import type {ScenarioName} from '../simulator/world/scenarios.js';
import {reportMisuse, printWarnings} from '../process/report-problems.js';
import type {Environment} from '../core/text/environment.js';
import {isDumb} from '../terminal/capabilities.js';
import type {WriteOut} from '../process/write-stream.js';
import {systemClock} from '../polling/system-clock.js';
import {startGuardian} from '../terminal/guardian/start.js';
import {openLastVisit} from './visit/last-visit.js';
import {openSources} from './open-source.js';
import type {Output} from './context.js';
import {findMissingTerminal} from './require-terminal.js';

/** Options and streams that the monitor starts with. `configWarnings` have been printed already; `warnings` have not. */
export type MonitorStart = {
	readonly options: MonitorOptions<ScenarioName>;
	readonly configWarnings: readonly string[];
	readonly warnings: readonly string[];
	readonly startedAt: number;
	readonly environment: Environment;
	/** Variables that this process has no longer, and the programs that it starts have again. */
	readonly foreign: Environment;
	readonly stdin: Input;
	readonly stdout: Output;
	readonly say: WriteOut;
};

/** Checks the terminal, opens the debug log and the source, then runs the monitor. */
export async function startMonitor(start: MonitorStart): Promise<ExitCode> {
	const {options, configWarnings, warnings, startedAt, environment, foreign, stdin, stdout, say} = start;
	const terminals = {stdin: stdin.isTTY ?? false, stdout: stdout.isTTY ?? false, isDumb: isDumb(environment)};
	const problems = findMissingTerminal(terminals, options);
	if (problems.length > 0) {
		return reportMisuse(problems, say);
	}

	const opened = await openLog(options.debugLog);
	if (opened.kind === 'problem') {
		return reportMisuse([opened.problem], say);
	}

	const allWarnings = [...warnings, ...opened.warnings];
	await printWarnings(allWarnings, say);

	const guardian = startGuardian(process.env, undefined, options.hasMouse);
	const {runMonitor} = await import('../tui/monitor.js');
	try {
		const sources = await openSources(options.sources, {settings: options, now: systemClock.now, environment});
		const {resumed, warnings: ofVisit, keep} = await openLastVisit(options, environment);
		return await runMonitor(options, sources, {
			resumed,
			keepVisit: keep,
			warnings: [...configWarnings, ...allWarnings, ...ofVisit],
			log: opened.log,
			guardian,
			environment: withoutTokens({...environment, ...foreign}),
		});
	} catch (error) {
		// The monitor reports its own crashes. An error here came before it was able to, or while it reported one.
		const line = await reportCrash({
			error, startedAt, polls: {made: 0, failed: 0}, instances: 0, commands: [],
			secrets: options.sources.flatMap(source => source.kind === 'account' ? [source.token.current()] : []),
		}, Date.now());
		await say(`${line}\n`);
		return 1;
	} finally {
		await guardian.dismiss();
	}
}
