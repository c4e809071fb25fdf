import {PassThrough} from 'node:stream';
import type {Outcome} from '../../../source/core/polling/outcome.js';
import type {CommandContext, Output} from '../../../source/commands/context.js';
import {sanitize} from '../../../source/core/text/sanitize.js';
import {account, noon} from '../../helpers/fleet.js';
import {createHandClock, type HandClock} from '../../helpers/hand-clock.js';

/** The context of a text command, all of it in the test's hands. */
export type TestContext = {
	readonly context: CommandContext;
	readonly clock: HandClock;
	/** The times of the polls, in milliseconds since the beginning. */
	readonly polls: readonly number[];
	/** The data and the words written so far. */
	readonly written: readonly string[];
	readonly said: readonly string[];
	readonly stop: () => void;
};

/** Makes a context. `answer` gives the outcome of each poll; `take` resolves when the reader has taken the text. */
export function createTestContext(answer: (count: number) => Outcome, take: (text: string) => Promise<string | undefined> = async () => undefined): TestContext {
	const clock = createHandClock(noon);
	const stopping = new AbortController();
	const polls: number[] = [];
	const written: string[] = [];
	const said: string[] = [];
	const nowhere: Output = new PassThrough();
	return {
		clock,
		polls,
		written,
		said,
		stop() {
			stopping.abort();
		},
		context: {
			stdout: nowhere,
			stderr: nowhere,
			environment: {},
			accounts: [{
				account,
				host: sanitize('api.example'),
				url: 'https://api.example',
				names: [],
				timeout: 15_000,
				async fetchList() {
					polls.push(clock.elapsed());
					return answer(polls.length);
				},
			}],
			memory: undefined,
			clock,
			signal: stopping.signal,
			async write(text) {
				written.push(text);
				return take(text);
			},
			encode: text => text,
			maskText: text => text,
			async say(words) {
				said.push(words);
			},
		},
	};
}
