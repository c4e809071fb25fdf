import type {Environment} from '../../core/text/environment.js';

/** Whether to draw in colour: decided by the terminal, or by the user. */
export type ColorChoice = 'auto' | 'never' | 'always';

/**
Chooses by `--no-color`, which is `isRefused`, then `FORCE_COLOR`, then `NO_COLOR`. The order of the two variables is Node's own.

`NO_COLOR` counts if it is not empty (no-color.org). `FORCE_COLOR` counts even if it is empty; the values `0` and `false` mean never.
*/
export function chooseColor(isRefused: boolean, environment: Environment): ColorChoice {
	const forceColor = environment.FORCE_COLOR;
	if (isRefused || forceColor === '0' || forceColor === 'false') {
		return 'never';
	}

	if (forceColor !== undefined) {
		return 'always';
	}

	return (environment.NO_COLOR ?? '') === '' ? 'auto' : 'never';
}
