import {segmentGraphemes} from '../../source/core/text/graphemes.js';
import {cellWidth} from '../../source/core/text/measure.js';
import {tokenize, type Token} from './sequences.js';

/** A terminal that knows only what mosh, Emacs' `term`, the Linux console, GNU screen, tmux and xterm draw alike. */
export type PlainTerminal = {
	/** Throws at a sequence that one of them would draw otherwise. */
	readonly write: (output: string) => void;
	/** Every row as its characters with their styles; a blank has only those that show on it. */
	readonly rows: () => readonly string[];
	readonly cursor: () => {readonly row: number; readonly column: number};
};

/** Styles that all know, or that those ignore which do not: bold, dim, underline, inverse, strike, their ends, the colours, and grey. */
const styles = /^(?:[012479]|22|24|27|29|3[0-79]|4[0-79]|90)?$/v;

/** Modes and reports that the terminals which do not know them ignore: alternate screen, cursor, autowrap, origin, pastes, frames. */
const ignoredModes: ReadonlySet<string> = new Set(['?1049', '?25', '?7', '?6', '?2004', '?2026']);

const moves = /^[A-DHJK]$/v;

/** Says why a piece of output is not drawn alike everywhere; `undefined` where it is. Titles are for terminals that take them. */
export function findForeign(token: Token, takesTitle: boolean): string | undefined {
	switch (token.kind) {
		case 'text': {
			return undefined;
		}

		case 'control': {
			return ['\r', '\n', '\u{F}', '\u{7}'].includes(token.text) ? undefined : `control character ${JSON.stringify(token.text)}`;
		}

		case 'csi': {
			return isPortable(token, takesTitle) ? undefined : `CSI ${token.parameters} ${token.final}`;
		}

		case 'osc': {
			return takesTitle && token.command === '2' ? undefined : `OSC ${token.command}`;
		}

		case 'string':
		case 'escape':
		case 'broken': {
			return `${token.kind} ${JSON.stringify(token.text)}`;
		}
	}
}

function isPortable({parameters, final}: Extract<Token, {kind: 'csi'}>, takesTitle: boolean): boolean {
	if (final === 'm') {
		return parameters.split(';').every(style => styles.test(style));
	}

	if (final === 'h' || final === 'l') {
		return ignoredModes.has(parameters) || (parameters === '4' && final === 'l');
	}

	if (final === 't') {
		return takesTitle && ['22;2', '23;2'].includes(parameters);
	}

	return moves.test(final) ? /^[\d;]*$/v.test(parameters) : final === 'r' && parameters === '';
}

/** Makes a terminal of that size, full of `x`, with its cursor somewhere. */
export function createPlainTerminal(columns: number, rows: number, from: {readonly row: number; readonly column: number}): PlainTerminal {
	const blank = ' ';
	const cells = Array.from({length: rows}, () => Array.from({length: columns}, () => 'x'));
	let {row, column} = from;
	// The last column was written, and the next character wraps.
	let isWrapDue = false;
	let active = new Set<string>();

	const clear = (atRow: number, first: number, last: number) => {
		for (let index = first; index <= last; index++) {
			const line = cells[atRow];
			if (line !== undefined) {
				line[index] = active.has('7') ? '[7]' + blank : blank;
			}
		}
	};

	const feed = () => {
		if (row < rows - 1) {
			row += 1;
			return;
		}

		cells.shift();
		cells.push(Array.from({length: columns}, () => blank));
	};

	const print = (text: string) => {
		for (const {segment} of segmentGraphemes(text)) {
			const width = cellWidth(segment);
			if (isWrapDue || column + width > columns) {
				column = 0;
				feed();
			}

			const line = cells[row] ?? [];
			line[column] = styledCell(segment, active);
			if (width === 2) {
				line[column + 1] = '';
			}

			isWrapDue = column + width >= columns;
			column = Math.min(columns - 1, column + width);
		}
	};

	const obey = ({parameters, final}: Extract<Token, {kind: 'csi'}>) => {
		const [first = 0, second = 0] = parameters.split(';').map(Number);
		if (final === 'm') {
			for (const style of parameters.split(';')) {
				active = follow(active, style);
			}

			return;
		}

		isWrapDue &&= 'hl'.includes(final);
		switch (final) {
			case 'A': {
				row = Math.max(0, row - Math.max(1, first));
				break;
			}

			case 'B': {
				row = Math.min(rows - 1, row + Math.max(1, first));
				break;
			}

			case 'C': {
				column = Math.min(columns - 1, column + Math.max(1, first));
				break;
			}

			case 'D': {
				column = Math.max(0, column - Math.max(1, first));
				break;
			}

			case 'H': {
				row = Math.min(rows, Math.max(1, first)) - 1;
				column = Math.min(columns, Math.max(1, second)) - 1;
				break;
			}

			case 'J': {
				for (let index = first === 0 ? row + 1 : 0; index < rows; index++) {
					clear(index, 0, columns - 1);
				}

				clear(row, first === 0 ? column : 0, columns - 1);
				break;
			}

			case 'K': {
				clear(row, first === 0 ? column : 0, columns - 1);
				break;
			}

			case 'r': {
				[row, column] = [0, 0];
				break;
			}

			default: {
				break;
			}
		}
	};

	return {
		write(output) {
			for (const token of tokenize(output)) {
				const foreign = findForeign(token, false);
				if (foreign !== undefined) {
					throw new Error(`Not every terminal draws ${foreign} alike.`);
				}

				if (token.kind === 'text') {
					print(token.text);
				} else if (token.kind === 'csi') {
					obey(token);
				} else if (token.text === '\r') {
					column = 0;
					isWrapDue = false;
				} else if (token.text === '\n') {
					isWrapDue = false;
					feed();
				}
			}
		},
		rows: () => cells.map(line => line.join('')),
		cursor: () => ({row, column}),
	};
}

/** The styles that are on after an SGR parameter. */
function follow(active: ReadonlySet<string>, style: string): Set<string> {
	const next = new Set(active);
	if (style === '' || style === '0') {
		next.clear();
	} else if (/^2\d$/v.test(style)) {
		next.delete(style === '22' ? '1' : style.slice(1));
		next.delete(style === '22' ? '2' : '');
	} else {
		for (const former of next) {
			if (/^(?:3\d|90)$/v.test(style) && /^(?:3\d|90)$/v.test(former)) {
				next.delete(former);
			}
		}

		if (style !== '39') {
			next.add(style);
		}
	}

	return next;
}

function styledCell(text: string, active: ReadonlySet<string>): string {
	const shown = [...active].filter(style => text !== ' ' || ['4', '7', '9'].includes(style)).toSorted();
	return shown.length === 0 ? text : `[${shown.join(';')}]${text}`;
}
