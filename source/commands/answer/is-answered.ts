import type {Environment} from '../../core/text/environment.js';
import {readVersion} from '../../process/version.js';
import {createWriteOut} from '../../process/write-stream.js';
import {isAsciiOnly} from '../../terminal/capabilities.js';
import type {Output} from '../context.js';
import {answerTo} from './answers.js';

/**
Answers a command line whose answer is always the same: the version, and in the built program the help and the scripts of completion, for
which nothing else of the program has to be loaded. Says whether it did; where not, `dispatch` does, and tells what stood in the way.
*/
export async function isAnswered(argv: readonly string[], stdout: Output, environment: Environment): Promise<boolean> {
	const line = argv.join(' ');
	const text = line === '--version' || line === '-V' ? `${readVersion()}\n` : answerTo(line);
	if (text === undefined || isAsciiOnly(stdout, environment)) {
		return false;
	}

	const failure = await createWriteOut(stdout)(text);
	return failure === undefined || failure === 'EPIPE';
}
