import type {Environment} from '../../core/text/environment.js';

/** Whether to draw in colour: as the terminal can, or decided by the person. */
export type ColorChoice = 'auto' | 'never' | 'always';

/**
What `--no-color`, `FORCE_COLOR` and `NO_COLOR` come to, in that order of strength, which is Node's own for the two variables. `NO_COLOR` counts when it is not empty (no-color.org); `FORCE_COLOR` also when it is, and `0` or `false` in it mean never.
*/
export function chooseColor(isRefused: boolean, environment: Environment): ColorChoice {
	const forced = environment.FORCE_COLOR;
	if (isRefused || forced === '0' || forced === 'false') {
		return 'never';
	}

	if (forced !== undefined) {
		return 'always';
	}

	return (environment.NO_COLOR ?? '') === '' ? 'auto' : 'never';
}
