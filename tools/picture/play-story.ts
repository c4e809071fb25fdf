import {mkdtempDisposableSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {openScreen, type Screen} from '../../test/helpers/screen.js';
import {
	intervalSeconds,
	shownPort,
	startOfStories,
	type Story,
} from './stories.js';

const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const preloads = ['standing-clock.ts', 'shown-port.ts'].map(file => new URL(`preload/${file}`, import.meta.url).href);

// Reached only in failure: a poll takes hundredths of a second, on a busy machine tenths.
const patience = 20_000;

/**
Run the built program through a story, and show its screen to `look` in the moment of the picture, in which time stands still.

Nothing of the machine is in it: not its time, zone, language or configuration, nor the port that happened to be free.
*/
export async function playStory<Result>({programArguments, columns, rows, momentSeconds, keys, shows}: Story, look: (screen: Screen) => Promise<Result>): Promise<Result> {
	using folder = mkdtempDisposableSync(path.join(tmpdir(), 'story-'));
	const args = [...preloads.flatMap(url => ['--import', url]), program, '--demo', '--interval', `${intervalSeconds}s`, ...programArguments];
	const env = {
		HOME: folder.path,
		XDG_CONFIG_HOME: folder.path,
		TZ: 'UTC',
		STORY_START: String(startOfStories),
		STORY_STEP: String(intervalSeconds * 1000),
		STORY_PORT: String(shownPort),
	};
	await using screen = openScreen(process.execPath, args, {columns, rows, env});
	await expectPoll(screen, 0);
	for (let seconds = intervalSeconds; seconds <= momentSeconds; seconds += intervalSeconds) {
		process.kill(screen.pid, 'SIGUSR2');
		// eslint-disable-next-line no-await-in-loop -- The answer to one poll is on the screen before time goes on to the next.
		await expectPoll(screen, seconds);
	}

	screen.press(...keys);
	await screen.waitFor(({text}) => shows.test(text()), `the screen to show ${shows.source}`, patience);
	return await look(screen);
}

/** The header says of what time the data is. */
async function expectPoll(screen: Screen, seconds: number) {
	const [time = ''] = /\d\d:\d\d:\d\d/v.exec(new Date(startOfStories + (seconds * 1000)).toISOString()) ?? [];
	await screen.waitFor(({text}) => text().includes(` · ${time} · `), `the poll of ${time}`, patience);
}
