import assert from 'node:assert/strict';
import {test} from 'node:test';
import {factsOf, readAhead} from '../../../../source/core/instance/facts.js';
import {rowOfItem} from '../../../helpers/watch-polls.js';

/** An instance that tells how often its profile was read. */
function countReads() {
	const {tracked: {instance}} = rowOfItem({
		name: 'shop', connection: {state: 'connected', numberJid: '5511999999999@s.whatsapp.net'}, profile: {name: 'Loja', businessName: 'Loja Ltda.'},
	});
	let reads = 0;
	const item = new Proxy(instance.item, {
		get(target, name) {
			reads += Number(name === 'profile');
			const value: unknown = Reflect.get(target, name, target);
			return value;
		},
	});
	return {instance: {...instance, item}, reads: () => reads};
}

test('the profile is read when it is asked for, and once', () => {
	const {instance, reads} = countReads();
	const facts = factsOf(instance);
	assert.deepEqual([facts.integrations.length, facts.presence, reads()], [5, '', 0]);
	assert.deepEqual([facts.profile, facts.profile, reads()], ['Loja', 'Loja', 1]);
});

test('what is read ahead is not read again', () => {
	const {instance, reads} = countReads();
	const facts = factsOf(instance);
	readAhead(facts);
	const before = reads();
	assert.ok(before > 0);
	assert.deepEqual([facts.number, facts.profile, facts.business], ['+55 11 99999-9999', 'Loja', 'Loja Ltda.']);
	assert.equal(reads(), before);
});
