/** Code points from the first to the last. */
export type CodeRange = {readonly first: number; readonly last: number};

/** Number of code points that there are. */
const end = 0x11_00_00;

/** All code points that `has` holds for, as ranges in ascending order. */
export function findRanges(has: (code: number) => boolean): readonly CodeRange[] {
	const ranges: CodeRange[] = [];
	let first: number | undefined;
	for (let code = 0; code <= end; code++) {
		const isIn = code < end && has(code);
		if (isIn) {
			first ??= code;
		} else if (first !== undefined) {
			ranges.push({first, last: code - 1});
			first = undefined;
		}
	}

	return ranges;
}

/** Writes ranges as the inside of a character class, in lines of at most `width` characters. */
export function writeClass(ranges: readonly CodeRange[], width: number): readonly string[] {
	const lines: string[] = [];
	let line = '';
	for (const {first, last} of ranges) {
		const text = `${escape(first)}${last > first + 1 ? '-' : ''}${last > first ? escape(last) : ''}`;
		if (line.length + text.length > width) {
			lines.push(line);
			line = '';
		}

		line += text;
	}

	return line === '' ? lines : [...lines, line];
}

function escape(code: number): string {
	return String.raw`\u{${code.toString(16).toUpperCase()}}`;
}
