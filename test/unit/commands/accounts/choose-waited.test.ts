import assert from 'node:assert/strict';
import {test} from 'node:test';
import {chooseWaited} from '../../../../source/commands/accounts/choose-waited.js';

test('an account before a name says whose it is, where there are several accounts', () => {
	const accounts = ['prod', 'prod/eu', 'lab'];
	for (const [text, account, name] of [
		['sales', undefined, 'sales'],
		['lab/sales', 'lab', 'sales'],
		['prod/eu/sales', 'prod/eu', 'sales'],
		['prod/a/b', 'prod', 'a/b'],
		['other/sales', undefined, 'other/sales'],
		['lab/', undefined, 'lab/'],
	] as const) {
		assert.deepEqual(chooseWaited(text, accounts), {name, account});
	}

	assert.deepEqual(chooseWaited('lab/sales', ['lab']), {name: 'lab/sales', account: undefined});
});
