import assert from 'node:assert/strict';
import {test} from 'node:test';
import {hostileTexts} from '../../../../source/simulator/instances/hostile-texts.js';
import {instancesIn, ask, serve} from '../serving.js';

const kinds: ReadonlyArray<readonly [string, (text: string) => boolean]> = [
	['CSI sequences', text => text.includes('\u{1B}[')],
	['titles', text => text.includes('\u{1B}]0;')],
	['links', text => text.includes('\u{1B}]8;')],
	['clipboard writes', text => text.includes('\u{1B}]52;')],
	['DCS', text => text.includes('\u{1B}P')],
	['C1 controls', text => /[\u{80}-\u{9F}]/v.test(text)],
	['bells', text => text.includes('\u{7}')],
	['bidi overrides', text => /[\u{202D}\u{202E}]/v.test(text)],
	['bidi isolates', text => /[\u{2066}-\u{2068}]/v.test(text)],
	['line separators', text => text.includes('\u{2028}')],
	['zero-width floods', text => text.split('\u{200B}').length > 50],
	['combining floods', text => /\p{Mark}{100}/v.test(text)],
	['lone surrogates', text => !text.isWellFormed()],
	['tag characters', text => text.includes('\u{E0065}')],
	['joined emoji', text => /\p{Extended_Pictographic}\u{200D}/v.test(text)],
	['tabs and newlines', text => text.includes('\t') && text.includes('\n')],
	['long texts', text => text.length > 2000],
];

for (const [kind, has] of kinds) {
	test(`the hostile texts contain ${kind}`, () => {
		assert.ok(hostileTexts.some(text => has(text)));
	});
}

test('no two hostile texts are the same', () => {
	assert.equal(new Set(hostileTexts).size, hostileTexts.length);
});

test('every string of the answer is poisoned in some instance, and arrives unchanged', async () => {
	await using simulator = await serve({scenario: 'hostile'});
	const {body} = await ask(simulator);
	const instances = instancesIn(body);
	const covered = new Map<string, boolean>();
	for (const [index, instance] of instances.entries()) {
		for (const [path, text] of stringsIn(instance)) {
			covered.set(path, covered.get(path) === true || text.includes(hostileTexts[index] ?? ''));
		}
	}

	assert.deepEqual([...covered].filter(([, isCovered]) => !isCovered), []);
	assert.ok(covered.size >= 35, `${covered.size} fields are strings`);
});

test('a hostile fleet with more instances than hostile texts has names that differ', async () => {
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
