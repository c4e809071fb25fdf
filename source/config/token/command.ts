import type {FoundOption} from '../values/option-reader.js';
import type {Environment} from '../../core/text/environment.js';
import type {Layer} from '../file/layer.js';
import {findTokenVariable} from '../../cli/environment.js';
import type {FoundToken} from './find.js';
import type {RunTokenCommand} from './run.js';
import {refreshableToken, parseToken} from './token.js';

/** A token command that counts, and what to call the place it stands in. */
export type TokenCommand = {
	readonly command: readonly string[];
	readonly place: string;
	readonly layer: Layer;
};

/** The token command, if nothing comes before it: a file named on the command line or in a variable, a token in a variable, a file named by a profile where the command stands at the top. `file` is what `token-file` was given. */
export function findTokenCommand(layers: readonly Layer[], file: FoundOption | undefined, environment: Environment): TokenCommand | undefined {
	if ((file !== undefined && file.from !== 'config') || findTokenVariable(environment) !== undefined) {
		return undefined;
	}

	const layer = layers.find(({texts, tokenCommand}) => texts.has('token-file') || tokenCommand !== undefined);
	return layer?.tokenCommand === undefined ? undefined : {command: layer.tokenCommand, place: layer.place('token_command'), layer};
}

/** Gets the token from its command, which is run again when the token is refused. */
export async function openTokenCommand({command, place}: TokenCommand, run: RunTokenCommand): Promise<FoundToken> {
	const printed = await run(command, true);
	const parsed = printed.kind === 'value' ? parseToken(printed.value) : printed;
	if (parsed.kind === 'problem') {
		return {kind: 'problem', problem: `${place}: ${parsed.problem}`};
	}

	const readAgain = async () => {
		const again = await run(command, false);
		return again.kind === 'value' ? again.value : undefined;
	};

	return {kind: 'found', token: refreshableToken(parsed.value, readAgain), warning: undefined};
}
