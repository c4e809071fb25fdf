import type {CommandId} from '../core/keymap/commands.js';
import {maskKnown, type Secret} from '../core/text/secret.js';
import {maskUrls} from '../core/text/mask-urls.js';
import {sanitize} from '../core/text/sanitize.js';
import {takeCells} from '../core/text/measure.js';

/** What was going on when a fault ended the program. */
export type Crash = {
	readonly error: unknown;
	readonly at: number;
	readonly startedAt: number;
	readonly version: string;
	readonly node: string;
	readonly platform: string;
	/** The kind of terminal, as `TERM` names it. */
	readonly terminal: string;
	readonly columns: number;
	readonly rows: number;
	readonly polls: {readonly made: number; readonly failed: number};
	readonly instances: number;
	/** The last ones, the latest last: what was typed into a prompt is not among them. */
	readonly commands: ReadonlyArray<{readonly at: number; readonly id: CommandId}>;
	/** Everything that must not be in the report. */
	readonly secrets: readonly Secret[];
};

/** In the one line that is left on the terminal, a longer message would be several. */
const longestMessage = 120;

/** More than any stack of ours needs; what is longer is data that somebody put into a message. */
const longestLine = 500;
const mostLines = 60;

/** Errors name what caused them, and a cause may have one again. */
const mostCauses = 5;

/** What was thrown, in one safe line that gives no secret away. */
export function describeFault(error: unknown, secrets: readonly Secret[]): string {
	const [line = ''] = redact(nameError(error), secrets);
	const short = takeCells(line, longestMessage);
	return short === line ? line : `${short}…`;
}

/** The report of a crash: where and how the program ran, what was thrown and where. It says nothing of the environment, of instances or of what was typed. */
export function describeCrash(crash: Crash): string {
	const {at, startedAt, error, secrets, commands} = crash;
	const errors = withCauses(error);
	const lines = [
		'ryzetop ended because of a fault in itself. There is no secret in this report: no token, no environment, nothing that was typed.',
		'',
		`version   ${crash.version}`,
		`node      ${crash.node} on ${crash.platform}`,
		`terminal  ${crash.terminal}, ${crash.columns}x${crash.rows}`,
		`time      ${new Date(at).toISOString()}, ${Math.round((at - startedAt) / 1000)}s after the start`,
		`polls     ${crash.polls.made}, of which ${crash.polls.failed} failed; ${crash.instances} instances`,
		`commands  ${commands.length === 0 ? 'none' : commands.map(({id, at: ranAt}) => `${id} (${((at - ranAt) / 1000).toFixed(1)}s before)`).join(', ')}`,
		...errors.flatMap((each, index) => ['', index === 0 ? 'thrown' : 'caused by', ...describeError(each, secrets)]),
	];
	return `${lines.map(line => sanitize(line)).join('\n')}\n`;
}

/** A stack begins with the name and the message, as a rule. */
function describeError(error: unknown, secrets: readonly Secret[]): readonly string[] {
	const named = nameError(error);
	const stack = error instanceof Error ? error.stack ?? '' : '';
	return redact(stack.startsWith(named) ? stack : `${named}\n${stack}`, secrets);
}

function nameError(error: unknown): string {
	return error instanceof Error ? `${error.name}: ${error.message}` : `${typeof error}: ${String(error)}`;
}

function withCauses(error: unknown): readonly unknown[] {
	const errors = [error];
	while (errors.length < mostCauses) {
		const last = errors.at(-1);
		if (!(last instanceof Error) || last.cause === undefined) {
			break;
		}

		errors.push(last.cause);
	}

	return errors;
}

/** The secrets are masked before anything else, so that nothing done to the text can hide one. */
function redact(text: string, secrets: readonly Secret[]): readonly string[] {
	return maskKnown(text, secrets)
		.split('\n')
		.filter(line => line.trim() !== '')
		.slice(0, mostLines)
		.map(line => sanitize(maskUrls(line.slice(0, longestLine))));
}
