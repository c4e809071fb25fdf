import type {Config} from './file/load.js';
import type {Layer} from './file/layer.js';
import type {ReadTokenFile} from './token/find.js';
import {openProfileToken} from './token/profile-token.js';

/** What `ryzetop config` found of the tokens of profiles: problems, warnings, and the profiles that have none. */
export type CheckedTokens = {
	readonly problems: readonly string[];
	readonly warnings: readonly string[];
	readonly withoutToken: ReadonlySet<string>;
};

/**
Checks that the token file of each profile can be read, also of those that are not in force. No token command is run, and standard input is
not read. One profile alone that is in force is left out: its token is found as that of any account. A profile without a token is a warning,
since the others go on without it, and a problem where none of several in force has one.
*/
export async function checkProfileTokens({chosen, profiles}: Config, readTokenFile: ReadTokenFile): Promise<CheckedTokens> {
	const inForce = new Set(chosen.map(({layer}) => layer));
	const isChecked = (layer: Layer) => {
		const file = layer.texts.get('token-file');
		if (inForce.has(layer)) {
			return chosen.length > 1 && file !== '-' && (file !== undefined || layer.tokenCommand === undefined);
		}

		return file !== undefined && file !== '-';
	};

	const checked = await Promise.all(profiles.filter(layer => isChecked(layer)).map(async layer => {
		const opened = await openProfileToken(layer, {readTokenFile, readInput: undefined, runTokenCommand: undefined});
		return {layer, ...opened};
	}));
	const missing = checked.filter(each => each.missing !== undefined);
	const isNoneLeft = chosen.length > 1 && missing.filter(({layer}) => inForce.has(layer)).length === chosen.length;
	const isProblem = ({layer}: {readonly layer: Layer}) => isNoneLeft && inForce.has(layer);
	return {
		problems: missing.filter(each => isProblem(each)).map(each => each.missing ?? ''),
		warnings: checked.flatMap(each => [each.warning, isProblem(each) ? undefined : each.missing]).filter(text => text !== undefined),
		withoutToken: new Set(missing.map(({layer}) => layer.profile ?? '')),
	};
}
