import type {GoodPoll} from '../../../source/history/record/good-poll.js';
import type {Observed} from '../../../source/history/record/record.js';
import {
	openRecord,
	pollAt,
	recordPoll,
	second,
	startRecorder,
	stateOf,
} from './polls.js';

/** The second of a poll since the beginning, the states of the instances by their ids, the names of those that have others, and what else it showed. */
export type ToldPoll = {
	readonly at: number;
	readonly states: Readonly<Record<string, string>>;
	readonly names?: Readonly<Record<string, string>>;
	readonly more?: Pick<Partial<GoodPoll>, 'odd' | 'troubles' | 'mass'>;
};

/** Puts polls of an account into the memory in a file through its recorder, every five seconds unless told otherwise. */
export async function writeEvents(file: string, {place = 'host', start, polls, visitedAt}: {
	readonly place?: string;
	/** Time of second 0. */
	readonly start: number;
	readonly polls: readonly ToldPoll[];
	/** The second at which a monitor was last looked at. */
	readonly visitedAt?: number;
}): Promise<void> {
	const {database, tables} = await openRecord(file);
	const account = tables.accountsAt(place)[0] ?? tables.addAccount(place);
	const recorder = startRecorder({database, tables, account});
	for (const [index, poll] of polls.entries()) {
		const before = polls[index - 1];
		const {at, states, names = {}, more} = poll;
		const time = start + (at * second);
		const slack = before === undefined ? undefined : (at - before.at) * second;
		const seen = (uid: string, word: string | undefined): Observed => ({
			uid, name: names[uid] ?? before?.names?.[uid] ?? uid, state: word === undefined ? undefined : stateOf(word), at: time, slack,
		});
		const known = Object.keys({...before?.states, ...states});
		// Each long time without a look is that of a restart: a process that was only held up lets others record first.
		recorder.release();
		recordPoll(recorder, pollAt(time, {}, {
			look: {at: time, elapsed: at * second, interval: 5 * second},
			changes: before === undefined
				? []
				: known.filter(uid => before?.states[uid] !== states[uid] || (names[uid] ?? uid) !== (before?.names?.[uid] ?? uid))
					.map(uid => seen(uid, states[uid])),
			listed: () => Object.entries(states).map(([uid, word]) => ({...seen(uid, word), slack: undefined})),
			...more,
		}));
	}

	recorder.release();
	if (visitedAt !== undefined) {
		database.prepare('insert into visit (account, at) values (?, ?)').run(account, start + (visitedAt * second));
	}

	// As after the end of its writer.
	database.close();
}
