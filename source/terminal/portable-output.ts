import {overrideMethod} from './override-method.js';
import {resetScreen} from './screen-modes.js';

/** Beginning of a control sequence (CSI), as source of a regular expression. */
const csi = String.raw`\u{1B}\[`;

/** The styles that do not show on a space, such as the colour of the text, one in a sequence (SGR). Most sequences of a frame are such. */
const unseen = `${csi}(?:[1-35]|2[1-35]|3[0-79]|9[0-7])m`;

/**
The pieces of a frame that are rewritten or decide how others are: the start of the alternate screen, styles (SGR), erasing to the
end of a line (EL), runs of spaces, line feeds, runs of moves to a line or a column (CNL, CHA, CR), and all other sequences. What shows on
no space is none of them.
*/
// eslint-disable-next-line regexp/no-control-character -- The expression is there to find control sequences.
const pieces = new RegExp(`(?!${unseen})(?:${[
	String.raw`(?<enter>${csi}\?1049h)`,
	String.raw`${csi}(?<styles>[\d;]*)m`,
	`(?<erase>${csi}0?K)`,
	'(?<blanks> {6,})',
	String.raw`(?<feed>\r?\n)`,
	String.raw`(?<moves>(?:\r(?!\n)|${csi}\d*[EG])+)`,
	`${csi}[^A-Za-z]*[A-Za-z]`,
].join('|')})`, 'gv');

type Piece = Readonly<Record<'enter' | 'styles' | 'erase' | 'blanks' | 'feed' | 'moves', string | undefined>>;

/**
The style that ends the given one (ECMA-48, SGR), for the styles that show on a space too: underlined, inverse, crossed out,
a background. `undefined` for all other styles.
*/
function endOf(style: string): string | undefined {
	if (['4', '7', '9'].includes(style)) {
		return `2${style}`;
	}

	return /^(?:4[0-8]|10[0-7])$/v.test(style) ? '49' : undefined;
}

/**
Rewrites a frame in sequences that every terminal since the VT100 knows, and in fewer bytes, with the same effect on the screen.

Ink moves by CNL and CHA, which mosh and Emacs' `term` do not know, or which came after the VT100: CR, CUD and CUF say the same. CUD stops
at the last line as CNL does. A line feed gets its CR, since a program may have switched off that the terminal adds it. Where the rest of
the line was just erased, blanks are skipped (CUF) and not written; fewer than six stay, since CUF would not be shorter.

Ink begins its frame where the cursor is, which the alternate screen takes over from the other one: it is sent home first.
*/
export function portableFrame(frame: string): string {
	let isErased = false;
	/** Where the last line feed ended: the cursor is in the first column there. */
	let fedAt = -1;
	/** The ends of the styles that are on and show on a space. While there is one, blanks have to be written. */
	const openEnds = new Set<string>();
	return frame.replaceAll(pieces, (piece: string, ...rest: readonly unknown[]) => {
		const {enter, styles, erase, blanks, feed, moves} = rest.at(-1) as Piece;
		if (styles !== undefined) {
			followStyles(styles, openEnds);
			return piece;
		}

		if (blanks !== undefined) {
			return isErased && openEnds.size === 0 ? `\u{1B}[${blanks.length}C` : piece;
		}

		// Erased cells take the background that is on, so that a line erased with one is not blank.
		isErased = erase !== undefined && openEnds.size === 0;
		const at = Number(rest.at(-3));
		if (feed !== undefined) {
			fedAt = at + piece.length;
			return '\r\n';
		}

		if (moves !== undefined) {
			return writeMoves(moves, fedAt === at);
		}

		return enter === undefined ? piece : `${enter}${resetScreen}`;
	});
}

/** Adds and removes the ends of styles as the parameters of an SGR sequence switch the styles on and off. */
function followStyles(styles: string, openEnds: Set<string>): void {
	for (const style of styles.split(';')) {
		const end = endOf(style);
		if (end !== undefined) {
			openEnds.add(end);
		} else if (style === '' || style === '0') {
			openEnds.clear();
		} else {
			openEnds.delete(style);
		}
	}
}

/** Writes a run of CR, CNL and CHA as one CR, one CUD and one CUF, those of them that are needed. */
function writeMoves(moves: string, isAtLeft: boolean): string {
	let down = 0;
	let right = 0;
	for (const {groups} of moves.matchAll(/(?<!\d)(?<count>\d*)(?<kind>[\rEG])/gv)) {
		// A count that is left out, or 0, is 1.
		const count = Math.max(1, Number(groups?.count ?? ''));
		down += groups?.kind === 'E' ? count : 0;
		right = groups?.kind === 'G' ? count - 1 : 0;
	}

	return `${isAtLeft ? '' : '\r'}${move(down, 'B')}${move(right, 'C')}`;
}

function move(count: number, final: 'B' | 'C'): string {
	return count === 0 ? '' : `\u{1B}[${count === 1 ? '' : count}${final}`;
}

/** Makes a stream that writes every text to `stdout` in its portable form. */
export function withPortableOutput(stdout: NodeJS.WriteStream): NodeJS.WriteStream {
	return overrideMethod(stdout, 'write', write => (chunk, ...rest) => {
		const portable = typeof chunk === 'string' ? portableFrame(chunk) : chunk;
		return write(portable, ...rest);
	});
}
