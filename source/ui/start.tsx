import {render} from 'ink';
import {App} from './app.js';
import {CrashGuard} from './crash-guard.js';
import {SessionProvider, type Session} from './session.js';

/** The streams of the terminal. */
export type ScreenStreams = {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
};

/** The screen, once it stands. */
export type Screen = {
	/** Resolves when the terminal has been given back; rejects with what Ink itself threw. */
	readonly ended: Promise<unknown>;
	readonly end: () => void;
	readonly redraw: () => void;
};

/** So long after the last change of the size everything is drawn anew, in milliseconds. */
const calmAfter = 100;

const eraseAll = '\u{1B}[H\u{1B}[2J';

/** Takes the terminal and draws the monitor on its alternate screen; `crashed` is told what a component threw. */
export function startScreen(session: Session, {stdin, stdout}: ScreenStreams, crashed: (error: unknown) => void): Screen {
	const tree = () => <CrashGuard crashed={crashed}><SessionProvider value={session}><App/></SessionProvider></CrashGuard>;
	const {waitUntilExit, unmount, clear, rerender} = render(tree(), {
		stdin,
		stdout,
		alternateScreen: true,
		incrementalRendering: true,
		// A key is drawn at once; frames need no other limit, since nothing moves by itself.
		maxFps: 1000,
		exitOnCtrlC: false,
		patchConsole: false,
		// Ink takes any `CI` in the environment for "no screen"; whoever comes here has looked at the streams.
		interactive: true,
	});
	const redraw = () => {
		clear();
		stdout.write(eraseAll);
		rerender(tree());
	};

	// A frame that was on its way while the size changed has left its traces where later frames, which write only what differs, do not see them.
	let calm: NodeJS.Timeout | undefined;
	const resized = () => {
		clearTimeout(calm);
		calm = setTimeout(redraw, calmAfter);
	};

	stdout.on('resize', resized);
	return {
		ended: waitUntilExit(),
		end() {
			clearTimeout(calm);
			stdout.off('resize', resized);
			unmount();
		},
		redraw,
	};
}
