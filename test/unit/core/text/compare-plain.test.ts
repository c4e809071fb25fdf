import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {comparePlain} from '../../../../source/core/text/compare-plain.js';
import {tries} from '../../../helpers/properties/tries.js';

const collator = new Intl.Collator('en', {numeric: true, sensitivity: 'base'});

test('what is told of two texts is what the collator tells', () => {
	const characters = fc.constantFrom(...'aAábBçé0012 9-_.,!~$<>|ßæ²\u{AD}\u{301}\u{338}漢👍');
	const text = fc.string({unit: fc.oneof(characters, fc.integer({min: 0x20, max: 0x17F}).map(code => String.fromCodePoint(code))), maxLength: 8});
	fc.assert(fc.property(text, text, text, (begun, one, other) => {
		const order = comparePlain(begun + one, begun + other);
		assert.ok(order === undefined || Math.sign(order) === Math.sign(collator.compare(begun + one, begun + other)));
	}), {numRuns: tries(2000)});
});

test('it tells of most names', () => {
	const names = ['agenda-bh-14', 'Agenda-bh-9', 'cobrança-natal-2', 'cobrança-natal-10', 'pós-venda_1', 'recepção', 'vendas.sp', '10-x', '9-x'];
	for (const [index, one] of names.entries()) {
		for (const other of names.slice(index + 1)) {
			assert.equal(Math.sign(comparePlain(one, other) ?? 0), Math.sign(collator.compare(one, other)), `${one} ${other}`);
		}
	}
});
