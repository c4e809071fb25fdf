/** What a person did with the mouse, at a cell that is counted from the upper left one: a click, or a turn of the wheel, up or down. */
export type Pointed =
	| {readonly kind: 'click'; readonly column: number; readonly row: number}
	| {readonly kind: 'wheel'; readonly steps: 1 | -1; readonly column: number; readonly row: number};

/**
Reads a report of the mouse as xterm's SGR mode sends it: `<`, button, column and row, with `M` for a press and `m` for a release.
Modifiers are added to the button: Shift 4, Meta 8, Ctrl 16. `undefined` for what means nothing here: other buttons, releases,
movements, clicks with a modifier, and numbers that no screen has.
*/
export function readPointed(body: string, final: string): Pointed | undefined {
	const found = /^<(?<button>\d{1,3});(?<column>\d{1,5});(?<row>\d{1,5})$/v.exec(body)?.groups;
	if (found === undefined || final !== 'M') {
		return undefined;
	}

	const button = Number(found.button);
	const modifiers = Math.floor(button / 4) % 8;
	const at = {column: Number(found.column) - 1, row: Number(found.row) - 1};
	if (at.column < 0 || at.row < 0) {
		return undefined;
	}

	switch (button - (modifiers * 4)) {
		case 0: {
			return modifiers === 0 ? {kind: 'click', ...at} : undefined;
		}

		case 64: {
			return {kind: 'wheel', steps: -1, ...at};
		}

		case 65: {
			return {kind: 'wheel', steps: 1, ...at};
		}

		default: {
			return undefined;
		}
	}
}
