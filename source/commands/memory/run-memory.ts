import type {MemoryOptions} from '../../config/settings/memory.js';
import type {ExitCode} from '../../process/exit-code.js';
import {createWriteOut} from '../../process/write-stream.js';
import {maskText} from '../../core/json/mask.js';
import {encodeFor, type MemoryContext, type TextIo} from '../context.js';
import {runStoppable} from '../run-stoppable.js';
import {runEvents} from './events.js';
import {runReport} from './report.js';

/** Runs a command that tells what the memory holds. */
export async function runMemory(options: MemoryOptions, io: TextIo & Pick<MemoryContext, 'history' | 'now'>): Promise<ExitCode> {
	const writeError = createWriteOut(io.stderr, encodeFor(io.stderr, io.environment));
	const context = {
		...io,
		write: createWriteOut(io.stdout),
		encode: encodeFor(io.stdout, io.environment),
		async say(words: string) {
			await writeError(`ryzetop: ${maskText(words)}\n`);
		},
	};
	return runStoppable(io.stdout, async signal => {
		switch (options.command) {
			case 'events': {
				return runEvents(options, {...context, signal});
			}

			case 'report': {
				return runReport(options, {...context, signal});
			}
		}
	});
}
