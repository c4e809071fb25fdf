import {stateKind, type ConnectionState} from '../../../source/core/instance/instance.js';
import {runAtOnce} from '../../../source/core/polling/slices.js';
import {sanitize} from '../../../source/core/text/sanitize.js';
import {openHistory} from '../../../source/history/open.js';
import type {Fault} from '../../../source/history/fault.js';
import {nothingHappened} from '../../../source/history/record/good-poll.js';
import {rankOf} from '../../../source/history/record/lease-protocol.js';
import type {Observed} from '../../../source/history/record/record.js';
import {createRecorder} from '../../../source/history/record/recorder.js';
import {openTables} from '../../../source/history/tables.js';

/** The true states of some instances, second by second. */
export type World = {
	readonly uids: readonly string[];
	/** The word of the state; `undefined` while the list does not have the instance. */
	readonly stateAt: (uid: string, second: number) => string | undefined;
	/** The seconds at which any watcher looked. */
	readonly looks: Set<number>;
	/** Whether nobody gets an answer now. */
	readonly isFailing: () => boolean;
	readonly setFailing: (isFailing: boolean) => void;
};

/** A change that the story of a world tells. */
type Turn = {readonly at: number; readonly instance: number; readonly state: string | undefined};

/** Makes a world of four instances that are connected at first; each state lasts for `shortest` seconds at least. */
export function createWorld(story: readonly Turn[], shortest: number): World {
	const uids = ['a', 'b', 'c', 'd'];
	const turns = new Map<string, Turn[]>(uids.map(uid => [uid, []]));
	for (const turn of story.toSorted((one, other) => one.at - other.at)) {
		const own = turns.get(uids[turn.instance] ?? '') ?? [];
		const last = own.at(-1);
		if (turn.at - (last?.at ?? -shortest) >= shortest && (last === undefined ? 'connected' : last.state) !== turn.state) {
			own.push(turn);
		}
	}

	let isFailing = false;
	return {
		uids,
		looks: new Set(),
		isFailing: () => isFailing,
		setFailing(next) {
			isFailing = next;
		},
		stateAt(uid, second) {
			const last = turns.get(uid)?.findLast(({at}) => at <= second);
			return last === undefined ? 'connected' : last.state;
		},
	};
}

export type TestWatcher = {
	/** Polls, if it is time to. */
	readonly tick: (second: number, world: World) => void;
	readonly kill: () => void;
	readonly end: () => void;
	readonly stop: () => void;
	readonly continue: () => void;
	readonly isHolder: () => boolean;
	/** The faults of the disk that it met. */
	readonly faults: readonly Fault[];
};

export type TestWatcherOptions = {
	readonly file: string;
	readonly place: string;
	/** In seconds. */
	readonly interval: number;
	readonly holder: string;
	/** Time of second 0. */
	readonly start: number;
	/** How far its wall clock is off at a second, in milliseconds. */
	readonly skew?: (second: number) => number;
};

/** Starts a watcher with a connection of its own, as another process has. */
export async function startWatcher({file, place, interval, holder, start, skew = () => 0}: TestWatcherOptions): Promise<TestWatcher> {
	const opened = await openHistory(file);
	if (opened.kind !== 'open') {
		throw new Error(opened.kind);
	}

	const {database} = opened;
	const tables = openTables(database);
	const recorder = createRecorder({
		database, tables, account: tables.accountsAt(place)[0] ?? tables.addAccount(place), holder, isHolderGone: () => false,
	});
	const seen = new Map<string, Observed>();
	let firstLook: number | undefined;
	let lastLook: number | undefined;
	let isStopped = false;
	const faults: Fault[] = [];
	let next = -Infinity;

	return {
		tick(second, world) {
			if (isStopped || second < next) {
				return;
			}

			next = second + interval;
			if (world.isFailing()) {
				return;
			}

			world.looks.add(second);
			const at = start + (second * 1000) + skew(second);
			const changes: Observed[] = [];
			for (const uid of world.uids) {
				const state = readState(world.stateAt(uid, second));
				const former = seen.get(uid);
				if (former?.state?.text === state?.text) {
					continue;
				}

				const observed = {
					uid, name: `name ${uid}`, state, at, slack: lastLook === undefined ? undefined : at - lastLook,
					former: former ?? {state: undefined, at: firstLook ?? at},
				};
				seen.set(uid, observed);
				if (lastLook !== undefined) {
					changes.push(observed);
				}
			}

			firstLook ??= at;
			lastLook = at;
			const fault = runAtOnce(recorder.record({
				look: {at, elapsed: second * 1000, interval: interval * 1000},
				isWhole: true,
				rank: rankOf({isWhole: true, isServing: false, interval: interval * 1000}),
				changes,
				...nothingHappened,
				listed: () => seen.values().filter(({state}) => state !== undefined).toArray(),
			}));
			if (fault !== undefined) {
				faults.push(fault);
			}
		},
		kill() {
			database.close();
		},
		end() {
			recorder.release();
			database.close();
		},
		stop() {
			isStopped = true;
		},
		continue() {
			isStopped = false;
		},
		isHolder: recorder.isHolder,
		faults,
	};
}

function readState(word: string | undefined): ConnectionState | undefined {
	return word === undefined ? undefined : {kind: stateKind(word), text: sanitize(word)};
}
