import {PassThrough} from 'node:stream';
import type {Outcome} from '../../../source/core/polling/outcome.js';
import type {CommandContext, Output} from '../../../source/commands/context.js';
import {sanitize} from '../../../source/core/text/sanitize.js';
import {account, noon} from '../../helpers/fleet.js';
import {createHandClock, type HandClock} from '../../helpers/hand-clock.js';

/** What a text command works with, all of it in the test's hands. */
export type TestContext = {
	readonly context: CommandContext;
	readonly clock: HandClock;
	/** When the polls were, in milliseconds since the beginning. */
	readonly polls: readonly number[];
	/** What was written and said so far. */
	readonly written: readonly string[];
	readonly said: readonly string[];
	readonly stop: () => void;
};

/** `answer` gives what each poll comes to, `take` lets a reader take its time with what is written. */
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
			watched: {
				account,
				host: sanitize('api.example'),
				async fetchList() {
					polls.push(clock.elapsed());
					return answer(polls.length);
				},
			},
			url: 'https://api.example',
			clock,
			signal: stopping.signal,
			async write(text) {
				written.push(text);
				return take(text);
			},
			async say(words) {
				said.push(words);
			},
		},
	};
}
