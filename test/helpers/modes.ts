import type {Terminal} from '@xterm/headless';

/** The modes of a terminal that a program can leave changed for the next one. */
export type Modes = {
	readonly alternateScreen: boolean;
	readonly cursorVisible: boolean;
	readonly bracketedPaste: boolean;
	readonly mouseTracking: 'none' | 'x10' | 'vt200' | 'drag' | 'any';
	readonly applicationCursorKeys: boolean;
	readonly applicationKeypad: boolean;
	readonly focusReports: boolean;
	readonly synchronizedOutput: boolean;
	readonly autoWrap: boolean;
	/** The number of entries on the stack of the kitty keyboard protocol. */
	readonly keyboardLevels: number;
};

/** The modes of a terminal no program has touched. */
export const untouchedModes: Modes = {
	alternateScreen: false,
	cursorVisible: true,
	bracketedPaste: false,
	mouseTracking: 'none',
	applicationCursorKeys: false,
	applicationKeypad: false,
	focusReports: false,
	synchronizedOutput: false,
	autoWrap: true,
	keyboardLevels: 0,
};

// DECTCEM, the private mode that shows and hides the cursor.
const cursorMode = 25;

/**
Follow the modes of a terminal, from before the program writes its first byte.

The emulator keeps most of them itself. The cursor's visibility it does not tell, and the kitty protocol it does not know, so their
sequences are listened to and handed on.
*/
export function watchModes(terminal: Terminal): () => Modes {
	let isCursorVisible = true;
	let keyboardLevels = 0;
	const show = (isShown: boolean) => (parameters: ReadonlyArray<number | number[]>) => {
		isCursorVisible = parameters.flat().includes(cursorMode) ? isShown : isCursorVisible;
		return false;
	};

	const reset = () => {
		isCursorVisible = true;
		keyboardLevels = 0;
		return false;
	};

	const {parser} = terminal;
	parser.registerCsiHandler({prefix: '?', final: 'h'}, show(true));
	parser.registerCsiHandler({prefix: '?', final: 'l'}, show(false));
	parser.registerCsiHandler({intermediates: '!', final: 'p'}, reset);
	parser.registerEscHandler({final: 'c'}, reset);
	parser.registerCsiHandler({prefix: '>', final: 'u'}, () => {
		keyboardLevels++;
		return false;
	});
	parser.registerCsiHandler({prefix: '<', final: 'u'}, parameters => {
		const [count = 0] = parameters.flat();
		keyboardLevels = Math.max(0, keyboardLevels - Math.max(1, count));
		return false;
	});

	return () => ({
		alternateScreen: terminal.buffer.active.type === 'alternate',
		cursorVisible: isCursorVisible,
		bracketedPaste: terminal.modes.bracketedPasteMode,
		mouseTracking: terminal.modes.mouseTrackingMode,
		applicationCursorKeys: terminal.modes.applicationCursorKeysMode,
		applicationKeypad: terminal.modes.applicationKeypadMode,
		focusReports: terminal.modes.sendFocusMode,
		synchronizedOutput: terminal.modes.synchronizedOutputMode,
		autoWrap: terminal.modes.wraparoundMode,
		keyboardLevels,
	});
}
