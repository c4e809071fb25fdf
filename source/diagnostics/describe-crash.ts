import type {BoundCommand} from '../core/keymap/bindings.js';
import {maskTextAnd} from '../core/json/mask.js';
import type {Secret} from '../core/text/secret.js';
import {sanitize} from '../core/text/sanitize.js';
import {takeCells} from '../core/text/measure.js';

/** State of the program at the time when a fault ended it. */
export type Crash = {
	readonly error: unknown;
	readonly at: number;
	readonly startedAt: number;
	readonly version: string;
	readonly node: string;
	readonly platform: string;
	/** The value of `TERM`. */
	readonly terminal: string;
	readonly columns: number;
	readonly rows: number;
	/** How many accounts were watched. Their names are left out, as those of instances are. */
	readonly accounts?: number;
	readonly polls: {readonly made: number; readonly failed: number};
	readonly instances: number;
	/** The last commands, the latest last. Texts that were typed into a prompt are not among them. */
	readonly commands: ReadonlyArray<{readonly at: number; readonly id: BoundCommand}>;
	/** The secrets to mask in the report. */
	readonly secrets: readonly Secret[];
};

/** In cells. A longer message would wrap on the terminal, where it stands in a line with other text. */
const longestMessage = 120;

/** In UTF-16 code units. The lines of the program's own stacks are shorter; a longer line is data inside a message. */
const longestLine = 500;
const mostLines = 60;

/** In UTF-16 code units. A text that is cut here could end in a part of a secret, but that is far beyond the lines that are kept. */
const longestText = 200_000;

/** The longest chain of errors that is described: an error can have a cause, and that cause another. */
const mostCauses = 5;

/** Describes a thrown value in one safe line, with the secrets masked. */
export function describeFault(error: unknown, secrets: readonly Secret[]): string {
	const [line = ''] = redact(nameError(error), secrets);
	const short = takeCells(line, longestMessage);
	return short === line ? line : `${short}…`;
}

/**
Writes the report of a crash: version, machine and terminal, the counts of polls and instances, the last commands,
and the errors with their stacks. The environment, the data of instances and typed texts are left out.
*/
export function describeCrash(crash: Crash): string {
	const {at, startedAt, error, secrets} = crash;
	const errors = withCauses(error);
	const lines = [
		'ryzetop ended because of a fault in itself. There is no secret in this report: no token, no environment, nothing that was typed.',
		'',
		`version   ${crash.version}`,
		`node      ${crash.node} on ${crash.platform}`,
		`terminal  ${crash.terminal}, ${crash.columns}x${crash.rows}`,
		`time      ${new Date(at).toISOString()}, ${Math.round((at - startedAt) / 1000)}s after the start`,
		`polls     ${crash.polls.made}, of which ${crash.polls.failed} failed; ${crash.instances} instances${crash.accounts === undefined || crash.accounts < 2 ? '' : ` of ${crash.accounts} accounts`}`,
		`commands  ${describeCommands(crash)}`,
		...errors.flatMap((each, index) => ['', index === 0 ? 'thrown' : 'caused by', ...describeError(each, secrets)]),
	];
	return `${lines.map(line => sanitize(line)).join('\n')}\n`;
}

function describeCommands({commands, at}: Crash): string {
	return commands.length === 0
		? 'none'
		: commands.map(({id, at: ranAt}) => `${id} (${((at - ranAt) / 1000).toFixed(1)}s before)`).join(', ');
}

/** V8's stacks begin with the name and the message of the error; both are added to a stack without them. */
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

/** Masks the secrets first: after the text is split, cut or sanitised, a secret in it might no longer be found. */
function redact(text: string, secrets: readonly Secret[]): readonly string[] {
	return maskTextAnd(secrets, text.slice(0, longestText))
		.split('\n')
		.filter(line => line.trim() !== '')
		.slice(0, mostLines)
		.map(line => sanitize(line.slice(0, longestLine)));
}
