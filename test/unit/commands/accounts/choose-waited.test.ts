import assert from 'node:assert/strict';
import {test} from 'node:test';
import {chooseWaited} from '../../../../source/commands/accounts/choose-waited.js';
import {accept, refuse} from '../../../../source/core/text/parsed.js';

test('an account before a name says whose it is, where there are several accounts', () => {
	const accounts = ['prod', 'prod/eu', 'lab'];
	for (const [text, account, name] of [
		['sales', undefined, 'sales'],
		['lab/sales', 'lab', 'sales'],
		['prod/eu', 'prod', 'eu'],
		['prod/a/b', 'prod', 'a/b'],
		['other/sales', undefined, 'other/sales'],
		['lab/', undefined, 'lab/'],
	] as const) {
		assert.deepEqual(chooseWaited(text, accounts), accept({name, account}));
	}

	assert.deepEqual(chooseWaited('lab/sales', ['lab']), accept({name: 'lab/sales', account: undefined}));
});

test('an account is found by its name as it was typed, though a part of that is not shown', () => {
	assert.deepEqual(chooseWaited('👩\u{200D}🚒/sales\u{200D}', ['👩🚒', 'lab']), accept({name: 'sales\u{200D}', account: '👩🚒'}));
	assert.deepEqual(chooseWaited('__proto__/sales', ['__proto__', 'lab']), accept({name: 'sales', account: '__proto__'}));
});

test('a name that two accounts can stand before is refused with both readings', () => {
	assert.deepEqual(chooseWaited('prod/eu/sales', ['prod', 'prod/eu', 'lab']), refuse('prod/eu/sales can be eu/sales of prod or sales of prod/eu. '
		+ 'Name one account with --profile, and the instance by its name alone.'));
	assert.deepEqual(chooseWaited('prod/eu/', ['prod', 'prod/eu']), accept({name: 'eu/', account: 'prod'}));
});
