import {snapshotOf} from '../polling/fetch-once.js';
import type {WatchSettings} from '../config/settings/watch.js';
import type {Trouble} from '../core/polling/feed.js';
import type {Snapshot} from '../core/instance/snapshot.js';
import type {ExitCode} from '../process/exit-code.js';
import {describeFailure} from '../output/describe-failure.js';
import {findMissing} from '../output/listing.js';
import {createWatchLines} from '../output/event-stream.js';
import {pollUntil} from '../polling/poll-until.js';
import {account, describeUnwritable, type Desk} from './context.js';

/** The API does not know the token, and its source has no other. */
type Refusal = {readonly trouble: Trouble; readonly at: number};

/** `ryzetop watch`: a line for every event, until it is stopped, its reader goes or the token is refused. It polls on only when the reader has taken the lines of the last poll. */
export async function runWatch({names, filter, interval, hasInitial}: WatchSettings, desk: Desk): Promise<ExitCode> {
	const {fetchList, clock, signal, say} = desk;
	const lines = createWatchLines({account, filter, hasInitial});
	const unread = createLineWriter(desk);
	let hasAnswer = false;

	const refusal = await pollUntil<Refusal>({
		async fetchList(stop) {
			await Promise.race([unread.taken(), aborted(stop)]);
			return fetchList(stop);
		},
		clock,
		interval,
		signal: AbortSignal.any([signal, unread.failed]),
		decide({outcome, at, next}) {
			const snapshot = outcome.kind === 'ok' || outcome.kind === 'not-found' ? snapshotOf(outcome, account, at) : undefined;
			unread.write(lines.add({
				outcome, snapshot, at, next,
			}));
			if (snapshot !== undefined && !hasAnswer) {
				hasAnswer = true;
				void sayMissing(names, snapshot, say);
			}

			return outcome.kind === 'unauthorized' && !outcome.tokenChanged ? {trouble: outcome, at} : undefined;
		},
		jumped: lines.shift,
	});
	const failure = await Promise.race([unread.taken(), aborted(signal)]);
	if (failure !== undefined && failure !== 'EPIPE') {
		await say(describeUnwritable(failure));
		return 2;
	}

	if (failure === undefined && refusal !== undefined) {
		await say(describeFailure(refusal.trouble, refusal.at));
		return 4;
	}

	return 0;
}

async function sayMissing(names: readonly string[], snapshot: Snapshot, say: Desk['say']): Promise<void> {
	for (const name of findMissing(names, snapshot)) {
		// eslint-disable-next-line no-await-in-loop -- lines keep their order
		await say(`There is no instance ${name} yet. It is watched for.`);
	}
}

/** Writes lines one after the other, each by itself. */
type LineWriter = {
	readonly write: (lines: readonly string[]) => void;
	/** Resolves when all is written; with the system's code if it never will be. */
	readonly taken: () => Promise<string | undefined>;
	/** Given when nothing can be written any more. */
	readonly failed: AbortSignal;
};

function createLineWriter({write}: Desk): LineWriter {
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

/** Resolves when the signal is given. */
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
