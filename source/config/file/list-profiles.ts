import {accountTerm} from '../../cli/completion/model.js';
import {makeHarmless} from '../../core/text/sanitize.js';
import {isTable} from './layer.js';
import type {Config} from './load.js';

/**
Lists the profiles of the config file for completion in a shell, a line each, or the filter terms of their accounts. A name that could
command the terminal, or begins like an option, is left out; of the terms one that has to be quoted, too.
*/
export function listProfiles({table: {profiles = {}}}: Pick<Config, 'table'>, word: 'profiles' | 'accounts'): string {
	return (isTable(profiles) ? Object.entries(profiles) : [])
		.filter(([name, profile]) => isTable(profile) && name.trim() !== '' && !name.startsWith('-') && makeHarmless(name) === name)
		.map(([name]) => name)
		.filter(name => word === 'profiles' || /^[\w\-.]+$/v.test(name))
		.map(name => `${word === 'accounts' ? accountTerm : ''}${name}\n`)
		.join('');
}
