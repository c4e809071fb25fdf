import {mkdtempDisposableSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {openScreen, type Screen} from '../../test/helpers/screen.js';
import {serveAccount} from './stories/served-account.js';
import {
	intervalSeconds,
	shownPort,
	storyStart,
	type Story,
} from './stories/story.js';

const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const preloads = ['fake-clock.ts', 'fixed-port.ts'].map(file => new URL(`preload/${file}`, import.meta.url).href);

// A poll takes hundredths of a second, tenths on a busy machine. The time-out is reached only when something is wrong.
const timeout = 20_000;

/**
Run the built program through a story, and call `inspect` with its screen in the moment of the picture, while the fake clock stands still.

The screen does not depend on the machine: not on its time, time zone, language or configuration, nor on the port that happens to be free.
*/
export async function playStory<Result>(story: Story, inspect: (screen: Screen) => Promise<Result>): Promise<Result> {
	const {momentSeconds, keys, shows} = story;
	return openStory(story, async (screen, advanceTo) => {
		await advanceTo(momentSeconds);
		screen.press(...keys);
		await waitForText(screen, shows);
		return inspect(screen);
	});
}

/** Wait until the screen shows a text. */
export async function waitForText(screen: Screen, shows: RegExp): Promise<void> {
	await screen.waitFor(({text}) => shows.test(text()), `the screen to show ${shows.source}`, timeout);
}

/**
Run the built program at the beginning of a story, and call `play` with its screen and with what advances the fake clock to a moment, in
seconds from the start: a multiple of the interval, and not before the last.
*/
export async function openStory<Result>(
	{programArguments, serves, accounts = 1, columns, rows}: Pick<Story, 'programArguments' | 'serves' | 'accounts' | 'columns' | 'rows'>,
	play: (screen: Screen, advanceTo: (seconds: number) => Promise<void>) => Promise<Result>,
): Promise<Result> {
	using folder = mkdtempDisposableSync(path.join(tmpdir(), 'story-'));
	let seconds = 0;
	await using served = serves === undefined ? undefined : await serveAccount(serves, () => storyStart + (seconds * 1000));
	const source = served === undefined ? ['--demo'] : ['--url', `http://127.0.0.1:${shownPort}`];
	const args = [...preloads.flatMap(url => ['--import', url]), program, ...source, '--interval', `${intervalSeconds}s`, ...programArguments];
	const env = {
		HOME: folder.path,
		XDG_CONFIG_HOME: folder.path,
		TZ: 'UTC',
		STORY_START: String(storyStart),
		STORY_STEP: String(intervalSeconds * 1000),
		STORY_PORT: String(shownPort),
		...served !== undefined && {STORY_SERVED: String(served.port), RYZE_TOKEN: served.token},
	};
	await using screen = openScreen(process.execPath, args, {columns, rows, env});
	await waitForPoll(screen, 0, accounts);
	return await play(screen, async moment => {
		while (seconds < moment) {
			seconds += intervalSeconds;
			served?.advanceTo(seconds);
			process.kill(screen.pid, 'SIGUSR2');
			// eslint-disable-next-line no-await-in-loop -- Each poll must be on the screen before the clock advances to the next.
			await waitForPoll(screen, seconds, accounts);
		}
	});
}

// The second line of the header shows the time of the poll from which the data is, and so does a screen too small for a header. Of several
// accounts it is the oldest time of those that have answered: all must have.
async function waitForPoll(screen: Screen, seconds: number, accounts: number) {
	const [time = ''] = /\d\d:\d\d:\d\d/v.exec(new Date(storyStart + (seconds * 1000)).toISOString()) ?? [];
	const count = accounts > 1 ? `${accounts} ` : '';
	const shown = new RegExp(String.raw`\b${count}live (?:[·\-] )?${time}\b`, 'v');
	await screen.waitFor(({text}) => shown.test(text()), `the poll of ${time}`, timeout);
}
