/* eslint-disable unicorn/prefer-code-point -- bytes are read and written, each a code unit */
/** Whether a code is that of a hexadecimal digit. */
export function isHexDigit(code: number): boolean {
	return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x46) || (code >= 0x61 && code <= 0x66);
}

/** The value of a character of base64 or of base64url, by its code; `undefined` for any other. */
export function base64Value(code: number): number | undefined {
	if (code >= 0x61 && code <= 0x7A) {
		return code - 0x61 + 26;
	}

	if (code >= 0x41 && code <= 0x5A) {
		return code - 0x41;
	}

	if (code >= 0x30 && code <= 0x39) {
		return code - 0x30 + 52;
	}

	return code === 0x2B || code === 0x2D ? 62 : (code === 0x2F || code === 0x5F ? 63 : undefined);
}

/** Reads hexadecimal digits from an index on, at most `longest` characters, up to what is no such digit. */
export function fromHex(text: string, from: number, longest: number): string {
	let read = '';
	for (let index = from; read.length < longest; index += 2) {
		if (!isHexDigit(text.charCodeAt(index)) || !isHexDigit(text.charCodeAt(index + 1))) {
			break;
		}

		read += String.fromCharCode(Number.parseInt(text.slice(index, index + 2), 16));
	}

	return read;
}

/** Reads base64 or base64url from an index on, where a group of four begins, at most `longest` characters. */
export function fromBase64(text: string, from: number, longest: number): string {
	let read = '';
	let group = 0;
	for (let index = from; read.length < longest; index++) {
		const value = base64Value(text.charCodeAt(index));
		if (value === undefined) {
			break;
		}

		const place = (index - from) % 4;
		group = place === 0 ? value : (group * 0x40) + value;
		if (place === 0) {
			continue;
		}

		// The second character of a group completes its first byte, the third and the fourth one more each.
		const bitsLeft = 6 - (2 * place);
		read += String.fromCharCode(Math.floor(group / (2 ** bitsLeft)) % 0x1_00);
	}

	return read;
}
/* eslint-enable unicorn/prefer-code-point */
