import assert from 'node:assert/strict';
import {test} from 'node:test';
import {chooseColor} from '../../../../source/cli/values/color.js';

test('the option beats FORCE_COLOR, which beats NO_COLOR', () => {
	for (const [isRefused, environment, expected] of [
		[false, {}, 'auto'],
		[true, {}, 'never'],
		[true, {FORCE_COLOR: '1'}, 'never'],
		[false, {NO_COLOR: '1'}, 'never'],
		[false, {NO_COLOR: '0'}, 'never'],
		[false, {NO_COLOR: ''}, 'auto'],
		[false, {FORCE_COLOR: '1'}, 'always'],
		[false, {FORCE_COLOR: 'true'}, 'always'],
		[false, {FORCE_COLOR: ''}, 'always'],
		[false, {FORCE_COLOR: '0'}, 'never'],
		[false, {FORCE_COLOR: 'false'}, 'never'],
		[false, {FORCE_COLOR: '3', NO_COLOR: '1'}, 'always'],
	] as const) {
		assert.equal(chooseColor(isRefused, environment), expected, JSON.stringify([isRefused, environment]));
	}
});
