import {describeSetting} from '../../core/text/duration.js';
import {maskKnown, Secret} from '../../core/text/secret.js';
import {maskUrls} from '../../core/text/mask-urls.js';
import {sanitize} from '../../core/text/sanitize.js';
import {cellWidth, takeCells} from '../../core/text/measure.js';
import {quote} from '../../core/text/quote.js';
import {accept, refuse, type Parsed} from '../../core/text/parsed.js';
import {spawnCommand, type SpawnOptions} from './spawn.js';

/** Runs a token command, a program and its arguments, and gives what it printed, or what is wrong with that in sentences without the token. */
export type RunTokenCommand = (command: readonly string[], isAwaited: boolean) => Promise<Parsed<string>>;

/** A password manager answers in less, or waits for a person; in milliseconds. */
export const tokenCommandLimit = 10_000;

/** In cells. */
const longestSaying = 200;

/** Runs a token command without a shell, without standard input and in a process group of its own. Never rejects. */
export async function runTokenCommand(command: readonly string[], setting: SpawnOptions): Promise<Parsed<string>> {
	const ending = await spawnCommand(command, setting);
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
			return refuse(`${name} did not end within ${describeSetting(setting.limit)}, and was stopped.${describeSaying(ending)}`);
		}

		case 'ended': {
			const lines = ending.out.trim().split('\n');
			if (ending.code !== 0) {
				return refuse(`${name} ended with ${ending.code ?? ending.signal ?? 'an unknown code'}.${describeSaying(ending)}`);
			}

			if (lines.length > 1) {
				return refuse(`${name} printed ${lines.length} lines. It must print the token alone.${describeSaying(ending)}`);
			}

			return lines[0] === '' ? refuse(`${name} printed nothing. It must print the token.${describeSaying(ending)}`) : accept(ending.out);
		}
	}
}

/** What the command said on standard error, on one line, without what it printed: that may be the token. */
function describeSaying({out, said}: {readonly out: string; readonly said: string}): string {
	const printed = out.split('\n').map(line => line.trim()).filter(line => line !== '').map(line => new Secret(line));
	const lines = maskUrls(maskKnown(said, printed)).split('\n').map(line => sanitize(line.trim())).filter(line => line !== '');
	const text = lines.join(' / ');
	const shown = cellWidth(text) > longestSaying ? `${takeCells(text, longestSaying - 1)}…` : text;
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
