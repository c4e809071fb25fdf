/** The markers that terminals put around a paste once they were asked to (DEC private mode 2004). */
export const startMarker = '\u{1B}[200~';

// eslint-disable-next-line regexp/no-control-character -- The expression is there to find control sequences.
const endMarker = /(?:\u{1B}\[|\u{9B})201~/v;
// eslint-disable-next-line regexp/no-control-character -- The expression is there to find control sequences.
const anyMarker = /(?:\u{1B}\[|\u{9B})20(?<last>[01])~/v;

const markerLength = startMarker.length;

/** Most characters of a paste that are kept. No prompt takes more, and a paste can have any size. */
const longestPaste = 8192;

/** A paste whose end has not come yet. */
export type Paste = {
	/** Takes the next piece. Returns what follows the end marker, or `undefined` if that has not come. */
	readonly take: (piece: string) => string | undefined;
	/** What was pasted so far. */
	readonly text: () => string;
};

/** The beginning of an end marker, at the end of a text. */
// eslint-disable-next-line regexp/no-control-character -- The expression is there to find control sequences.
const begunMarker = /(?:\u{1B}(?:\[(?:2(?:01?)?)?)?|\u{9B}(?:2(?:01?)?)?)$/v;

/** Collects a paste. A start marker in its text is text. */
export function collectPaste(): Paste {
	let kept = '';
	/** The last characters, in which an end marker may have begun. */
	let tail = '';

	const keep = (text: string) => {
		kept += text.slice(0, longestPaste - kept.length);
	};

	return {
		take(piece) {
			const text = tail + piece;
			const found = endMarker.exec(text);
			if (found !== null) {
				keep(text.slice(0, found.index));
				tail = '';
				return text.slice(found.index + found[0].length);
			}

			const end = Math.max(0, text.length - markerLength + 1);
			keep(text.slice(0, end));
			tail = text.slice(end);
			return undefined;
		},
		text: () => kept + tail.slice(0, longestPaste - kept.length),
	};
}

/** A marker in what followed the end of a paste. */
export type StrayMarker = {
	readonly kind: 'start' | 'end';
	readonly index: number;
	/** The index after it. */
	readonly end: number;
};

/** Finds the first marker that ends after `searched`, the number of characters that were searched before. */
export function findMarker(text: string, searched: number): StrayMarker | undefined {
	const from = Math.max(0, searched - markerLength + 1);
	const found = anyMarker.exec(text.slice(from));
	return found === null
		? undefined
		: {kind: found.groups?.last === '0' ? 'start' : 'end', index: from + found.index, end: from + found.index + found[0].length};
}

/** Takes the beginning of an end marker off the end of a text. */
export function splitMarker(text: string): readonly [text: string, begun: string] {
	const from = Math.max(0, text.length - markerLength + 1);
	const index = begunMarker.exec(text.slice(from))?.index;
	return index === undefined ? [text, ''] : [text.slice(0, from + index), text.slice(from + index)];
}

/** The part of a pasted text that is kept. */
export function cutPaste(text: string): string {
	return text.slice(0, longestPaste);
}
