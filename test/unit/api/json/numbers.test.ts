import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import {test} from 'node:test';
import {createListParser} from '../../../../source/api/json/list-parser.js';
import {decodeSnapshot} from '../../../../source/api/decode.js';
import {rawId} from '../../../../source/core/instance/raw-text.js';
import {maskText} from '../../../../source/core/json/mask.js';
import {differingPaths, wireJson, wireLines} from '../../../../source/core/json/wire.js';
import {Secret} from '../../../../source/core/text/secret.js';
import {account, noon} from '../../../helpers/fleet.js';

/** Numbers that JavaScript would write otherwise, or would not, as they came. */
const numbers = ['9007199254740993', '-123456789012345678', '1.0', '1.10', '1e400', '1E5', '-0', '0', '-5', '123456789012345', '0.5', '1.5e-7'];

/** The one instance of an answer with these fields, by the path the program takes. */
const read = async (fields: string) => {
	const body = await createListParser().parse(Buffer.from(`{"success":true,"instances":[{"name":"sales",${fields}}]}`));
	const decoded = decodeSnapshot(body, {
		account, at: noon, token: new Secret('t'), wanted: [],
	});
	assert.ok(decoded !== 'no-list' && decoded !== 'not-success');
	const [instance] = decoded.instances;
	assert.ok(instance, JSON.stringify(decoded.rejected));
	return instance;
};

test('a number keeps its digits, in the JSON for programs and in that of the detail', async () => {
	for (const number of numbers) {
		// eslint-disable-next-line no-await-in-loop -- one after the other
		const {wire} = await read(`"id":"1","odd":{"list":[${number}]}`);
		assert.equal(wireJson(wire, false), `{"name":"sales","id":"1","odd":{"list":[${number}]}}`);
		assert.equal(wireJson(wire, true), wireJson(wire, false));
		assert.ok(wireLines(wire).some(({parts}) => parts.some(({kind, text}) => kind === 'number' && text === number)), number);
	}
});

test('an id that is a number is followed by its digits, and others that JavaScript would take for the same are others', async () => {
	const one = await read('"id":9007199254740993,"chatwoot":{"accountId":9007199254740993}');
	const other = await read('"id":9007199254740992,"chatwoot":{"accountId":9007199254740992}');
	assert.deepEqual([rawId(one), rawId(other)], ['9007199254740993', '9007199254740992']);
	assert.notEqual(one.key, other.key);
	assert.deepEqual(differingPaths(one.wire, other.wire), ['id', 'chatwoot', 'chatwoot.accountId']);
	assert.deepEqual(differingPaths(one.wire, one.wire), []);
	assert.deepEqual(one.item.chatwoot.kind === 'present' ? one.item.chatwoot.fields.accountId : undefined, {kind: 'value', value: '9007199254740993'});
});

test('a number in place of a block is shown with its digits, and one that is named like a secret is masked', async () => {
	const {item: {webhook}, wire} = await read('"webhook":9007199254740993,"password":9007199254740993');
	assert.ok(webhook.kind === 'unexpected' && String(webhook.wire) === '9007199254740993');
	assert.doesNotMatch(wireJson(wire, false).replace('"webhook":9007199254740993', ''), /9007199/v);
});

test('JSON within a text keeps the digits of its numbers where something in it is masked', () => {
	assert.match(maskText('{"token":"abcdefgh","id":9007199254740993}'), /"id":9007199254740993\}$/v);
});
