import {render} from 'ink';
import {readKeys} from '../terminal/keys/read-keys.js';
import {mouseOn} from '../terminal/mouse.js';
import {ownModes, resetScreen} from '../terminal/screen-modes.js';
import {writeAtOnce, writeSizesAtOnce} from '../terminal/write-at-once.js';
import {App} from './app.js';
import {ErrorBoundary} from './components/error-boundary.js';
import {SessionProvider} from './components/session.js';
import {createSession, type SessionParts} from './create-session.js';

/** The streams of the terminal. */
export type ScreenStreams = {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
};

/** The mounted screen. */
export type Screen = {
	/** Resolves when the terminal was restored; rejects with an error that Ink itself threw. */
	readonly ended: Promise<unknown>;
	readonly end: () => void;
	/** Takes the terminal's modes and its screen anew, whatever another program did to them, and draws the picture again. */
	readonly redraw: () => void;
	/**
	Takes the terminal's settings anew as well. For a moment they are those of a shell, in which a `Ctrl+C` in a pasted text would end the
	program, so that this is done only where a person asks for it.
	*/
	readonly retake: () => void;
};

/** Draws the monitor on the alternate screen of the terminal. `crashed` is called with the error of a component that threw one. */
export function mountScreen(parts: SessionParts, {stdin, stdout}: ScreenStreams, crashed: (error: unknown) => void): Screen {
	const session = createSession(parts);
	const keys = readKeys(stdin, session);
	const tree = () => <ErrorBoundary crashed={crashed}><SessionProvider value={session}><App/></SessionProvider></ErrorBoundary>;
	const writeSizesApart = writeSizesAtOnce(stdout);
	const {waitUntilExit, unmount, clear, rerender} = render(tree(), {
		stdin: keys.stdin,
		stdout,
		alternateScreen: true,
		incrementalRendering: true,
		// The effect of a key is drawn at once. Frames need no limit, since the screen has no animation.
		maxFps: 1000,
		exitOnCtrlC: false,
		patchConsole: false,
		// By default Ink draws no screen if `CI` is set in the environment. The caller has checked that the streams are terminals.
		interactive: true,
		// `INK_SCREEN_READER`, which is meant for programs that have an output for screen readers, would take the layout away.
		isScreenReaderEnabled: false,
	});
	const redraw = () => {
		writeAtOnce(stdout, () => {
			clear();
			stdout.write(`${ownModes}${parts.hasMouse === true ? mouseOn : ''}${resetScreen}`);
			rerender(tree());
		});
	};

	return {
		ended: waitUntilExit(),
		end() {
			writeSizesApart();
			keys.close();
			unmount();
		},
		redraw,
		retake() {
			// Node sets only what it believes to be otherwise, which another program may have changed.
			stdin.setRawMode(false);
			stdin.setRawMode(true);
			redraw();
		},
	};
}
