import {mkdtempDisposableSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as delay} from 'node:timers/promises';
import {openScreen, type Screen, type ScreenOptions} from '../../test/helpers/screen.js';
import type {PictureOptions} from './arguments.js';
import type {Picture} from './draw.js';
import {takePicture} from './take-picture.js';

/** What was on the screen at the end. */
export type Capture = {
	readonly picture: Picture;
	readonly text: string;
	/** Whether ryzetop's first poll had ended in time. */
	readonly isAnswered: boolean;
};

// How long the first answer may take before the screen is drawn without it.
const firstAnswerTimeout = 5000;

// Longer than a program may pause between the parts of one frame.
const quiet = 200;

/** Run the program, press the keys, and take what the emulator then holds. `program` is the built ryzetop. */
export async function captureScreen(request: PictureOptions, program: string): Promise<Capture> {
	const {columns, rows, keys, waitSeconds} = request;
	// The configuration of whoever draws is none of the picture's, and the program may write one of its own.
	using folder = mkdtempDisposableSync(path.join(tmpdir(), 'picture-'));
	const options: ScreenOptions = {columns, rows, env: chooseEnvironment(request, folder.path)};
	await using screen = startProgram(request, program, options);
	const isAnswered = request.command !== undefined || await hasFirstAnswer(screen);
	await screen.settle(quiet);
	if (request.command === undefined && !screen.isRunning()) {
		await expectSuccess(screen);
	}

	if (waitSeconds > 0) {
		await delay(waitSeconds * 1000);
		await screen.settle(quiet);
	}

	for (const key of keys) {
		screen.press(key);
		// eslint-disable-next-line no-await-in-loop -- Each key is answered before the next, as a person would see it.
		await screen.settle(quiet);
	}

	return {picture: takePicture(screen), text: screen.text(), isAnswered};
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
	if (code !== 0 || signal !== undefined) {
		throw new Error(`ryzetop ended ${signal === undefined ? `with code ${code}` : `by signal ${signal}`}, after these words:\n${screen.text()}`);
	}
}

// The word stands in the header until the first poll has ended, one way or the other.
async function hasFirstAnswer(screen: Screen): Promise<boolean> {
	const isAnswered = ({text}: Screen): boolean => text() !== '' && !/connecting(?:…|\.{3})/v.test(text());
	try {
		await screen.waitFor(isAnswered, 'the first answer', firstAnswerTimeout);
		return true;
	} catch {
		return false;
	}
}
