import type {Environment} from '../core/text/environment.js';

/** Variables that may hold the token. The first that is not empty counts. The last two are the names in the API's own examples. */
export const tokenVariables = ['RYZE_TOKEN', 'RYZE_TOKEN_ACCOUNT', 'RYZE_ACCOUNT_TOKEN', 'Token_Account', 'Token_Instance'] as const;

/** Names the variables of an option: `RYZE_URL, also RYZE_BASE`. */
export function nameVariables([first = '', ...others]: readonly string[]): string {
	return [first, ...others.map(other => `also ${other}`)].join(', ');
}

type Variable = {readonly name: string; readonly text: string};

/** Finds the first of some variables that is not empty. */
export function findVariable(names: readonly string[], environment: Environment): Variable | undefined {
	for (const name of names) {
		const text = environment[name] ?? '';
		if (text.trim() !== '') {
			return {name, text};
		}
	}

	return undefined;
}

const secretVariables: ReadonlySet<string> = new Set(tokenVariables);

/** An environment without the variables that may hold a token, for another program. */
export function withoutTokens(environment: Environment): Environment {
	return Object.fromEntries(Object.entries(environment).filter(([name]) => !secretVariables.has(name)));
}

/** Finds the variable that holds the token; `undefined` if none does. */
export function findTokenVariable(environment: Environment): Variable | undefined {
	return findVariable(tokenVariables, environment);
}
