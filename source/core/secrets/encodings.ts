/* eslint-disable unicorn/prefer-code-point -- bytes are read and written, each a code unit */
const base64Letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Value of each character of base64 and of base64url by its code. */
const base64Values: ReadonlyMap<number, number> = new Map([
	...Array.from(base64Letters, (letter, value) => [letter.charCodeAt(0), value] as const),
	['-'.charCodeAt(0), 62],
	['_'.charCodeAt(0), 63],
]);

/** Writes ASCII text in hexadecimal digits. */
export function toHex(text: string): string {
	let written = '';
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		written += (code < 0x10 ? '0' : '') + code.toString(16);
	}

	return written;
}

/** Writes ASCII text in base64, as many characters of it as fill whole groups of three. */
export function toBase64(text: string): string {
	let written = '';
	for (let index = 0; index + 2 < text.length; index += 3) {
		const group = (text.charCodeAt(index) * 0x1_00_00) + (text.charCodeAt(index + 1) * 0x1_00) + text.charCodeAt(index + 2);
		for (const unit of [0x4_00_00, 0x10_00, 0x40, 1]) {
			written += base64Letters.charAt(Math.floor(group / unit) % 0x40);
		}
	}

	return written;
}

/** Reads hexadecimal digits from an index on, at most `longest` characters, up to what is no such digit. */
export function fromHex(text: string, from: number, longest: number): string {
	let read = '';
	for (let index = from; read.length < longest; index += 2) {
		const digits = text.slice(index, index + 2);
		if (!/^[\da-f]{2}$/iv.test(digits)) {
			break;
		}

		read += String.fromCharCode(Number.parseInt(digits, 16));
	}

	return read;
}

/** Reads base64 or base64url from an index on, where a group of four begins, at most `longest` characters. */
export function fromBase64(text: string, from: number, longest: number): string {
	let read = '';
	let group = 0;
	for (let index = from; read.length < longest; index++) {
		const value = base64Values.get(text.charCodeAt(index));
		if (value === undefined) {
			break;
		}

		const place = (index - from) % 4;
		group = place === 0 ? value : (group * 0x40) + value;
		if (place > 0) {
			// The second character of a group completes its first byte, the third and the fourth one more each.
			const bitsLeft = 6 - (2 * place);
			read += String.fromCharCode(Math.floor(group / (2 ** bitsLeft)) % 0x1_00);
		}
	}

	return read;
}
/* eslint-enable unicorn/prefer-code-point */
