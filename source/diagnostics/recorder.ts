import type {CommandId} from '../core/keymap/commands.js';
import type {PollerReport} from '../polling/poller.js';
import type {Clock} from '../polling/ports.js';
import {describePoll} from './poll-entry.js';
import type {DebugLog} from './debug-log.js';

export type RecorderPorts = {
	/** Nothing, where nobody asked for a log. */
	readonly log: DebugLog | undefined;
	/** Takes out of a text what must not be written down. */
	readonly redact: (text: string) => string;
	readonly clock: Pick<Clock, 'now' | 'elapsed'>;
	/** Told once, with the system's code, when a line could not be written. */
	readonly failed: (code: string) => void;
};

/** A command that was run by a key. */
type RanCommand = {
	readonly at: number;
	readonly id: CommandId;
};

/** Remembers what the monitor did, for whoever has to find out what went wrong. */
export type Recorder = {
	/** Writes what the program is started as. */
	readonly started: (facts: Readonly<Record<string, string | number>>) => void;
	/** Writes each command; what was typed is not told, only what it was for. */
	readonly ran: (id: CommandId) => void;
	/** Hands on what a poller reports, and writes it. */
	readonly watch: (report: PollerReport) => PollerReport;
	/** The last commands, the latest last. */
	readonly commands: () => readonly RanCommand[];
	/** Writes how it ended; nothing is written after that. */
	readonly ended: (code: number) => void;
};

/** For a crash report: enough to see what somebody was about to do. */
const mostCommands = 20;

export function createRecorder({log, redact, clock, failed}: RecorderPorts): Recorder {
	let commands: readonly RanCommand[] = [];
	let startedAt = clock.elapsed();
	let lost = 0;
	let isFailureTold = false;

	const write = (entry: Record<string, unknown>) => {
		if (log === undefined) {
			return;
		}

		const told = {at: new Date(clock.now()).toISOString(), ...entry, lostBefore: lost === 0 ? undefined : lost};
		const code = log.append(JSON.stringify(told, (_, value: unknown) => typeof value === 'string' ? redact(value) : value));
		lost = code === undefined ? 0 : lost + 1;
		if (code === undefined || isFailureTold) {
			return;
		}

		isFailureTold = true;
		failed(code);
	};

	return {
		started(facts) {
			write({kind: 'start', ...facts});
		},
		ran(id) {
			commands = [...commands, {at: clock.now(), id}].slice(-mostCommands);
			write({kind: 'command', id});
		},
		watch: report => ({
			started() {
				startedAt = clock.elapsed();
				report.started();
			},
			ended(end) {
				report.ended(end);
				write(describePoll({...end, duration: clock.elapsed() - startedAt}));
			},
			rescheduled(next) {
				report.rescheduled(next);
				write({kind: 'rescheduled', next: {delayMilliseconds: Math.round(next.at - clock.now()), reason: next.reason}});
			},
			jumped(by) {
				report.jumped(by);
				write({kind: 'clock-jumped', byMilliseconds: Math.round(by)});
			},
		}),
		commands: () => commands,
		ended(code) {
			write({kind: 'end', code});
			log?.close();
		},
	};
}
