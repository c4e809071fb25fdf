import type {Arguments} from '../../cli/arguments.js';
import {findTokenVariable, findVariable} from '../../cli/environment.js';
import type {Option} from '../../cli/option.js';
import {options, type OptionName} from '../../cli/options.js';
import type {Environment} from '../../core/text/environment.js';
import {keyOf, type Layer} from './layer.js';

/**
Warns where variables of the environment come before the settings of a profile that was named with `--profile`.

Otherwise a token could be sent to an address that it is not meant for.
*/
export function findOverruled(layer: Layer, {command, values, switches}: Arguments, environment: Environment): readonly string[] {
	const {profile, texts, tokenCommand} = layer;
	const {commands}: Option = options.url;
	if (profile === undefined || switches.has('demo') || !(commands.includes(command) || command === 'config')) {
		return [];
	}

	const token = (findTokenVariable(environment) ?? findVariable(options['token-file'].environment, environment))?.name;
	const url = findVariable(options.url.environment, environment)?.name;
	const hasToken = (texts.has('token-file') || tokenCommand !== undefined) && !values.has('token-file');
	const hasUrl = texts.has('url') && !values.has('url');
	return [
		hasUrl && url !== undefined ? `${url} is set, and comes before the url of profile ${profile}.` : undefined,
		hasToken && token !== undefined ? `${token} is set, and comes before the token of profile ${profile}.` : undefined,
	].filter(warning => warning !== undefined);
}

/** What a profile can say of its account where there are several; everything else is about the whole screen or output. */
export const ownOptions: ReadonlySet<OptionName> = new Set(['url', 'token-file', 'instance', 'interval', 'timeout', 'health']);

/** Warns of the settings of a profile that do not count beside other profiles, since they are not about its account alone. */
export function findUnshared({texts, switches, place}: Layer): readonly string[] {
	const names = [...texts.keys(), ...switches.keys()].filter(name => !ownOptions.has(name));
	return names.map(name => `${place(name === 'no-history' ? 'history' : name)} is not used beside other profiles: `
		+ `${keyOf(name === 'no-history' ? 'history' : name)} holds for all accounts, and belongs at the top of the file.`);
}
