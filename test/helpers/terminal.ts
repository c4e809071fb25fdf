import xterm from '@xterm/headless';
import graphemes from '@xterm/addon-unicode-graphemes';

/**
Open an emulator that measures text by graphemes, as Ink does and as newer terminals do.

The other add-on, Unicode 11, measures by code point. The two agree on all that belongs in a column.
*/
export function openTerminal(columns: number, rows: number): xterm.Terminal {
	const terminal = new xterm.Terminal({
		cols: columns,
		rows,
		allowProposedApi: true,
		windowOptions: {pushTitle: true, popTitle: true},
	});
	terminal.loadAddon(new graphemes.UnicodeGraphemesAddon());
	return terminal;
}

/** The visible rows, without the blanks at their ends. */
export function readLines(terminal: xterm.Terminal): readonly string[] {
	const {active} = terminal.buffer;
	return Array.from({length: terminal.rows}, (_, row) => active.getLine(active.baseY + row)?.translateToString(true).trimEnd() ?? '');
}

/** The visible rows as one text, without the empty ones at the end. */
export function readText(terminal: xterm.Terminal): string {
	return readLines(terminal).join('\n').trimEnd();
}
