import assert from 'node:assert/strict';
import {test} from 'node:test';
import {oddities, findOddities} from '../../../../source/core/instance/oddities.js';
import {integrations, type Integration} from '../../../../source/core/blocks/blocks.js';
import {standingOf, type Standing} from '../../../../source/core/instance/integration.js';
import {instanceOf, type WireItem} from '../../../helpers/fleet.js';
import {instanceAsItCame} from '../../../helpers/watch-polls.js';

type Fields = Readonly<Record<string, unknown>>;

const idsOf = (fields: Fields) => findOddities(instanceOf({name: 'sales', ...fields})).map(({id}) => id);

/** For each oddity, instances that have it and nothing else, and neighbours that have none. */
const cases: Readonly<Record<string, {readonly has: readonly Fields[]; readonly hasNot: readonly Fields[]}>> = {
	'status-differs': {
		has: [{status: 'disconnected'}, {status: 'qr'}],
		hasNot: [{status: 'Connected'}, {status: null}, {status: 5}, {status: 'logged_out', connection: {state: 'loggedout'}}, {status: 'disconnected', connection: null}],
	},
	'no-number': {
		has: [{connection: {state: 'connected', numberJid: null}}, {connection: {state: 'connected'}}, {connection: {state: 'connected', numberJid: ''}}, {connection: null}],
		hasNot: [{status: 'connecting', connection: {state: 'connecting', numberJid: null}}],
	},
	'unknown-state': {
		has: [{state: 'qr'}, {state: 'banned'}],
		hasNot: [{state: 'connecting'}, {state: 'LOGGED-OUT'}],
	},
	'webhook-no-url': {
		has: [{webhook: {enabled: true}}, {webhook: {enabled: true, url: ''}}, {webhook: {enabled: true, url: null}}],
		hasNot: [{webhook: {enabled: false, url: ''}}, {webhook: {enabled: true, url: 'https://example.com'}}, {webhook: null}],
	},
	'chatwoot-error': {
		has: [{chatwoot: {enabled: true, status: 'error'}}],
		hasNot: [{chatwoot: {enabled: true, status: 'active'}}, {chatwoot: 'error'}],
	},
	'chatwoot-paused': {
		has: [{chatwoot: {enabled: true, status: 'paused'}}],
		hasNot: [{chatwoot: {enabled: true, status: null}}, {chatwoot: null}],
	},
	'chatwoot-unknown': {
		has: [{chatwoot: {enabled: true, status: 'syncing'}}],
		hasNot: [{chatwoot: {enabled: false, status: 'none'}}, {chatwoot: {enabled: true, status: ''}}, {chatwoot: {enabled: true}}],
	},
	'proxy-no-host': {
		has: [{proxy: {enabled: true, host: null}}, {proxy: {enabled: true}}, {proxy: {enabled: true, host: ''}}],
		hasNot: [{proxy: {enabled: true, host: '10.0.0.1'}}, {proxy: {enabled: false, host: null}}, {proxy: {enabled: 'yes'}}],
	},
};

test('the API\'s own sample is not odd', () => {
	assert.deepEqual(idsOf({}), []);
});

test('each oddity is found where it is, and nowhere near', () => {
	assert.deepEqual(oddities.map(({id}) => id).filter(id => id !== 'unread'), Object.keys(cases));
	for (const [id, {has, hasNot}] of Object.entries(cases)) {
		for (const fields of has) {
			assert.deepEqual(idsOf(fields), [id], JSON.stringify(fields));
		}

		for (const fields of hasNot) {
			assert.ok(!idsOf(fields).includes(id), `${id}: ${JSON.stringify(fields)}`);
		}
	}
});

test('an instance whose item could not be read is odd', () => {
	assert.deepEqual(findOddities({...instanceOf({name: 'sales', state: 'disconnected'}), isUnread: true}).map(({id}) => id), ['unread']);
});

test('an instance can be odd in several ways, told in one order', () => {
	assert.deepEqual(idsOf({proxy: {enabled: true}, chatwoot: {enabled: true, status: 'error'}, status: 'connecting'}), ['status-differs', 'chatwoot-error', 'proxy-no-host']);
});

test('an integration is on, off, in trouble or not in the answer', () => {
	const check = (integration: Integration, list: ReadonlyArray<readonly [block: unknown, standing: Standing]>) => {
		for (const [block, standing] of list) {
			const item: WireItem = {name: 'sales', [integration]: block};
			const instance = instanceOf(item);
			assert.equal(standingOf(instance, integration, findOddities(instance)), standing, `${integration}: ${JSON.stringify(block)}`);
		}
	};

	for (const integration of integrations) {
		check(integration, [
			[{enabled: false}, 'off'],
			[null, 'missing'],
			[{}, 'missing'],
			[{enabled: null}, 'missing'],
			['on', 'trouble'],
			[[], 'trouble'],
			[{enabled: 'true'}, 'trouble'],
		]);
	}

	const bare = instanceAsItCame({name: 'sales'});
	assert.deepEqual(integrations.map(integration => standingOf(bare, integration, findOddities(bare))), integrations.map(() => 'missing'));

	check('webhook', [[{enabled: true, url: 'https://example.com'}, 'on'], [{enabled: true}, 'trouble']]);
	check('websocket', [[{enabled: true}, 'on']]);
	check('chatwoot', [[{enabled: true, status: 'active'}, 'on'], [{enabled: true, status: 'paused'}, 'trouble'], [{enabled: true, status: 'error'}, 'trouble']]);
	check('proxy', [[{enabled: true, host: '10.0.0.1'}, 'on'], [{enabled: true, host: null}, 'trouble']]);
	check('s3', [[{enabled: true}, 'on']]);
});
