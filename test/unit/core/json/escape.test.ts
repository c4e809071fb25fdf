import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {escapeJson} from '../../../../source/core/json/escape.js';
import {anyText} from '../../../helpers/any-text.js';

test('escaped JSON means the same, is inert, and is not escaped twice', () => {
	fc.assert(fc.property(anyText(), text => {
		const escaped = escapeJson(JSON.stringify({[text]: text}));
		assert.deepEqual(JSON.parse(escaped), {[text]: text});
		assert.doesNotMatch(escaped, /[\p{Control}\p{Format}\p{Line_Separator}\p{Paragraph_Separator}]/v);
		assert.equal(escapeJson(escaped), escaped);
	}));
});

test('a character beyond 16 bits is escaped as its two units', () => {
	assert.equal(escapeJson('"\u{9B}\u{202E}\u{2028}\u{E0001}"'), String.raw`"\u009b\u202e\u2028\udb40\udc01"`);
});
