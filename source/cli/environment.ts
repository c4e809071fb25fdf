import type {Environment} from '../core/text/environment.js';

/** Variables that may hold the token. The first that is not empty counts. The last two are the names in the API's own examples. */
export const tokenVariables = ['RYZE_TOKEN', 'RYZE_TOKEN_ACCOUNT', 'RYZE_ACCOUNT_TOKEN', 'Token_Account', 'Token_Instance'] as const;

const secretVariables: ReadonlySet<string> = new Set(tokenVariables);

/** An environment without the variables that may hold a token, for another program. */
export function withoutTokens(environment: Environment): Environment {
	return Object.fromEntries(Object.entries(environment).filter(([name]) => !secretVariables.has(name)));
}

/** Finds the variable that holds the token; `undefined` if none does. */
export function findTokenVariable(environment: Environment): {readonly name: string; readonly text: string} | undefined {
	for (const name of tokenVariables) {
		const text = environment[name] ?? '';
		if (text.trim() !== '') {
			return {name, text};
		}
	}

	return undefined;
}
