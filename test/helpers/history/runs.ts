import type {Fleet} from '../../../source/core/fleet/fleet.js';
import type {FromMemory} from '../../../source/core/fleet/memory/remember-account.js';
import {rowIn} from '../../../source/core/fleet/row.js';
import {factsOf} from '../../../source/core/instance/facts.js';
import type {Outcome} from '../../../source/core/polling/outcome.js';
import type {ServerReport} from '../../../source/core/polling/server.js';
import {sanitize} from '../../../source/core/text/sanitize.js';
import {createWatchMemory, type WatchMemory} from '../../../source/polling/memory/watch-memory.js';
import {createWatcher} from '../../../source/polling/watcher.js';
import {account, snapshotOf, type WireItem} from '../fleet.js';
import {listed} from '../fold-snapshot.js';
import {createHandClock, type HandClock} from '../hand-clock.js';

const minute = 60_000;

/** What one process saw, and what it was told. */
export type Run = {readonly fleet: Fleet; readonly told: readonly string[]; readonly recalled: readonly FromMemory[]};

export type RunOptions = {
	readonly file: string;
	readonly start: number;
	readonly length: number;
	/** The items of the list at a time, or another outcome. */
	readonly answer: (at: number, elapsed: number) => readonly WireItem[] | Outcome;
	/** What the server reports of itself at a time, where it is asked. */
	readonly report?: (at: number) => ServerReport;
	readonly isReader?: boolean;
	readonly isSimulated?: boolean;
	readonly names?: readonly string[];
	/** Between two polls, in milliseconds. */
	readonly interval?: number;
	/** Whether nobody is at the keyboard, so that the log is moved into the file once a minute. */
	readonly isIdle?: boolean;
	/** Called after each minute, with their number so far. */
	readonly eachMinute?: (minutes: number, process: {readonly clock: HandClock; readonly memory: WatchMemory; readonly fleet: Fleet}) => void;
	/** Called at the end, before the memory is closed. */
	readonly atEnd?: (fleet: Fleet, memory: WatchMemory, recalled: readonly FromMemory[]) => void;
};

/** Runs a process that watches one account for so long and ends. */
export async function run({file, start, length, answer, report, isReader = false, isSimulated = false, names = [], interval = 5000, isIdle = true, eachMinute, atEnd}: RunOptions): Promise<Run> {
	const clock = createHandClock(start);
	const told: string[] = [];
	const recalled: FromMemory[] = [];
	const memory = createWatchMemory({
		file, accounts: [{account, names, url: 'https://api.example'}], isReader, isShownUnanswered: true, elapsed: clock.elapsed, isIdle: () => isIdle,
		recalled(fromMemory) {
			recalled.push(fromMemory);
		},
		report(words) {
			told.push(words);
		},
	});
	const watcher = createWatcher({
		accounts: [{
			account, host: sanitize('api.example'), timeout: 15_000,
			async fetchList() {
				const given = answer(clock.now(), clock.elapsed());
				return 'kind' in given ? given : listed({...snapshotOf(given, clock.now()), isSimulated});
			},
			server: report && {address: 'https://api.example/health', fetchHealth: async () => report(clock.now())},
		}],
		clock, interval, random: () => 0, memory,
	});
	const stop = new AbortController();
	const running = watcher.run(stop.signal);
	// The first poll waits for the memory, which is opened by the system's clock.
	for (let turned = 0; turned < length; turned += minute) {
		await memory.of(account); // eslint-disable-line no-await-in-loop -- see above
		await clock.turn(minute); // eslint-disable-line no-await-in-loop -- one minute after the other
		eachMinute?.(1 + (turned / minute), {clock, memory, fleet: watcher.fleet()});
	}

	atEnd?.(watcher.fleet(), memory, recalled);
	stop.abort();
	await running;
	memory.close();
	return {fleet: watcher.fleet(), told, recalled};
}

/** The time in its state of each instance, as its row tells it. */
export function sinces(fleet: Fleet, now: number): Readonly<Record<string, readonly [minutes: number, bound: string]>> {
	return Object.fromEntries(fleet.inventory.tracked.values().map(tracked => {
		const {since} = rowIn(fleet.inventory, tracked, {facts: factsOf(tracked.instance), now, isAcknowledged: false});
		return [tracked.instance.name, [Math.round((now - since.at) / minute), since.bound] as const];
	}));
}
