/** The character in place of bytes that are no UTF-8. */
const replacement = '\u{FFFD}';

/** The controls that a terminal with 8-bit controls sends as one byte (C1). In UTF-8 none of these bytes begins a character. */
const firstControl = 0x80;
const lastControl = 0x9F;

/**
Makes a function that decodes UTF-8 that comes in pieces. The beginning of a character is held back until its end comes.
A byte that is a control of its own becomes that control, which the decoders of the platform do not know; any other one is replaced.
*/
export function createDecoder(): (piece: Uint8Array) => string {
	const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
	let held: Uint8Array = new Uint8Array();

	return piece => {
		const input = join(held, piece);
		let text = '';
		let validFrom = 0;
		let at = 0;
		const flush = () => {
			text += decoder.decode(input.subarray(validFrom, at));
		};

		held = new Uint8Array();
		while (at < input.length) {
			const lead = input[at] ?? 0;
			const length = lengthAfter(lead);
			const end = endOfCharacter(input, at, length);
			if (length > 0 && end - at === length) {
				at = end;
			} else if (end === input.length && length > 0) {
				flush();
				held = input.slice(at);
				return text;
			} else {
				flush();
				text += lead >= firstControl && lead <= lastControl ? String.fromCodePoint(lead) : replacement;
				at = Math.max(end, at + 1);
				validFrom = at;
			}
		}

		flush();
		return text;
	};
}

function join(held: Uint8Array, piece: Uint8Array): Uint8Array {
	if (held.length === 0) {
		return piece;
	}

	const joined = new Uint8Array(held.length + piece.length);
	joined.set(held);
	joined.set(piece, held.length);
	return joined;
}

/** The number of bytes of a character that begins with this one; 0 if none does. */
function lengthAfter(lead: number): number {
	if (lead < 0x80) {
		return 1;
	}

	if (lead < 0xC2 || lead > 0xF4) {
		return 0;
	}

	if (lead < 0xE0) {
		return 2;
	}

	return lead < 0xF0 ? 3 : 4;
}

/** The index after the bytes of a character that are there. */
function endOfCharacter(input: Uint8Array, from: number, length: number): number {
	let end = length === 0 ? from : from + 1;
	while (end < from + length && isContinuation(input[end])) {
		end++;
	}

	return end;
}

function isContinuation(byte: number | undefined): boolean {
	return byte !== undefined && byte >= 0x80 && byte < 0xC0;
}
