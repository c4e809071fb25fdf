import {mkdtempDisposableSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as delay} from 'node:timers/promises';
import {openScreen, type Screen, type ScreenOptions} from '../../test/helpers/screen.js';
import type {PictureOptions} from './arguments.js';
import {readScreen, type ScreenContent} from './read-screen.js';

/** The screen of a program after the last key. */
export type Capture = {
	readonly content: ScreenContent;
	readonly text: string;
	/** False when ryzetop's first poll had not ended in time. */
	readonly isAnswered: boolean;
};

// The longest wait for the first answer. After it the screen is drawn as it is.
const firstAnswerTimeout = 5000;

// A frame is complete when nothing was written for so long: programs pause for less between the parts of one frame.
const quietTime = 200;

/** Run the program, press the keys, and read the screen of the terminal emulator. `program` is the file of the built ryzetop. */
export async function captureScreen(options: PictureOptions, program: string): Promise<Capture> {
	const {columns, rows, keys, waitSeconds} = options;
	// The picture does not depend on the user's configuration, and the program may write one of its own.
	using folder = mkdtempDisposableSync(path.join(tmpdir(), 'picture-'));
	const env = chooseEnvironment(options, folder.path);
	await using screen = startProgram(options, program, {columns, rows, env});
	const isAnswered = options.command !== undefined || await hasFirstAnswer(screen);
	await screen.settle(quietTime);
	if (waitSeconds > 0) {
		await delay(waitSeconds * 1000);
		await screen.settle(quietTime);
	}

	if (options.command === undefined && !screen.isRunning()) {
		await expectSuccess(screen);
	}

	for (const key of keys) {
		screen.press(key);
		// eslint-disable-next-line no-await-in-loop -- Each key must be answered on the screen before the next is pressed.
		await screen.settle(quietTime);
	}

	return {content: readScreen(screen), text: screen.text(), isAnswered};
}

function startProgram({command, programArguments}: PictureOptions, program: string, options: ScreenOptions): Screen {
	return command === undefined
		? openScreen(process.execPath, [program, '--demo', ...programArguments], options)
		: openScreen('sh', ['-c', command], options);
}

function chooseEnvironment({isColourless}: PictureOptions, configFolder: string): Readonly<Record<string, string>> {
	const noColour: ReadonlyArray<readonly [string, string]> = isColourless ? [['NO_COLOR', '1']] : [];
	return Object.fromEntries([['XDG_CONFIG_HOME', configFolder] as const, ...noColour]);
}

async function expectSuccess(screen: Screen) {
	const {code, signal} = await screen.exited;
	if (code === 0 && signal === undefined) {
		return;
	}

	const end = signal === undefined ? `with code ${code}` : `by signal ${signal}`;
	throw new Error(`ryzetop ended ${end}, after these words:\n${screen.text()}`);
}

// The header shows `connecting…` until the first poll has succeeded or failed.
async function hasFirstAnswer(screen: Screen): Promise<boolean> {
	const isAnswered = ({text}: Screen): boolean => text() !== '' && !/connecting(?:…|\.{3})/v.test(text());
	try {
		await screen.waitFor(isAnswered, 'the first answer', firstAnswerTimeout);
		return true;
	} catch {
		return false;
	}
}
