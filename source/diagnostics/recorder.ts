import type {BoundCommand} from '../core/keymap/bindings.js';
import {describeReport} from '../core/polling/server.js';
import type {PollerReport} from '../polling/poller.js';
import type {Clock, ServerSource} from '../polling/ports.js';
import {describePoll} from './poll-entry.js';
import type {DebugLog} from './debug-log.js';
import {createLineQueue} from './line-queue.js';

export type RecorderPorts = {
	/** `undefined` without `--debug-log`. */
	readonly log: DebugLog | undefined;
	/** Masks the secrets and URLs in a text. */
	readonly redact: (text: string) => string;
	readonly clock: Pick<Clock, 'now' | 'elapsed'>;
	/** Called once, with the system's error code, at the first line that could not be written, or not in time. */
	readonly failed: (code: string) => void;
};

/** A command that was run by a key. */
type RanCommand = {
	readonly at: number;
	readonly id: BoundCommand;
};

/** Writes polls and commands to the debug log, and keeps the last commands for a crash report. */
export type Recorder = {
	/** Writes the facts about the start, such as the version and the interval. */
	readonly started: (facts: Readonly<Record<string, string | number>>) => void;
	/** Writes the id of a command that was run. Typed texts are never written. */
	readonly ran: (id: BoundCommand) => void;
	/** Writes the beginning of what Node or a library printed, such as a warning, which would have spoilt the picture. */
	readonly printed: (text: string) => void;
	/** Gives a report that passes everything on to the given one, and writes it. */
	readonly watch: (report: PollerReport) => PollerReport;
	/** Gives what asks a server how it is as the given one does, and writes what it reported. */
	readonly watchServer: (server: ServerSource | undefined) => ServerSource | undefined;
	/** The last commands, the latest last. */
	readonly commands: () => readonly RanCommand[];
	/** Writes the exit code and closes the log. It may never resolve, where the file system does not answer. */
	readonly ended: (code: number) => Promise<void>;
};

/** The commands that are kept for a crash report: enough to see what the user was doing. */
const mostCommands = 20;

/** In characters: enough for a warning with its stack. */
const longestPrinted = 4000;

/** A jump of the clock that is written to the log, in milliseconds; a smaller one is drift, or a correction by NTP. */
const smallestJump = 30_000;

export function createRecorder({log, redact, clock, failed}: RecorderPorts): Recorder {
	let commands: readonly RanCommand[] = [];
	let isFailureReported = false;
	const queue = log && createLineQueue({
		append: log.append,
		failed(code) {
			if (isFailureReported) {
				return;
			}

			isFailureReported = true;
			failed(code);
		},
	});

	const write = (entry: Record<string, unknown>) => {
		if (queue === undefined) {
			return;
		}

		// The secrets are those of now.
		const line = JSON.stringify(
			{at: new Date(clock.now()).toISOString(), ...entry},
			(_, value: unknown) => typeof value === 'string' ? redact(value) : value,
		);
		queue.push(lost => lost === 0 ? line : `${line.slice(0, -1)},"lostBefore":${lost}}`);
	};

	return {
		started(facts) {
			write({kind: 'start', ...facts});
		},
		ran(id) {
			commands = [...commands, {at: clock.now(), id}].slice(-mostCommands);
			write({kind: 'command', id});
		},
		printed(text) {
			write({kind: 'printed', text: text.slice(0, longestPrinted).trimEnd()});
		},
		watch(report) {
			let last: {readonly at: number; readonly elapsed: number} | undefined;
			return {
				started: report.started,
				leapt: report.leapt,
				async ended(end) {
					const jump = last === undefined ? 0 : (end.at - last.at) - (end.elapsed - last.elapsed);
					last = end;
					if (Math.abs(jump) > smallestJump) {
						write({kind: 'clock-jumped', byMilliseconds: Math.round(jump)});
					}

					await report.ended(end);
					write(describePoll({...end, duration: end.elapsed - end.asked.elapsed}));
				},
				rescheduled(next, wait) {
					report.rescheduled(next, wait);
					write({kind: 'rescheduled', next: {delayMilliseconds: Math.round(wait), reason: next.reason}});
				},
			};
		},
		watchServer: server => server && {
			address: server.address,
			async fetchHealth(signal) {
				const began = clock.elapsed();
				const report = await server.fetchHealth(signal);
				if (report !== undefined) {
					write({
						kind: 'server',
						words: describeReport(report),
						uptimeMilliseconds: report.kind === 'unknown' ? undefined : report.uptime,
						durationMilliseconds: Math.round(clock.elapsed() - began),
					});
				}

				return report;
			},
		},
		commands: () => commands,
		async ended(code) {
			write({kind: 'end', code});
			await queue?.written();
			await log?.close();
		},
	};
}
