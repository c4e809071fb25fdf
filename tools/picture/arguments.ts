import {encodeKey} from '../../test/helpers/keys.js';
import type {palettes} from './palette.js';
import {readOptions, type GivenOptions} from './read-options.js';

/** The program to draw, its screen and its keys, and the file of the picture. */
export type PictureOptions = {
	/** A shell command to draw instead of ryzetop. */
	readonly command: string | undefined;
	/** The arguments of ryzetop, beside `--demo`. */
	readonly programArguments: readonly string[];
	readonly columns: number;
	readonly rows: number;
	readonly keys: readonly string[];
	readonly waitSeconds: number;
	readonly theme: keyof typeof palettes;
	readonly isColourless: boolean;
	readonly isText: boolean;
	readonly out: {readonly file: string; readonly format: 'svg' | 'png'} | undefined;
};

export type ParsedArguments =
	| {readonly kind: 'options'; readonly options: PictureOptions}
	| {readonly kind: 'misuse'; readonly problems: readonly string[]};

/** A value of the command line. It is not to be used where there are problems. */
type Checked<Value> = {
	readonly value: Value;
	readonly problems: readonly string[];
};

// The largest screen that ryzetop promises to fill.
const maximumColumns = 500;
const maximumRows = 200;
const maximumWaitSeconds = 600;

/** Parse the command line. All problems in it are returned, not only the first. */
export function parseArguments(args: readonly string[]): ParsedArguments {
	const given = readOptions(args);
	const {values} = given;
	const size = checkSize(values.get('size') ?? '120x40');
	const keys = checkKeys(values.get('keys') ?? '');
	const waitSeconds = checkWait(values.get('wait') ?? '0');
	const theme = checkTheme(values.get('theme') ?? 'dark');
	const out = checkOut(values);
	const program = checkProgram(given);
	const problems = [given, size, keys, waitSeconds, theme, out, program].flatMap(({problems}) => problems);
	if (problems.length > 0) {
		return {kind: 'misuse', problems};
	}

	return {
		kind: 'options',
		options: {
			...size.value,
			...program.value,
			keys: keys.value,
			waitSeconds: waitSeconds.value,
			theme: theme.value,
			isColourless: values.has('no-color'),
			isText: values.has('text'),
			out: out.value,
		},
	};
}

function check<Value>(value: Value, isRight: boolean, problem: string): Checked<Value> {
	return {value, problems: isRight ? [] : [problem]};
}

function checkSize(text: string): Checked<Pick<PictureOptions, 'columns' | 'rows'>> {
	const [columns = 0, rows = 0] = /^\d+x\d+$/v.test(text) ? text.split('x').map(Number) : [];
	const isFitting = columns >= 1 && columns <= maximumColumns && rows >= 1 && rows <= maximumRows;
	return check({columns, rows}, isFitting, `--size must be COLUMNSxROWS, from 1x1 to ${maximumColumns}x${maximumRows}.`);
}

function checkKeys(text: string): Checked<readonly string[]> {
	const keys = text.split(/\s+/v).filter(key => key !== '');
	const missing = keys.filter(key => encodeKey(key, {applicationCursorKeys: false}) === undefined);
	return {value: keys, problems: missing.map(key => `--keys: there is no key called ${JSON.stringify(key)}.`)};
}

function checkWait(text: string): Checked<number> {
	const seconds = Number(text);
	return check(seconds, seconds >= 0 && seconds <= maximumWaitSeconds, `--wait must be a number of seconds up to ${maximumWaitSeconds}.`);
}

function checkTheme(name: string): Checked<PictureOptions['theme']> {
	const theme = name === 'light' ? 'light' : 'dark';
	return check(theme, name === theme, '--theme must be dark or light.');
}

function checkOut(values: GivenOptions['values']): Checked<PictureOptions['out']> {
	const file = values.get('out');
	if (file === undefined) {
		return check(undefined, values.has('text'), 'Without --out or --text there is nothing to do.');
	}

	const format = file.endsWith('.png') ? 'png' : 'svg';
	return check({file, format}, file.endsWith(`.${format}`), '--out must end in .svg or .png.');
}

function checkProgram({values, extra}: GivenOptions): Checked<Pick<PictureOptions, 'command' | 'programArguments'>> {
	const command = values.get('command');
	const programArguments = [...listProgramOptions(values), ...extra];
	return check(
		{command, programArguments},
		command === undefined || programArguments.length === 0,
		`--command draws another program, which ryzetop's arguments do not reach: ${programArguments.join(' ')}.`,
	);
}

function listProgramOptions(values: GivenOptions['values']): readonly string[] {
	const valued = ['scenario', 'interval'].flatMap(name => {
		const value = values.get(name);
		return value === undefined ? [] : [`--${name}`, value];
	});
	return values.has('ascii') ? [...valued, '--ascii'] : valued;
}
