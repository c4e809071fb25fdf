import {overrideMethod} from './override-method.js';

/** Beginning of a control sequence (CSI), as source of a regular expression. */
const csi = String.raw`\u{1B}\[`;

/**
The pieces of a frame that matter for its compact form: styles (SGR), erasing to the end of a line (EL), runs of spaces,
runs of steps to the next line (CNL), and all other sequences and characters that move the cursor.
*/
// eslint-disable-next-line regexp/no-control-character -- The expression is there to find control sequences.
const pieces = new RegExp([
	String.raw`${csi}(?<styles>[\d;]*)m`,
	`(?<erase>${csi}0?K)`,
	'(?<blanks> {6,})',
	`(?<steps>(?:${csi}E)+)`,
	String.raw`[\n\r]`,
	`${csi}[^A-Za-z]*[A-Za-z]`,
].join('|'), 'gv');

const step = '\u{1B}[E';

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
Rewrites a frame in fewer bytes, with the same effect on the screen (ECMA-48). Steps to the next line become one sequence with
their count (CNL). Where the rest of the line was just erased, blanks are skipped (CUF) and not written.
Fewer than six blanks stay, since CUF would not be shorter.
*/
export function compactFrame(frame: string): string {
	let isErased = false;
	/** The ends of the styles that are on and show on a space. While there is one, blanks have to be written. */
	const openEnds = new Set<string>();
	return frame.replaceAll(pieces, (piece: string, ...rest: readonly unknown[]) => {
		const groups = rest.at(-1) as Readonly<Record<'styles' | 'erase' | 'blanks' | 'steps', string | undefined>>;
		const {styles, erase, blanks, steps} = groups;
		if (styles !== undefined) {
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

			return piece;
		}

		if (blanks !== undefined) {
			return isErased && openEnds.size === 0 ? `\u{1B}[${blanks.length}C` : piece;
		}

		// Erased cells take the background that is on, so that a line erased with one is not blank.
		isErased = erase !== undefined && openEnds.size === 0;
		return steps !== undefined && steps.length > step.length ? `\u{1B}[${steps.length / step.length}E` : piece;
	});
}

/** Makes a stream that writes every text to `stdout` in its compact form. */
export function withCompactOutput(stdout: NodeJS.WriteStream): NodeJS.WriteStream {
	return overrideMethod(stdout, 'write', write => (chunk, ...rest) => {
		const compact = typeof chunk === 'string' ? compactFrame(chunk) : chunk;
		return write(compact, ...rest);
	});
}
