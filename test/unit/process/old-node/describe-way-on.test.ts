import assert from 'node:assert/strict';
import {test} from 'node:test';
import {describeWayOn} from '../../../../source/process/old-node/describe-way-on.js';

const cases: ReadonlyArray<readonly [argv: readonly string[], line: string]> = [
	[['/bin/node', '/bin/ryzetop'], 'node /bin/ryzetop'],
	[['/bin/node', '/bin/ryzetop', 'list', 'since>5m', 'a b', ''], 'node /bin/ryzetop list \'since>5m\' \'a b\' \'\''],
	[['/bin/node', '/my files/ryzetop', '--demo'], 'node \'/my files/ryzetop\' --demo'],
	[['/bin/node', '/josé/ryzetop', '--demo'], 'ryzetop --demo'],
	[['/bin/node', '/bin/ryzetop', '--demo', 'it\'s'], 'node /bin/ryzetop'],
	[['/bin/node', '/bin/ryzetop', 'list', '\u{1B}[2J'], 'node /bin/ryzetop'],
	[['/bin/node', '/bin/ryzetop', 'check', '/a|b/'], 'node /bin/ryzetop'],
];

test('the line for a newer Node can be pasted, and has nothing in it that would not be printed as it is', () => {
	for (const [argv, line] of cases) {
		assert.equal(describeWayOn(argv), `Run it on a newer one: npx --yes --package=node@24 -- ${line}`);
	}
});
