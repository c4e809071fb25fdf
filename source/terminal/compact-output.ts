import {overrideMethod} from './override-method.js';

/** What control sequences begin with (CSI), as an expression. */
const begin = String.raw`\u{1B}\[`;

/** What a frame is made of, as far as it can be told in fewer bytes: styles, erasing to the end of a line, runs of spaces and of steps to the next line, and whatever else moves the cursor. */
// eslint-disable-next-line regexp/no-control-character -- Control sequences are what this is about.
const pieces = new RegExp(String.raw`${begin}(?<styles>[\d;]*)m|(?<erase>${begin}0?K)|(?<blanks> {6,})|(?<steps>(?:${begin}E)+)|[\n\r]|${begin}[^A-Za-z]*[A-Za-z]`, 'gv');

const step = '\u{1B}[E';

/** Styles that show on a space too (underlined, inverse, struck, a background), each with what ends it (ECMA-48, SGR). */
function endOf(style: string): string | undefined {
	if (['4', '7', '9'].includes(style)) {
		return `2${style}`;
	}

	return /^(?:4[0-8]|10[0-7])$/v.test(style) ? '49' : undefined;
}

/**
Says what a frame says in fewer bytes (ECMA-48): steps to the next line are counted (CNL), and where the line was just erased, blanks are skipped instead of written (CUF). A text of fewer than six blanks would not become shorter.
*/
export function compactFrame(frame: string): string {
	let isErased = false;
	/** What would end the styles that show on a space. */
	const painted = new Set<string>();
	return frame.replaceAll(pieces, (piece: string, ...rest: readonly unknown[]) => {
		const {styles, erase, blanks, steps} = rest.at(-1) as Readonly<Record<'styles' | 'erase' | 'blanks' | 'steps', string | undefined>>;
		if (styles !== undefined) {
			for (const style of styles.split(';')) {
				const end = endOf(style);
				if (end !== undefined) {
					painted.add(end);
				} else if (style === '' || style === '0') {
					painted.clear();
				} else {
					painted.delete(style);
				}
			}

			return piece;
		}

		if (blanks !== undefined) {
			return isErased && painted.size === 0 ? `\u{1B}[${blanks.length}C` : piece;
		}

		// What is erased takes the background in force.
		isErased = erase !== undefined && painted.size === 0;
		return steps !== undefined && steps.length > step.length ? `\u{1B}[${steps.length / step.length}E` : piece;
	});
}

/** A terminal's output that is told every text in fewer bytes. */
export function withCompactOutput(stdout: NodeJS.WriteStream): NodeJS.WriteStream {
	return overrideMethod(stdout, 'write', write => (chunk, ...rest) => write(typeof chunk === 'string' ? compactFrame(chunk) : chunk, ...rest));
}
