import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import test from 'node:test';
import fc from 'fast-check';
import {createDecoder} from '../../../../source/terminal/keys/decode-bytes.js';
import {anyText} from '../../../helpers/any-text.js';

test('characters are whole, wherever their bytes are cut', () => {
	fc.assert(fc.property(anyText(), text => {
		const decode = createDecoder();
		assert.equal(Array.from(Buffer.from(text), byte => decode(new Uint8Array([byte]))).join(''), Buffer.from(text).toString());
	}));
});

test('bytes that are no UTF-8 are replaced, but for the controls of 8 bits, and take nothing after them', () => {
	const cases: ReadonlyArray<readonly [bytes: readonly number[], text: string]> = [
		[[0x9B, 0x41], '\u{9B}A'],
		[[0x6A, 0x9D, 0x31, 0x9C], 'j\u{9D}1\u{9C}'],
		[[0xC3, 0x9C], 'Ü'],
		[[0xC2, 0x9B, 0x41], '\u{9B}A'],
		[[0xF1, 0x6A], '\u{FFFD}j'],
		[[0xE6, 0xBC, 0x6A], '\u{FFFD}j'],
		[[0xFF, 0xC0, 0xA0, 0x6A], '\u{FFFD}\u{FFFD}\u{FFFD}j'],
		[[0xEF, 0xBB, 0xBF, 0x6A], '\u{FEFF}j'],
		[[0x00, 0x6A], '\0j'],
	];
	for (const [bytes, text] of cases) {
		assert.equal(createDecoder()(new Uint8Array(bytes)), text);
		const decode = createDecoder();
		assert.equal(bytes.map(byte => decode(new Uint8Array([byte]))).join(''), text);
	}
});
