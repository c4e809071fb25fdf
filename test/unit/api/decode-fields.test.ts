import assert from 'node:assert/strict';
import {inspect} from 'node:util';
import {test} from 'node:test';
import fc from 'fast-check';
import {blockNames, type BlockName} from '../../../source/core/blocks/blocks.js';
import {fieldOf} from '../../../source/core/blocks/field.js';
import {itemNames, type ItemName} from '../../../source/core/blocks/item.js';
import {instanceKey} from '../../../source/core/instance/instance.js';
import {wholeItem} from '../../../source/core/instance/whole-item.js';
import {mask, reveal} from '../../../source/core/text/secret.js';
import {recordOf} from '../../../source/core/text/record-of.js';
import {Wire} from '../../../source/core/json/wire.js';
import sample from '../../fixtures/sample-200.json' with {type: 'json'};
import {tries} from '../../helpers/properties/tries.js';
import {
	account,
	decode,
	decodeOne,
	open,
	openAll,
	value,
} from './decoding.js';

test('every field of the API\'s own example is read', () => {
	const {instances, ...rest} = decode(sample.instances);
	assert.deepEqual(rest, {
		account, at: 1000, tokenKind: 'account', rejected: [], isSimulated: false,
	});
	const [instance] = instances;
	assert.ok(instance);
	assert.equal(instance.key, instanceKey(account, '5e1d...'));
	assert.equal(instance.account, account);
	assert.equal(instance.name, 'my-instance');
	assert.deepEqual(instance.state, {kind: 'connected', text: 'connected'});
	assert.deepEqual(instance.item.unknown, []);
	const ofItem: Readonly<Record<ItemName, unknown>> = {
		id: '5e1d...',
		token: ['secret', 'a1b2c3d4-...'],
		status: 'connected',
		createdAt: {text: '2026-04-28T10:30:00Z', at: Date.parse('2026-04-28T10:30:00Z')},
		updatedAt: {text: '2026-04-28T10:35:00Z', at: Date.parse('2026-04-28T10:35:00Z')},
	};
	assert.deepEqual(openAll(recordOf(itemNames, name => instance.item[name])), ofItem);
	const url = (shown: string) => ({isEmpty: shown === '', shown, whole: undefined});
	const ofBlocks: Readonly<Record<BlockName, unknown>> = {
		connection: {
			state: 'connected', numberJid: '5511999999999@s.whatsapp.net', presenceStatus: 'available', displayStatus: 'Active',
		},
		profile: {
			name: 'Orion', pictureUrl: url('https://pps.whatsapp.net/...'), isBusiness: false, businessName: '',
		},
		proxy: {
			enabled: false, host: 'null', port: 'null', protocol: 'null', username: 'null', password: 'null',
		},
		webhook: {enabled: true, url: url('https://myapp.com/webhook'), events: ['message.exchange']},
		websocket: {enabled: true, events: ['message.exchange'], mediaBase64: false},
		chatwoot: {
			enabled: true,
			status: 'active',
			bridgeIntegrationId: 'int_xyz789abc',
			baseUrl: url('https://chatwoot.example.com'),
			accountId: '5',
			inboxName: 'WhatsApp - Orion',
			apiToken: ['secret', 'sk_live_abc123...'],
			signMessages: true,
			ignoreGroups: false,
			startAsPending: false,
			reopenResolved: true,
		},
		settings: {
			autoRejectCalls: false,
			callRejectMessage: '',
			ignoreGroupMessages: false,
			keepOnlineStatus: false,
			autoReadMessages: false,
			disableHistorySync: true,
			ignoreStatus: false,
		},
		s3: {
			enabled: false, region: 'null', bucket: 'null', accessKey: 'null', secretKey: 'null', endpoint: 'null', pathPrefix: 'null',
		},
	};
	const whole = wholeItem(instance);
	assert.deepEqual(recordOf(blockNames, name => {
		const block = whole[name];
		assert.strictEqual(block.kind, 'present');
		assert.deepEqual(block.unknown, []);
		return openAll(block.fields);
	}), ofBlocks);
});

test('missing, null and unexpected are three different things, for fields and for blocks', () => {
	const {connection, profile, webhook, chatwoot} = decodeOne({connection: {state: null, numberJid: 5}, profile: null, webhook: [1]}).item;
	assert.deepEqual(fieldOf(connection, 'state'), {kind: 'null'});
	assert.deepEqual(open(fieldOf(connection, 'numberJid')), ['unexpected', '5']);
	assert.deepEqual(fieldOf(connection, 'presenceStatus'), {kind: 'missing'});
	assert.deepEqual(profile, {kind: 'null'});
	assert.strictEqual(webhook.kind, 'unexpected');
	assert.strictEqual(String(webhook.wire), '[1]');
	assert.deepEqual(chatwoot, {kind: 'missing'});
});

test('the state is the connection\'s, and the status only where that says nothing', () => {
	const stateOf = (item: Readonly<Record<string, unknown>>) => decodeOne(item).state;
	assert.deepEqual(stateOf({status: 'connected', connection: {state: 'Logged_Out'}}), {kind: 'loggedout', text: 'Logged_Out'});
	assert.deepEqual(stateOf({connection: {state: 'banned\u{7}'}}), {kind: 'other', text: 'banned␇'});
	for (const connection of [undefined, null, 'connected', {}, {state: null}, {state: ''}]) {
		assert.deepEqual(stateOf({status: 'connecting', connection}), {kind: 'connecting', text: 'connecting'}, inspect(connection));
	}

	assert.deepEqual(stateOf({}), {kind: 'other', text: ''});
	for (const [state, text] of [[7, '7'], [false, 'false'], [{a: 1}, '{"a":1}'], [['disconnected'], '["disconnected"]']] as const) {
		assert.deepEqual(stateOf({status: 'connected', connection: {state}}), {kind: 'other', text}, text);
	}
});

test('a port or an account id may be a number or a text', () => {
	const {proxy, chatwoot} = decodeOne({proxy: {port: 8080}, chatwoot: {accountId: '5'}}).item;
	assert.deepEqual(fieldOf(proxy, 'port'), value('8080'));
	assert.deepEqual(fieldOf(chatwoot, 'accountId'), value('5'));
});

test('events that are no text keep their place, as masked JSON', () => {
	const {webhook} = decodeOne({webhook: {events: ['a', 7, null, {token: 'abc'}, 'b\n']}}).item;
	assert.deepEqual(fieldOf(webhook, 'events'), value(['a', '7', 'null', `{"token":"${mask}"}`, 'b␊']));
});

test('a URL shows no credentials and keeps them for who asks', () => {
	const {webhook} = decodeOne({webhook: {url: 'https://user:pass@x.test/?token=abc&page=2'}}).item;
	const field = fieldOf(webhook, 'url');
	assert.strictEqual(field.kind, 'value');
	assert.equal(field.value.shown, `https://user:${mask}@x.test/?token=${mask}&page=2`);
	assert.ok(field.value.whole);
	assert.equal(reveal(field.value.whole), 'https://user:pass@x.test/?token=abc&page=2');
});

test('a URL in a field for other text is masked as well', () => {
	const {proxy} = decodeOne({proxy: {host: 'socks5://user:pass@x.test'}}).item;
	assert.deepEqual(fieldOf(proxy, 'host'), value(`socks5://user:${mask}@x.test`));
});

test('a secret of any type is closed, and an empty one stays empty', () => {
	const {token, proxy, s3, chatwoot} = decodeOne({
		token: 12_345, proxy: {password: {of: 'abc'}}, s3: {accessKey: '', secretKey: null}, chatwoot: {apiToken: ['abc']},
	}).item;
	assert.deepEqual(open(token), ['secret', '12345']);
	assert.deepEqual(open(fieldOf(proxy, 'password')), ['secret', '{"of":"abc"}']);
	assert.deepEqual(open(fieldOf(s3, 'accessKey')), ['secret', '']);
	assert.deepEqual(fieldOf(s3, 'secretKey'), {kind: 'null'});
	assert.deepEqual(open(fieldOf(chatwoot, 'apiToken')), ['secret', '["abc"]']);
});

test('a time is read where it says which one it is, and kept as text in any case', () => {
	const cases: ReadonlyArray<readonly [text: string, at: number | undefined]> = [
		['2026-04-28T10:30:00Z', Date.UTC(2026, 3, 28, 10, 30)],
		['2026-04-28T10:30:00.123456789-03:00', Date.UTC(2026, 3, 28, 13, 30, 0, 123)],
		['2026-04-28', Date.UTC(2026, 3, 28)],
		['2026-04-28T10:30:00', undefined],
		['2026-13-45T10:30:00Z', undefined],
		['yesterday', undefined],
		['1', undefined],
		['', undefined],
	];
	for (const [text, at] of cases) {
		assert.deepEqual(decodeOne({createdAt: text}).item.createdAt, value({text, at}), text);
	}
});

test('fields the API does not document are kept, in their block', () => {
	const {unknown, chatwoot} = decodeOne({region: 'sa', chatwoot: {error: 'no inbox', webhookSecret: 'abc'}}).item;
	assert.deepEqual(unknown.map(({name, value: content}) => [name, String(content)]), [['region', '"sa"']]);
	assert.strictEqual(chatwoot.kind, 'present');
	assert.deepEqual(chatwoot.unknown.map(({name, value: content}) => [name, String(content)]), [['error', '"no inbox"'], ['webhookSecret', mask]]);
});

test('an instance prints itself without its secrets', () => {
	const printed = inspect(decodeOne({
		token: 'hush-1', chatwoot: {apiToken: 'hush-2'}, proxy: {password: 'hush-3'}, s3: {accessKey: 'hush-4', secretKey: 'hush-5'}, webhook: {url: 'https://hush-6@x.test'}, anyKey: {of: 'hush-7'},
	}), {depth: Infinity, showHidden: true});
	assert.match(printed, /name: 'sales'/v);
	assert.doesNotMatch(printed, /hush/v);
});

const example = sample.instances[0];

/** The paths of all fields of the example, such as `['chatwoot', 'status']`. */
const paths = Object.entries(example ?? {}).flatMap(([name, content]) => [[name], ...(typeof content === 'object' ? Object.keys(content).map(inner => [name, inner]) : [])]);

const replaceAt = (item: unknown, [first = '', ...rest]: readonly string[], content: unknown): unknown => typeof item === 'object'
	? {...item, [first]: rest.length === 0 ? content : replaceAt(Reflect.get(item ?? {}, first), rest, content)}
	: item;

test('whatever stands in one field, it is told of that field alone', () => {
	fc.assert(fc.property(fc.constantFrom(...paths.filter(([name]) => name !== 'name')), fc.jsonValue(), (path, content) => {
		const {instances, rejected} = decode([replaceAt(example, path, content)]);
		const [decoded] = instances;
		const [former] = decode([example]).instances;
		assert.ok(decoded);
		assert.ok(former);
		assert.deepEqual(rejected, []);
		assert.equal(decoded.name, 'my-instance');
		const [all, formerly] = [wholeItem(decoded), wholeItem(former)];
		for (const name of [...blockNames, ...itemNames]) {
			assert.deepEqual(all[name], name === path[0] ? all[name] : formerly[name], name);
		}

		assert.ok(decoded.wire instanceof Wire);
	}), {numRuns: tries(500)});
});

test('a field nested deeper than the stack is decoded, printed and no reason to reject', () => {
	const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
	const instance = decodeOne({
		status: deep, token: deep, webhook: {url: deep, events: [deep]}, anyKey: deep, region: deep,
	});
	assert.equal(instance.item.status.kind, 'unexpected');
	assert.ok(inspect(instance, {depth: Infinity}).length < 10_000);
});

test('fields of the same flag or word are one object, those of the same long text or secret are not', () => {
	const long = 'a name that only one instance has';
	const item = {connection: {state: 'connected', numberJid: long}, settings: {ignoreGroupMessages: true, ignoreStatus: true}};
	const [one, other] = decode([{name: 'a', ...item}, {name: 'b', ...item}]).instances;
	assert.ok(one && other);
	const areShared = (['state', 'numberJid'] as const).map(name => fieldOf(one.item.connection, name) === fieldOf(other.item.connection, name));
	assert.deepEqual(areShared, [true, false]);
	assert.equal(fieldOf(one.item.settings, 'ignoreGroupMessages'), fieldOf(other.item.settings, 'ignoreStatus'));
	assert.deepEqual(fieldOf(one.item.settings, 'ignoreGroupMessages'), value(true));
});

test('however many words there are, each field has its own', () => {
	const words = Array.from({length: 2500}, (_, index) => `state ${index}`);
	const {instances} = decode(words.map((state, index) => ({id: `${index}`, name: `${index}`, connection: {state}})));
	assert.deepEqual(instances.map(({item}) => fieldOf(item.connection, 'state')), words.map(word => value(word)));
});
