import {sizeOf, withSize} from './capabilities.js';
import {claimScreen, type OutputStreams} from './claim-screen.js';
import {withFunctionKeys} from './function-keys.js';
import {withPortableOutput} from './portable-output.js';

export type TerminalStreams = OutputStreams & {readonly stdin: NodeJS.ReadStream};

/** The terminal as the monitor uses it, which is the only one to write there until it is released. */
export type OpenTerminal = Disposable & {
	/** The streams for the picture and its keys. */
	readonly screen: {readonly stdin: NodeJS.ReadStream; readonly stdout: NodeJS.WriteStream};
	/** Writes something beside the picture, such as the title. */
	readonly write: (text: string) => void;
	readonly size: () => ReturnType<typeof sizeOf>;
	readonly release: () => void;
};

/** Opens the terminal. What others write to it meanwhile is handed to `report`. */
export function openTerminal({stdin, stdout, stderr}: TerminalStreams, report: (text: string) => void): OpenTerminal {
	const claimed = claimScreen({stdout, stderr}, report);
	return {
		screen: {stdin: withFunctionKeys(stdin), stdout: withPortableOutput(withSize(claimed.stdout))},
		write(text) {
			claimed.stdout.write(text);
		},
		size: () => sizeOf(stdout),
		release: claimed.release,
		[Symbol.dispose]: claimed.release,
	};
}
