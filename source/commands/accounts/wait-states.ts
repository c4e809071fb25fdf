import type {AccountId} from '../../core/instance/instance.js';
import {joinWords} from '../../core/text/join-words.js';
import {sanitize, type SafeText} from '../../core/text/sanitize.js';
import type {WaitState} from '../../output/wait-progress.js';
import type {CommandAccount} from '../context.js';

/** Names those of several accounts that gave no answer: what was found is not all there may be. */
export function describeSilent(
	accounts: readonly CommandAccount[],
	states: ReadonlyMap<AccountId, WaitState>,
	name: string,
): readonly string[] {
	return (accounts.length > 1 ? accounts : []).flatMap(({account}) => {
		const state = states.get(account) ?? {kind: 'unknown', trouble: undefined};
		return state.kind === 'unknown'
			? [`${sanitize(account)} gave no answer (${state.trouble ?? 'none came in time'}): nobody knows whether it has an instance ${name}.`]
			: [];
	});
}

/** What is known of the instance: its state where an account has it, else that it cannot be told where one is in trouble. */
export function chooseState(states: ReadonlyMap<AccountId, WaitState>): WaitState {
	const all = states.values().toArray();
	return all.find(({kind}) => kind === 'seen') ?? all.find(({kind}) => kind === 'unknown') ?? all[0] ?? {kind: 'unknown', trouble: undefined};
}

/** Says that several accounts have an instance of the name, and how each is named. */
export function describeOwners(name: SafeText, owners: readonly AccountId[]): string {
	const accounts = joinWords(owners.map(account => sanitize(account)), 'and');
	return `${accounts} have an instance each that is called ${name}. Say which: ${joinWords(owners.map(account => `${sanitize(account)}/${name}`), 'or')}.`;
}
