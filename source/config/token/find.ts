import type {TokenSource} from '../../core/polling/token-source.js';
import {quote} from '../../core/text/quote.js';
import type {FoundOption} from '../values/option-reader.js';
import type {Environment} from '../../core/text/environment.js';
import {accept, type Parsed} from '../../core/text/parsed.js';
import {findTokenVariable} from '../../cli/environment.js';
import {refreshableToken, fixedToken, parseToken} from './token.js';
import type {TokenFile} from './token-file.js';

/** Result of finding the token. */
export type FoundToken =
	| {readonly kind: 'found'; readonly token: TokenSource; readonly warning: string | undefined}
	| {readonly kind: 'none'}
	| {readonly kind: 'problem'; readonly problem: string};

export type ReadTokenFile = (file: string) => Promise<TokenFile>;

/** Reads the token from standard input, where that is not needed for keys. */
export type ReadInput = () => Promise<TokenFile>;

/**
Finds the token: in the file that the command line names, else in a variable, else in the file that a variable or the config file names.

`file` is the value of the option `token-file`; `-` is standard input where `readInput` is given.
*/
export async function findToken(
	file: FoundOption | undefined,
	environment: Environment,
	readTokenFile: ReadTokenFile,
	readInput?: ReadInput,
): Promise<FoundToken> {
	const variable = findTokenVariable(environment);
	if (file && (!variable || file.from === 'argument')) {
		return openTokenFile(file, readTokenFile, readInput);
	}

	if (!variable) {
		return {kind: 'none'};
	}

	const parsed = parseToken(variable.text);
	return parsed.kind === 'value'
		? {kind: 'found', token: fixedToken(parsed.value), warning: undefined}
		: {kind: 'problem', problem: `${variable.name}: ${parsed.problem}`};
}

/** Opens the token in a file; `-` is standard input where `readInput` is given. */
export async function openTokenFile(
	{text: file, place}: FoundOption,
	readTokenFile: ReadTokenFile,
	readInput: ReadInput | undefined,
): Promise<FoundToken> {
	if (file === '-' && readInput === undefined) {
		return {
			kind: 'problem',
			problem: `${place}: The monitor needs standard input for its keys. Give the path of a file that holds the token.`,
		};
	}

	const found = await (file === '-' && readInput !== undefined ? readInput() : readTokenFile(file));
	const parsed = found.kind === 'text' ? parseToken(found.text) : found;
	if (found.kind === 'problem' || parsed.kind === 'problem') {
		const problem = parsed.kind === 'problem' ? parsed.problem : '';
		return {kind: 'problem', problem: `${place} ${quote(file)}: ${problem}`};
	}

	return {
		kind: 'found',
		token: found.isLasting
			? refreshableToken(parsed.value, async () => readTextAgain(file, readTokenFile), 'the token file')
			: fixedToken(parsed.value),
		warning: found.sharedMode === undefined
			? undefined
			: `The token file ${quote(file)} is open to others (mode ${found.sharedMode.toString(8)}). chmod 600 makes it yours alone.`,
	};
}

async function readTextAgain(file: string, readTokenFile: ReadTokenFile): Promise<Parsed<string>> {
	const found = await readTokenFile(file);
	return found.kind === 'text' ? accept(found.text) : found;
}
