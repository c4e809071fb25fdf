import {findDoubts} from '../core/filter/find-doubts.js';
import {snapshotOf, type Fleet} from '../core/fleet/fleet.js';
import type {AccountId} from '../core/instance/instance.js';
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
import {createEventStream} from '../output/watch/event-stream.js';
import {watchUntil} from '../polling/watch-until.js';
import {createWatcher} from '../polling/watcher.js';
import {isTokenRefused, nameAccount} from './accounts/asked-accounts.js';
import {describeWriteFailure, type CommandContext} from './context.js';

/** Refusal of the token, where the token source has no other one. `at` is when the poll ended. */
type Refusal = {readonly trouble: Trouble; readonly at: number};

/**
Runs `ryzetop watch`, which writes a line for every event until it is stopped, its reader has gone or the token is refused.

The next poll starts only after the reader has taken the lines of the previous one.
*/
export async function runWatch({filter, interval, hasInitial}: WatchSettings, context: CommandContext): Promise<ExitCode> {
	const {
		accounts, memory, clock, signal, say,
	} = context;
	const linesOf = createEventStream({filter, hasInitial});
	const writer = createLineWriter(context);
	const until = AbortSignal.any([signal, writer.failed]);
	const answered = new Set<AccountId>();
	const polled = new Set<AccountId>();
	let areDoubtsSaid = false;
	const refusals = new Map<AccountId, Refusal>();
	const nameOf = (account: AccountId) => nameAccount(account, accounts.length > 1);
	const profileOf = (account: AccountId) => accounts.find(each => each.account === account)?.profile;

	const sayDoubts = async ({inventory}: Fleet, at: number) => {
		const rows = await runInSlices(listedRows(inventory, at), until) ?? [];
		for (const doubt of await runInSlices(findDoubts(filter, rows, at), until) ?? []) {
			void say(describeDoubt(doubt));
		}
	};

	const areWanted = requiresShares({columns: [], sort: healthFirst, filters: [filter]});
	const watcher = createWatcher({
		accounts, clock, interval, memory, shares: {areWanted: () => areWanted, areAwaited: true},
	});
	// That no poll ends is told without one.
	watcher.subscribe(async ({before, fleet, poll}) => {
		if (poll === undefined) {
			writer.write(await runInSlices(linesOf(before, fleet, clock.now()), until) ?? []);
		}
	});
	const isRefused = await watchUntil<true>(watcher, until, async ({before, fleet, poll}) => {
		const {account, outcome, at} = poll;
		const snapshot = snapshotOf(poll);
		writer.write(await runInSlices(linesOf(before, fleet, at), until) ?? []);
		if (snapshot !== undefined && !answered.has(account)) {
			answered.add(account);
			void sayMissing(accounts.find(each => each.account === account)?.names ?? [], snapshot, async words => say(nameOf(account) + words));
		}

		polled.add(account);
		// What no instance has is known when each account has told of its own, or cannot.
		if (!areDoubtsSaid && answered.size > 0 && polled.size === accounts.length) {
			areDoubtsSaid = true;
			await sayDoubts(fleet, at);
		}

		await Promise.race([writer.taken(), aborted(until)]);
		if (outcome.kind === 'unauthorized' && !outcome.tokenChanged) {
			const isNews = !refusals.has(account);
			refusals.set(account, {trouble: outcome, at});
			if (isNews && refusals.size < accounts.length) {
				void say(nameOf(account) + describeFailure(outcome, at, profileOf(account)));
			}
		} else {
			refusals.delete(account);
		}

		return refusals.size === accounts.length ? true : undefined;
	});
	const failure = await Promise.race([writer.taken(), aborted(signal)]);
	if (failure !== undefined && failure !== 'EPIPE') {
		await say(describeWriteFailure(failure));
		return 2;
	}

	if (failure === undefined && isRefused === true) {
		for (const [account, {trouble, at}] of refusals) {
			// eslint-disable-next-line no-await-in-loop -- lines keep their order
			await say(nameOf(account) + describeFailure(trouble, at, profileOf(account)));
		}

		return refusals.values().every(refusal => isTokenRefused(refusal)) ? 4 : 3;
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
