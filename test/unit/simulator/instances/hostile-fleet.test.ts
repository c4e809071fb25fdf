import assert from 'node:assert/strict';
import {test} from 'node:test';
import {hostileTexts} from '../../../../source/simulator/instances/hostile-texts.js';
import {instancesIn, ask, serve} from '../serving.js';

const kinds: ReadonlyArray<readonly [string, (poison: string) => boolean]> = [
	['CSI sequences', poison => poison.includes('\u{1B}[')],
	['titles', poison => poison.includes('\u{1B}]0;')],
	['links', poison => poison.includes('\u{1B}]8;')],
	['clipboard writes', poison => poison.includes('\u{1B}]52;')],
	['DCS', poison => poison.includes('\u{1B}P')],
	['C1 controls', poison => /[\u{80}-\u{9F}]/v.test(poison)],
	['bells', poison => poison.includes('\u{7}')],
	['bidi overrides', poison => /[\u{202D}\u{202E}]/v.test(poison)],
	['bidi isolates', poison => /[\u{2066}-\u{2068}]/v.test(poison)],
	['line separators', poison => poison.includes('\u{2028}')],
	['zero-width floods', poison => poison.split('\u{200B}').length > 50],
	['combining floods', poison => /\p{Mark}{100}/v.test(poison)],
	['lone surrogates', poison => !poison.isWellFormed()],
	['tag characters', poison => poison.includes('\u{E0065}')],
	['joined emoji', poison => /\p{Extended_Pictographic}\u{200D}/v.test(poison)],
	['tabs and newlines', poison => poison.includes('\t') && poison.includes('\n')],
	['long texts', poison => poison.length > 2000],
];

for (const [kind, has] of kinds) {
	test(`poisons contain ${kind}`, () => {
		assert.ok(hostileTexts.some(poison => has(poison)));
	});
}

test('no two poisons are the same', () => {
	assert.equal(new Set(hostileTexts).size, hostileTexts.length);
});

test('every string of the answer is poisoned in some instance, and arrives unchanged', async () => {
	await using simulator = await serve({scenario: 'hostile'});
	const {body} = await ask(simulator);
	const instances = instancesIn(body);
	const poisoned = new Map<string, boolean>();
	for (const [index, instance] of instances.entries()) {
		for (const [path, text] of stringsIn(instance)) {
			poisoned.set(path, poisoned.get(path) === true || text.includes(hostileTexts[index] ?? ''));
		}
	}

	assert.deepEqual([...poisoned].filter(([, isPoisoned]) => !isPoisoned), []);
	assert.ok(poisoned.size >= 35, `${poisoned.size} fields are strings`);
});

test('a hostile fleet larger than the poisons has names that differ', async () => {
	await using simulator = await serve({scenario: 'hostile', instances: 150});
	assert.equal(new Set(simulator.world.instances().map(({name}) => name)).size, 150);
});

test('a hostile fleet has every documented state and unknown ones', async () => {
	await using simulator = await serve({scenario: 'hostile'});
	const states = simulator.world.instances().map(({status}) => status);
	assert.deepEqual(['connected', 'connecting', 'disconnected', 'loggedout'].filter(state => !states.includes(state)), []);
	assert.ok(states.some(state => state.startsWith('odd')));
});

/** Every string with the keys that lead to it. */
function stringsIn(value: unknown, above = ''): ReadonlyArray<readonly [string, string]> {
	if (typeof value === 'string') {
		return [[above, value]];
	}

	return typeof value === 'object' && value !== null
		? Object.entries(value).flatMap(([key, item]) => stringsIn(item, `${above}.${key}`))
		: [];
}
