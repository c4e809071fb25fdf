import {render} from 'ink';
import {App} from './app.js';
import {ErrorBoundary} from './components/error-boundary.js';
import {SessionProvider, type Session} from './components/session.js';

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

const eraseAll = '\u{1B}[H\u{1B}[2J';

/** Takes the terminal and draws the monitor on its alternate screen; `crashed` is told what a component threw. */
export function mountScreen(session: Session, {stdin, stdout}: ScreenStreams, crashed: (error: unknown) => void): Screen {
	const tree = () => <ErrorBoundary crashed={crashed}><SessionProvider value={session}><App/></SessionProvider></ErrorBoundary>;
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
	return {
		ended: waitUntilExit(),
		end: unmount,
		redraw() {
			clear();
			stdout.write(eraseAll);
			rerender(tree());
		},
	};
}
