import type {Arguments} from '../cli/arguments.js';
import {tokenVariables} from '../cli/environment.js';
import type {Command, Option} from '../cli/option.js';
import {options} from '../cli/options.js';
import {isExposed} from '../cli/values/url.js';
import type {TokenSource} from '../core/polling/token-source.js';
import {joinWords} from '../core/text/join-words.js';
import {shorten} from '../core/text/quote.js';
import {isSameSecret} from '../core/text/secret.js';
import type {ChosenProfile} from './file/load.js';
import type {AccountSource, OwnSettings} from './settings/monitor.js';
import {openProfileToken, type ProfileTokenPorts} from './token/profile-token.js';
import type {OptionReader} from './values/option-reader.js';
import {readSettings} from './values/read-settings.js';

/** Result of resolving several profiles: the accounts to watch, with warnings, or `undefined` where a problem was reported. */
export type ResolvedProfiles = {readonly sources: readonly AccountSource[]; readonly warnings: readonly string[]} | undefined;

/** Account of a profile. `missing` says why there is no token for it. */
type Found = {
	readonly source: AccountSource & {readonly own: OwnSettings};
	readonly warnings: readonly string[];
	readonly missing: string | undefined;
};

/** Reports what gives one token or one address beside several profiles, of which each has its own. */
export function reportShared(reading: OptionReader, {values}: Pick<Arguments, 'values'>, chosen: readonly ChosenProfile[]): void {
	const profiles = joinWords(chosen.map(({name}) => shorten(name)), 'and');
	const isSet = (name: string) => (reading.environment[name] ?? '').trim() !== '';
	for (const [what, name] of [['token', 'token-file'], ['address', 'url']] as const) {
		const {environment} = options[name];
		const variables = [...what === 'token' ? tokenVariables : [], ...environment].filter(variable => isSet(variable));
		const own = `while each of the profiles ${profiles} has its own`;
		for (const variable of variables) {
			reading.report(`${variable} is set, and gives one ${what}, ${own}. Unset it, or name one profile.`);
		}

		if (values.has(name)) {
			reading.report(`--${name} gives one ${what}, ${own}. Leave it out, or name one profile.`);
		}
	}
}

/**
Resolves several profiles, each to an account with its own address, token and pace. A profile without a token is an account that is not
asked; one that is the same account as another is polled once. `isValid`: nothing is wrong so far, so that token commands may be run.
*/
export async function resolveProfiles(
	reading: OptionReader,
	chosen: readonly ChosenProfile[],
	{command, isValid, ...ports}: ProfileTokenPorts & {readonly command: Command; readonly isValid: boolean},
): Promise<ResolvedProfiles> {
	const read = chosen.map(profile => ({profile, settings: readAccount(reading, profile, command)}));
	if (!isValid || reading.problems().length > 0) {
		return undefined;
	}

	const found: Found[] = [];
	for (const {profile, settings} of read) {
		if (settings !== undefined) {
			// eslint-disable-next-line no-await-in-loop -- one after the other: a token command may ask a person
			found.push(await openAccount(profile, settings, ports));
		}
	}

	if (found.every(({missing}) => missing !== undefined)) {
		for (const {missing = ''} of found) {
			reading.report(missing);
		}

		return undefined;
	}

	const accounts: Found[] = [];
	const warnings = found.flatMap(account => account.warnings);
	for (const account of found) {
		const same = accounts.findIndex(({source}) => isSameAccount(source, account.source));
		const first = accounts[same];
		if (first === undefined) {
			accounts.push(account);
		} else {
			const [name, other] = [first, account].map(({source}) => shorten(source.profile ?? ''));
			warnings.push(`The profiles ${name} and ${other} are one account: they have the same host and the same token. It is polled once, as ${name}.`);
			const [one, more] = [first.source.own, account.source.own];
			const own = {...one, names: joinNames(one, more), hasHealth: one.hasHealth || more.hasHealth};
			accounts[same] = {...first, source: {...first.source, own}};
		}
	}

	return {sources: accounts.map(({source}) => source), warnings};
}

type AccountSettings = Omit<AccountSource, 'kind' | 'token' | 'profile' | 'own'> & {readonly own: OwnSettings};

function readAccount(reading: OptionReader, {layer}: ChosenProfile, command: Command): AccountSettings | undefined {
	const within = reading.within(layer);
	const account = readSettings(within, {command: 'monitor', owner: 'account'});
	// What the command does not take is not read, so that nothing is wrong with it.
	const takes = (name: 'instance' | 'interval' | 'timeout' | 'health') => {
		const {commands}: Option = options[name];
		return commands.includes(command);
	};

	const names = takes('instance') ? within.read('instance', options.instance.parse) : undefined;
	const interval = takes('interval') ? within.read('interval', options.interval.parse) : undefined;
	const timeout = takes('timeout') ? within.read('timeout', options.timeout.parse) : undefined;
	for (const problem of within.problems()) {
		reading.report(problem);
	}

	const own = {
		names: names ?? [], interval: interval ?? 0, timeout: timeout ?? 0, hasHealth: takes('health') && within.isOn('health'),
	};
	return account && {...account, own};
}

async function openAccount({name, layer}: ChosenProfile, settings: AccountSettings, ports: ProfileTokenPorts): Promise<Found> {
	const {url} = settings;
	const {token, warning, missing} = await openProfileToken(layer, ports);
	return {
		source: {
			...settings, kind: 'account', profile: name, token,
		},
		warnings: [
			isExposed(url) && missing === undefined
				? `${url} is plain HTTP: everyone on the way there can read the token of ${shorten(name)}. Use https if the server has it.`
				: undefined,
			warning,
		].filter(text => text !== undefined),
		missing,
	};
}

/** Whether two accounts have the same origin and the same token. Where there is no token, nothing tells. */
function isSameAccount(one: AccountSource, other: AccountSource): boolean {
	return new URL(one.url).origin === new URL(other.url).origin
		&& hasToken(one.token)
		&& isSameSecret(one.token.current(), other.token.current());
}

function hasToken({isMissing}: TokenSource): boolean {
	return isMissing?.() !== true;
}

/** The instances that either asks for; all where one asks for all. */
function joinNames({names}: OwnSettings, {names: others}: OwnSettings): readonly string[] {
	return names.length === 0 || others.length === 0 ? [] : [...new Set([...names, ...others])];
}
