import {describeSetting} from '../../core/text/duration.js';
import {maskTextAnd} from '../../core/json/mask.js';
import {Secret} from '../../core/text/secret.js';
import {withoutTokens} from '../../cli/environment.js';
import {sanitize} from '../../core/text/sanitize.js';
import {cellWidth, takeCells} from '../../core/text/measure.js';
import {quote} from '../../core/text/quote.js';
import {accept, refuse, type Parsed} from '../../core/text/parsed.js';
import {spawnCommand, type SpawnOptions} from '../../process/children/spawn.js';

/** Runs a token command, a program and its arguments, and gives its output, or a problem that does not contain the token. */
export type RunTokenCommand = (command: readonly string[], isAwaited: boolean) => Promise<Parsed<string>>;

/** In milliseconds. A password manager answers in less time, or waits for a person. */
export const tokenCommandLimit = 10_000;

/** Options for running a token command. Its environment gets no variable that may hold a token. */
type RunOptions = Omit<SpawnOptions, 'largestOutput' | 'input'>;

/** Limit of standard output, in bytes; far more than any token has. */
const largestOutput = 16_384;

/** In cells. */
const longestErrorText = 200;

/** Runs a token command without a shell, without standard input and in a process group of its own. It never rejects. */
export async function runTokenCommand(command: readonly string[], options: RunOptions): Promise<Parsed<string>> {
	const ending = await spawnCommand(command, {...options, environment: withoutTokens(options.environment), largestOutput});
	const [program = ''] = command;
	const name = quote(program);
	switch (ending.kind) {
		case 'not-started': {
			return refuse(describeFailure(name, ending.code));
		}

		case 'flooded': {
			return refuse(`${name} printed too much. It must print the token alone.`);
		}

		case 'hung': {
			return refuse(`${name} did not end within ${describeSetting(options.limit)}, and was stopped.${describeErrorText(ending)}`);
		}

		case 'ended': {
			const lines = ending.stdout.trim().split('\n');
			if (ending.code !== 0) {
				return refuse(`${name} ended with ${ending.code ?? ending.signal ?? 'an unknown code'}.${describeErrorText(ending)}`);
			}

			if (lines.length > 1) {
				return refuse(`${name} printed ${lines.length} lines. It must print the token alone.${describeErrorText(ending)}`);
			}

			return lines[0] === '' ? refuse(`${name} printed nothing. It must print the token.${describeErrorText(ending)}`) : accept(ending.stdout);
		}
	}
}

/** Gives the text of standard error on one line. The lines of standard output are masked in it, since one may be the token. */
function describeErrorText({stdout, stderr}: {readonly stdout: string; readonly stderr: string}): string {
	const secrets = stdout.split('\n').map(line => line.trim()).filter(line => line !== '').map(line => new Secret(line));
	const lines = maskTextAnd(secrets, stderr).split('\n').map(line => sanitize(line.trim())).filter(line => line !== '');
	const text = lines.join(' / ');
	const shown = cellWidth(text) > longestErrorText ? `${takeCells(text, longestErrorText - 1)}…` : text;
	return shown === '' ? '' : ` It said: ${shown}`;
}

function describeFailure(name: string, code: string): string {
	switch (code) {
		case 'ENOENT': {
			return `There is no program ${name}. Give its path, or put its folder into PATH.`;
		}

		case 'EACCES':
		case 'EPERM': {
			return `${name} is no program that this user may run.`;
		}

		default: {
			return `${name} cannot be run (${code}).`;
		}
	}
}
