import type {Environment} from '../../core/text/environment.js';
import type {WatchMemory} from '../../polling/memory/watch-memory.js';
import type {Watcher} from '../../polling/watcher.js';
import type {Guardian} from '../../terminal/guardian/start.js';
import type {Mouse} from '../../terminal/mouse.js';
import {noteTerminal} from '../../terminal/note-terminal.js';
import {askForSize, stopJob} from '../../terminal/process-events.js';
import {stopReading} from '../../terminal/stop-reading.js';
import {createSuspension, type Suspension} from '../../terminal/suspend.js';
import type {Announcer} from '../announcer.js';
import {createCommandRunner, type CommandRunner} from './run-command.js';

export type LendingPorts = {
	readonly stdin: NodeJS.ReadStream;
	readonly write: (text: string) => void;
	readonly mouse: Mouse;
	readonly announcer: Pick<Announcer, 'pause' | 'resume'>;
	readonly guardian: Pick<Guardian, 'tell'>;
	readonly memory: Pick<WatchMemory, 'release'> | undefined;
	readonly pollers: Watcher['pollers'];
	/** Environment of the programs that commands of one's own start, without secrets. */
	readonly environment: Environment;
};

/** Lends the terminal to the shell, and to programs that commands of one's own start. */
export type Lending = {readonly suspension: Suspension; readonly programs: CommandRunner};

/** Makes what lends the terminal: whoever has changed it gives it back before, and takes it again afterwards. */
export function createLending({stdin, write, mouse, announcer, guardian, memory, pollers, environment}: LendingPorts): Lending {
	const suspension = createSuspension({
		lending() {
			mouse.giveBack();
			announcer.pause();
			memory?.release();
		},
		async stop() {
			guardian.tell('lent');
			await stopJob();
		},
		async returning() {
			await askForSize();
			guardian.tell('taken');
		},
		returned() {
			mouse.take();
			announcer.resume();
			for (const poller of pollers.values()) {
				poller.pollNow();
			}
		},
	});
	const programs = createCommandRunner({
		environment,
		lend: async work => suspension.lendTo(async () => {
			guardian.tell('lent');
			await stopReading(stdin);
			const giveBack = noteTerminal(write);
			await work();
			giveBack();
		}),
	});
	return {suspension, programs};
}
