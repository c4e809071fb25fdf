import {parseArgs} from 'node:util';

/** The options of the command line, before their values are checked. */
export type GivenOptions = {
	/** The value by the option's name, empty for a flag. */
	readonly values: ReadonlyMap<string, string>;
	/** The arguments after `--`, which are meant for ryzetop. */
	readonly extra: readonly string[];
	readonly problems: readonly string[];
};

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

const optionTypes = new Map<string, 'string' | 'boolean'>(Object.entries(options).map(([name, {type}]) => [name, type]));

/** Read the options. All problems are named: in strict mode `parseArgs` throws at the first, so its tokens are checked here. */
export function readOptions(args: readonly string[]): GivenOptions {
	const {tokens} = parseArgs({
		args: [...args],
		options,
		strict: false,
		allowPositionals: true,
		tokens: true,
	});
	const values = new Map<string, string>();
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
				values.set(token.name, token.value ?? '');
			} else {
				problems.push(`${token.rawName} ${problem}.`);
			}
		}
	}

	return {values, extra, problems};
}

function findProblem(name: string, value: string | undefined): string | undefined {
	switch (optionTypes.get(name)) {
		case undefined: {
			return 'is no option';
		}

		case 'string': {
			return value === undefined ? 'needs a value' : undefined;
		}

		case 'boolean': {
			return value === undefined ? undefined : 'takes no value';
		}
	}
}
