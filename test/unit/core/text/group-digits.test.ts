import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {groupDigits} from '../../../../source/core/text/group-digits.js';

test('digits are grouped as English writes them', () => {
	fc.assert(fc.property(fc.maxSafeNat(), count => {
		assert.equal(groupDigits(count), count.toLocaleString('en'));
	}), {numRuns: 50});
});
