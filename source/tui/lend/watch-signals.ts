import {endSignals, exitCodeOf} from '../../process/exit-code.js';
import {stopJob, watchProcess, type Watched} from '../../terminal/process-events.js';
import type {End} from '../leave.js';
import type {Lending} from './lend-terminal.js';

/**
Ends or suspends the monitor by signals, faults and the loss of the terminal, until the returned function is called. What the keys of a
program send that has the terminal is meant for that program.
*/
export function watchSignals({suspension, programs}: Lending, {end, fail}: End, streams: Omit<Watched<string>, 'endSignals'>): () => void {
	return watchProcess({
		end(signal) {
			if (signal !== 'SIGINT' || !programs.hasTerminal()) {
				end({code: exitCodeOf(signal)});
			}
		},
		crashed: fail,
		hungUp() {
			end({code: exitCodeOf('SIGHUP'), isTerminalGone: true});
		},
		stopped() {
			if (programs.hasTerminal()) {
				void stopJob();
			} else {
				suspension.suspend();
			}
		},
		continued: suspension.retake,
	}, {...streams, endSignals});
}
