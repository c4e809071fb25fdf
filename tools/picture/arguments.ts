import {parseArgs} from 'node:util';
import {encodeKey} from '../../test/helpers/keys.js';
import type {palettes} from './palette.js';

/** What to run, what to press, and where the picture goes. */
export type Request = {
	/** A shell command to draw in the place of ryzetop. */
	readonly command: string | undefined;
	/** What ryzetop is started with, beside `--demo`. */
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
	| {readonly kind: 'request'; readonly request: Request}
	| {readonly kind: 'misuse'; readonly problems: readonly string[]};

export const usage = `npm run picture -- --out FILE.svg|FILE.png [options] [-- arguments for ryzetop]

  --scenario NAME     the simulator's story (busy)
  --size COLUMNSxROWS (120x40)
  --keys "j Enter"    pressed one by one, by name, each once the screen is still
  --wait SECONDS      let the story go on for so long before the first key (0)
  --interval TIME     handed to ryzetop
  --ascii             handed to ryzetop
  --no-color          start the program with NO_COLOR=1
  --theme dark|light  (dark)
  --text              print the screen as text, too; then --out may be left out
  --command "WORDS"   draw this shell command in the place of ryzetop`;

// As large as the screens ryzetop promises to fill.
const maximumColumns = 500;
const maximumRows = 200;
const maximumWaitSeconds = 600;

const options = {
	scenario: {type: 'string'},
	size: {type: 'string'},
	keys: {type: 'string'},
	wait: {type: 'string'},
	interval: {type: 'string'},
	theme: {type: 'string'},
	out: {type: 'string'},
	command: {type: 'string'},
	ascii: {type: 'boolean'},
	'no-color': {type: 'boolean'},
	text: {type: 'boolean'},
} as const;

/** Read the command line. Every problem in it is named, not the first alone. */
export function parseArguments(args: readonly string[]): ParsedArguments {
	const {given, extra, problems} = readOptions(args);
	const size = parseSize(given.get('size') ?? '120x40');
	if (size === undefined) {
		problems.push(`--size must be COLUMNSxROWS, from 1x1 to ${maximumColumns}x${maximumRows}.`);
	}

	const keys = (given.get('keys') ?? '').split(/\s+/v).filter(key => key !== '');
	for (const key of keys) {
		if (encodeKey(key, {applicationCursorKeys: false}) === undefined) {
			problems.push(`--keys: there is no key called ${JSON.stringify(key)}.`);
		}
	}

	const waitSeconds = Number(given.get('wait') ?? '0');
	if (!(waitSeconds >= 0 && waitSeconds <= maximumWaitSeconds)) {
		problems.push(`--wait must be a number of seconds up to ${maximumWaitSeconds}.`);
	}

	const theme = parseTheme(given.get('theme') ?? 'dark');
	if (theme === undefined) {
		problems.push('--theme must be dark or light.');
	}

	const file = given.get('out');
	const out = file === undefined ? undefined : parseOut(file);
	if (file !== undefined && out === undefined) {
		problems.push('--out must end in .svg or .png.');
	} else if (file === undefined && !given.has('text')) {
		problems.push('Without --out or --text there is nothing to do.');
	}

	const command = given.get('command');
	const programArguments = [...listProgramOptions(given), ...extra];
	if (command !== undefined && programArguments.length > 0) {
		problems.push(`--command draws another program, which ryzetop's arguments do not reach: ${programArguments.join(' ')}.`);
	}

	if (size === undefined || theme === undefined || problems.length > 0) {
		return {kind: 'misuse', problems};
	}

	const isColourless = given.has('no-color');
	const isText = given.has('text');
	return {
		kind: 'request',
		request: {
			...size,
			command,
			programArguments,
			keys,
			waitSeconds,
			theme,
			isColourless,
			isText,
			out,
		},
	};
}

function readOptions(args: readonly string[]) {
	const {tokens} = parseArgs({
		args: [...args],
		options,
		strict: false,
		allowPositionals: true,
		tokens: true,
	});
	const given = new Map<string, string>();
	const extra: string[] = [];
	const problems: string[] = [];
	const terminator = tokens.find(({kind}) => kind === 'option-terminator')?.index ?? args.length;
	for (const token of tokens) {
		if (token.kind === 'positional' && token.index > terminator) {
			extra.push(token.value);
		} else if (token.kind === 'positional') {
			problems.push(`${JSON.stringify(token.value)} is no option; arguments for ryzetop go after --.`);
		} else if (token.kind === 'option') {
			const problem = findProblem(token.name, token.value);
			if (problem === undefined) {
				given.set(token.name, token.value ?? '');
			} else {
				problems.push(`${token.rawName} ${problem}.`);
			}
		}
	}

	return {given, extra, problems};
}

function findProblem(name: string, value: string | undefined): string | undefined {
	const type = new Map<string, {readonly type: string}>(Object.entries(options)).get(name)?.type;
	if (type === undefined) {
		return 'is no option';
	}

	if (type === 'string' && value === undefined) {
		return 'needs a value';
	}

	return type === 'boolean' && value !== undefined ? 'takes no value' : undefined;
}

function listProgramOptions(given: ReadonlyMap<string, string>): readonly string[] {
	const valued = ['scenario', 'interval'].flatMap(name => {
		const value = given.get(name);
		return value === undefined ? [] : [`--${name}`, value];
	});
	return given.has('ascii') ? [...valued, '--ascii'] : valued;
}

function parseSize(text: string) {
	const [columns = 0, rows = 0] = /^\d+x\d+$/v.test(text) ? text.split('x').map(Number) : [];
	const isFitting = columns >= 1 && columns <= maximumColumns && rows >= 1 && rows <= maximumRows;
	return isFitting ? {columns, rows} : undefined;
}

function parseTheme(name: string): Request['theme'] | undefined {
	return name === 'dark' || name === 'light' ? name : undefined;
}

function parseOut(file: string): Request['out'] {
	if (file.endsWith('.svg')) {
		return {file, format: 'svg'};
	}

	return file.endsWith('.png') ? {file, format: 'png'} : undefined;
}
