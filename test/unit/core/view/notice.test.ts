import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createNotice} from '../../../../source/core/view/notice.js';
import {noon} from '../../../helpers/fleet.js';

test('a notice stays for a few seconds', () => {
	assert.deepEqual(createNotice('two', noon + 1000, {tone: 'trouble'}), {
		name: '', text: 'two', tone: 'trouble', until: noon + 5000,
	});
});

test('a notice keeps no more of a text than any line has', () => {
	assert.equal(createNotice('漢'.repeat(300_000), noon).text, '漢'.repeat(500));
	assert.equal(createNotice('ticket: done', noon).text, 'ticket: done');
});
