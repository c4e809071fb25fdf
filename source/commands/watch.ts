import {findDoubts} from '../core/filter/find-doubts.js';
import {snapshotOf} from '../core/fleet/fleet.js';
import type {WatchSettings} from '../config/settings/watch.js';
import {healthFirst} from '../core/columns/sort.js';
import {requiresShares} from '../core/view/requires-shares.js';
import type {Trouble} from '../core/polling/feed.js';
import type {Snapshot} from '../core/instance/snapshot.js';
import type {ExitCode} from '../process/exit-code.js';
import {runInSlices} from '../process/run-in-slices.js';
import {describeFailure} from '../output/describe-failure.js';
import {
	describeDoubt,
	describeMissing,
	findMissing,
	listedRows,
} from '../output/listing.js';
import {createEventStream} from '../output/event-stream.js';
import {watchUntil} from '../polling/watch-until.js';
import {createWatcher} from '../polling/watcher.js';
import {describeWriteFailure, type CommandContext} from './context.js';

/** Refusal of the token, where the token source has no other one. `at` is when the poll ended. */
type Refusal = {readonly trouble: Trouble; readonly at: number};

/**
Runs `ryzetop watch`, which writes a line for every event until it is stopped, its reader has gone or the token is refused.

The next poll starts only after the reader has taken the lines of the previous one.
*/
export async function runWatch({names, filter, interval, hasInitial}: WatchSettings, context: CommandContext): Promise<ExitCode> {
	const {
		watched, memory, clock, signal, say,
	} = context;
	const linesOf = createEventStream({filter, hasInitial});
	const writer = createLineWriter(context);
	const until = AbortSignal.any([signal, writer.failed]);
	let hasAnswer = false;

	const areWanted = requiresShares({columns: [], sort: healthFirst, filters: [filter]});
	const watcher = createWatcher({
		accounts: [watched], clock, interval, memory, shares: {areWanted: () => areWanted, areAwaited: true},
	});
	// That no poll ends is told without one.
	watcher.subscribe(async ({before, fleet, poll}) => {
		if (poll === undefined) {
			writer.write(await runInSlices(linesOf(before, fleet, clock.now()), until) ?? []);
		}
	});
	const refusal = await watchUntil<Refusal>(watcher, until, async ({before, fleet, poll}) => {
		const {outcome, at} = poll;
		const snapshot = snapshotOf(poll);
		writer.write(await runInSlices(linesOf(before, fleet, at), until) ?? []);
		if (snapshot !== undefined && !hasAnswer) {
			hasAnswer = true;
			void sayMissing(names, snapshot, say);
			const rows = await runInSlices(listedRows(fleet.inventory, at), until) ?? [];
			for (const doubt of await runInSlices(findDoubts(filter, rows, at), until) ?? []) {
				void say(describeDoubt(doubt));
			}
		}

		await Promise.race([writer.taken(), aborted(until)]);
		return outcome.kind === 'unauthorized' && !outcome.tokenChanged ? {trouble: outcome, at} : undefined;
	});
	const failure = await Promise.race([writer.taken(), aborted(signal)]);
	if (failure !== undefined && failure !== 'EPIPE') {
		await say(describeWriteFailure(failure));
		return 2;
	}

	if (failure === undefined && refusal !== undefined) {
		await say(describeFailure(refusal.trouble, refusal.at));
		return 4;
	}

	return 0;
}

async function sayMissing(names: readonly string[], snapshot: Snapshot, say: CommandContext['say']): Promise<void> {
	for (const name of findMissing(names, snapshot)) {
		// eslint-disable-next-line no-await-in-loop -- lines keep their order
		await say(`${describeMissing(name)} yet. It is watched for.`);
	}
}

/** Writer of lines, which writes a line only after the previous one was taken. */
type LineWriter = {
	readonly write: (lines: readonly string[]) => void;
	/** Resolves when all lines are written, or with the system's error code if that fails. */
	readonly taken: () => Promise<string | undefined>;
	/** Aborted when no more lines can be written. */
	readonly failed: AbortSignal;
};

function createLineWriter({write}: CommandContext): LineWriter {
	const failing = new AbortController();
	let last: Promise<string | undefined> = Promise.resolve(undefined);

	const writeAll = async (lines: readonly string[], before: Promise<string | undefined>) => {
		let failure = await before;
		for (const line of lines) {
			// eslint-disable-next-line no-await-in-loop -- the reader takes one before it gets the next
			failure ??= await write(line);
		}

		if (failure !== undefined) {
			failing.abort();
		}

		return failure;
	};

	return {
		write(lines) {
			last = writeAll(lines, last);
		},
		taken: async () => last,
		failed: failing.signal,
	};
}

/** Resolves when the signal is aborted. */
async function aborted(signal: AbortSignal): Promise<undefined> {
	const {promise, resolve} = Promise.withResolvers<undefined>();
	if (signal.aborted) {
		resolve(undefined);
	}

	signal.addEventListener('abort', () => {
		resolve(undefined);
	}, {once: true});
	return promise;
}
