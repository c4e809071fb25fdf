import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import {test} from 'node:test';
import {createDecodeCache} from '../../../source/api/decode-cache.js';
import {fieldOf, valueOf} from '../../../source/core/blocks/field.js';
import {isNamed} from '../../../source/core/instance/raw-text.js';
import {wholeItem} from '../../../source/core/instance/whole-item.js';
import {mask, Secret} from '../../../source/core/text/secret.js';
import {decode} from './decoding.js';

const own = 'own-token-4711-of-the-account';
const options = {token: new Secret(own)};

function firstOf(...given: Parameters<typeof decode>) {
	return decode(...given).instances[0];
}

test('the token in use is masked in every field that it comes back in, and in the names of fields', () => {
	const instance = firstOf([{
		id: `id-${own}`,
		name: `name ${own}`,
		status: own,
		connection: {state: own, numberJid: own.toUpperCase()},
		profile: {name: Buffer.from(`user:${own}`).toString('base64'), pictureUrl: `https://x.test/${encodeURIComponent(own)}/a.jpg`},
		webhook: {url: `https://x.test/${own}`, events: [own]},
		createdAt: own,
		[own]: 1,
		more: {list: [own], [own]: own},
	}], options);
	assert.ok(instance);
	assert.equal(instance.name, `name ${mask}`);
	assert.equal(valueOf(fieldOf(instance.item.webhook, 'url'))?.shown, `https://x.test/${mask}`);
	// The key of an instance is compared, and never shown.
	const printed = JSON.stringify({...instance, item: wholeItem(instance), key: ''});
	assert.ok(!printed.toLowerCase().includes(own), printed);
	assert.ok(!printed.includes(Buffer.from('own-token-4711').toString('base64').slice(4, -4)));
});

test('an instance whose name is masked is found by its true name', () => {
	const instance = firstOf([{id: 'a', name: own}], {...options, wanted: [own]});
	assert.ok(instance);
	assert.equal(instance.name, mask);
	assert.ok(isNamed(instance, own));
	assert.ok(!isNamed(instance, 'own'));
});

test('the token of one instance is masked in the fields of another, whichever comes first', () => {
	const token = '5e1d0c2a-77aa-4d09-a02e-1c9145de678e';
	const {instances} = decode([{id: 'a', name: 'one', profile: {name: `of ${token}`}}, {id: 'b', name: 'two', token}], options);
	assert.equal(instances[0] && valueOf(fieldOf(instances[0].item.profile, 'name')), `of ${mask}`);
});

test('an item that did not change is decoded again when a token that it holds is listed later, and only then', () => {
	const token = '5e1d0c2a-77aa-4d09-a02e-1c9145de678e';
	const cache = createDecodeCache();
	const items = [{id: 'a', name: 'one', profile: {name: `of ${token}`}}, {id: 'c', name: 'three'}];
	const before = decode(items, {...options, cache});
	const after = decode([...items, {id: 'b', name: 'two', token}], {...options, cache});
	assert.equal(after.instances[0] && valueOf(fieldOf(after.instances[0].item.profile, 'name')), `of ${mask}`);
	assert.equal(after.instances[1], before.instances[1]);
});

test('a listed token that is a common text, or the name of its instance, masks nothing', () => {
	for (const token of ['a', 'true', 'connected', 'message.exchange', 'sales']) {
		const instance = firstOf([{
			id: 'a', name: 'sales', token, connection: {state: 'connected'}, websocket: {events: ['message.exchange']},
		}], options);
		assert.ok(instance);
		assert.deepEqual([instance.name, instance.state.text, valueOf(fieldOf(instance.item.websocket, 'events'))], ['sales', 'connected', ['message.exchange']], token);
	}
});

test('tokens that are no longer listed are forgotten in the end, and the one in use never is', () => {
	const cache = createDecodeCache();
	for (let round = 0; round < 30; round++) {
		decode(Array.from({length: 50}, (_, index) => ({id: `${index}`, name: `n${index}`, token: `token-of-${index}-in-the-round-${round}`})), {...options, cache});
	}

	assert.equal(cache.maskText(`of token-of-1-in-the-round-0 and ${own}`), `of token-of-1-in-the-round-0 and ${mask}`);
	assert.equal(cache.maskText('token-of-1-in-the-round-29'), mask);
});

test('what is read of an instance between two answers is masked, also when old tokens are to be forgotten', () => {
	const cache = createDecodeCache(1);
	for (let round = 0; round < 30; round++) {
		const tokenOf = (index: number) => `token-of-${index}-in-the-round-${round}`;
		const {instances} = decode(Array.from({length: 50}, (_, index) => ({
			id: `${index}`, name: `n${index}`, token: tokenOf(index), profile: {name: `of ${tokenOf(index + 1)}`},
		})), {...options, cache});
		assert.equal(instances[0] && valueOf(fieldOf(instances[0].item.profile, 'name')), `of ${mask}`, `${round}`);
	}
});
