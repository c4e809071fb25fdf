import type {Size} from '../core/screen/geometry.js';
import type {Environment} from '../core/text/environment.js';

/** Whether the locale is UTF-8, as POSIX finds it: the first of `LC_ALL`, `LC_CTYPE` and `LANG` that is set decides. None at all means the C locale. */
export function isUtf8(env: Environment): boolean {
	// An empty one counts as unset (POSIX, section 8.2).
	const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find(value => value !== undefined && value !== '') ?? '';
	return /utf-?8/iv.test(locale);
}

/** Whether the terminal understands nothing but plain text. */
export function isDumb(env: Environment): boolean {
	return env.TERM === 'dumb';
}

/** The size of the terminal now; 80×24, as ever, where it does not tell. */
export function sizeOf(stdout: NodeJS.WriteStream): Size {
	const {columns, rows} = stdout;
	return columns > 0 && rows > 0 ? {columns, rows} : {columns: 80, rows: 24};
}
