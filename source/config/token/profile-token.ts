import type {TokenSource} from '../../core/polling/token-source.js';
import {accept, type Parsed} from '../../core/text/parsed.js';
import type {Layer} from '../file/layer.js';
import {openTokenCommand} from './command.js';
import {
	openTokenFile,
	type FoundToken,
	type ReadInput,
	type ReadTokenFile,
} from './find.js';
import type {RunTokenCommand} from './run.js';
import {missingToken} from './token.js';

/** Functions that the token of a profile may need from outside. */
export type ProfileTokenPorts = {
	readonly readTokenFile: ReadTokenFile;
	readonly readInput: ReadInput | undefined;
	readonly runTokenCommand: RunTokenCommand | undefined;
};

/** Token of a profile. `missing` says why there is none, as a sentence; it is looked for again while the program runs. */
export type ProfileToken = {readonly token: TokenSource; readonly warning: string | undefined; readonly missing: string | undefined};

/** Opens the token that the table of a profile names. Nothing outside that table gives one, so that no token reaches another's host. */
export async function openProfileToken(
	layer: Layer,
	{readTokenFile, readInput, runTokenCommand}: ProfileTokenPorts,
): Promise<ProfileToken> {
	const {tokenCommand, texts} = layer;
	const file = texts.get('token-file');
	if (file !== undefined) {
		const found = await openTokenFile({text: file, from: 'config', place: layer.place('token-file')}, readTokenFile, readInput);
		return orMissing(found, file === '-'
			? undefined
			: async () => {
				const again = await readTokenFile(file);
				return again.kind === 'text' ? accept(again.text) : again;
			}, 'the token file');
	}

	if (tokenCommand !== undefined && runTokenCommand !== undefined) {
		const found = await openTokenCommand({command: tokenCommand, place: layer.place('token_command'), layer}, runTokenCommand);
		return orMissing(found, async () => runTokenCommand(tokenCommand, false), 'the token command');
	}

	const missing = `There is no token for profile ${layer.profile}: beside other profiles it comes from a token_file or a token_command of its own.`;
	return {token: missingToken('give its profile a token_file or a token_command of its own'), warning: undefined, missing};
}

function orMissing(found: FoundToken, read: (() => Promise<Parsed<string>>) | undefined, place: string): ProfileToken {
	if (found.kind === 'found') {
		return {token: found.token, warning: found.warning, missing: undefined};
	}

	const missing = found.kind === 'problem' ? found.problem : '';
	return {token: missingToken(missing, read, place), warning: undefined, missing};
}
