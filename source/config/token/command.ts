import type {FoundOption} from '../values/option-reader.js';
import type {Environment} from '../../core/text/environment.js';
import type {Layer} from '../file/layer.js';
import {findTokenVariable} from '../../cli/environment.js';
import type {FoundToken} from './find.js';
import type {RunTokenCommand} from './run.js';
import {refreshableToken, parseToken} from './token.js';

/** Token command in force, with its layer and the name of its place for messages. */
export type TokenCommand = {
	readonly command: readonly string[];
	readonly place: string;
	readonly layer: Layer;
};

/**
Finds the token command, if nothing comes before it. `file` is the value of the option `token-file`.

These come before it: a token file of the command line or of a variable, a token in a variable,
and a token file of a profile, where the command is at the top level.
*/
export function findTokenCommand(
	layers: readonly Layer[],
	file: FoundOption | undefined,
	environment: Environment,
): TokenCommand | undefined {
	if ((file !== undefined && file.from !== 'config') || findTokenVariable(environment) !== undefined) {
		return undefined;
	}

	const layer = layers.find(({texts, tokenCommand}) => texts.has('token-file') || tokenCommand !== undefined);
	return layer?.tokenCommand === undefined ? undefined : {command: layer.tokenCommand, place: layer.place('token_command'), layer};
}

/** Runs the token command for the token. The command is run again each time the token is refused. */
export async function openTokenCommand({command, place}: TokenCommand, run: RunTokenCommand): Promise<FoundToken> {
	const output = await run(command, true);
	const parsed = output.kind === 'value' ? parseToken(output.value) : output;
	if (parsed.kind === 'problem') {
		return {kind: 'problem', problem: `${place}: ${parsed.problem}`};
	}

	return {kind: 'found', token: refreshableToken(parsed.value, async () => run(command, false), 'the token command'), warning: undefined};
}
