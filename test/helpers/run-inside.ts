import {PassThrough} from 'node:stream';
import {text} from 'node:stream/consumers';
import {dispatch} from '../../source/commands/dispatch.js';

export type InsideOptions = {
	/** The account that is asked, by address and token. */
	readonly of?: {readonly url: string; readonly token?: string};
	/** All other variables. */
	readonly env?: Readonly<Record<string, string>>;
	readonly input?: string;
	/** Standard output is a terminal of that width. */
	readonly columns?: number;
};

/** The exit code and the output of a command line. */
export type RanInside = {readonly code: number; readonly stdout: string; readonly stderr: string};

/**
Runs a command line to its end within this process, with pipes unless told. Signals, buffers and exit codes of a real process are tested
in `test/e2e`.
*/
export async function runInside(argv: readonly string[], {of, env, input, columns}: InsideOptions = {}): Promise<RanInside> {
	const stdin = new PassThrough();
	const stdout = new PassThrough();
	const stderr = new PassThrough();
	stdin.end(input ?? '');
	const environment = {
		...of !== undefined && {RYZE_URL: of.url},
		...of?.token !== undefined && {RYZE_TOKEN: of.token},
		...env,
	};
	const running = dispatch({
		argv, environment, stdin, stdout: columns === undefined ? stdout : Object.assign(stdout, {isTTY: true, columns}), stderr,
	}).finally(() => {
		stdout.end();
		stderr.end();
	});
	const [code, written, said] = await Promise.all([running, text(stdout), text(stderr)]);
	return {code, stdout: written, stderr: said};
}
