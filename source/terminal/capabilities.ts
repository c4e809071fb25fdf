import type {Size} from '../core/screen/geometry.js';
import type {Environment} from '../core/text/environment.js';

/**
Whether the locale is UTF-8, by the rule of POSIX: the first of `LC_ALL`, `LC_CTYPE` and `LANG` that is set decides.
Without any of them the locale is C, which is not UTF-8.
*/
export function isUtf8(env: Environment): boolean {
	// An empty variable counts as unset (POSIX, section 8.2).
	const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find(value => value !== undefined && value !== '') ?? '';
	return /utf-?8/iv.test(locale);
}

/**
Whether only ASCII can be written to a stream for people to read: it is a terminal, and the locale, which says what terminals show, is not
UTF-8. A file and another program get UTF-8 in any locale.
*/
export function isAsciiOnly({isTTY}: {readonly isTTY?: boolean | undefined}, env: Environment): boolean {
	return isTTY === true && !isUtf8(env);
}

/** Whether the terminal understands no control sequences at all. */
export function isDumb(env: Environment): boolean {
	return env.TERM === 'dumb';
}

/**
The size of the terminal as Node knows it, which asks for it at SIGWINCH alone, see `askForSize`; 80×24, the traditional size, where the
stream does not have one.
*/
export function sizeOf(stdout: NodeJS.WriteStream): Size {
	const {columns, rows} = stdout;
	return columns > 0 && rows > 0 ? {columns, rows} : {columns: 80, rows: 24};
}

/**
Makes a stream whose size is that of `sizeOf`. Where the terminal has none, as on a serial line, Ink would take another than we do: it
looks into `COLUMNS` and `LINES`, and starts a program at every frame to find it.
*/
export function withSize(stdout: NodeJS.WriteStream): NodeJS.WriteStream {
	return new Proxy(stdout, {
		get(target, property) {
			if (property === 'columns' || property === 'rows') {
				return sizeOf(target)[property];
			}

			const value: unknown = Reflect.get(target, property, target);
			return typeof value === 'function' ? (...given: readonly unknown[]): unknown => Reflect.apply(value, target, given) : value;
		},
	});
}
