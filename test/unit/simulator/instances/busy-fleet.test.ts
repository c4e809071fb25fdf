import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createRandom} from '../../../../source/simulator/instances/random.js';
import {scenarios} from '../../../../source/simulator/world/scenarios.js';
import {createWorld} from '../../../../source/simulator/world/world.js';
import type {WireInstance} from '../../../../source/simulator/instances/wire-instance.js';
import {createClock} from '../serving.js';

const clock = createClock();
const world = createWorld({
	scenario: scenarios.busy, instances: scenarios.busy.instances, random: createRandom(1), now: clock.now,
});
const atStart = world.instances();
clock.pass(3600);
const anHourLater = world.instances();

type Trait = readonly [string, (instance: WireInstance) => boolean];

const documentedStates = ['connected', 'connecting', 'disconnected', 'loggedout'];

const traits: readonly Trait[] = [
	...documentedStates.map((state): Trait => [`that is ${state}`, ({status, connection}) => status === state && connection?.state === state]),
	['in a state the API does not document', ({connection}) => connection?.state === 'qr'],
	['whose status contradicts its state', ({status, connection}) => connection?.state !== undefined && connection.state !== status],
	['connected without a number', ({connection}) => connection?.state === 'connected' && connection.numberJid === null],
	['down with its session saved', ({connection}) => connection?.state === 'disconnected' && typeof connection.numberJid === 'string'],
	['never paired and disconnected', ({connection}) => connection?.state === 'disconnected' && connection.numberJid === null],
	['never paired and connecting', ({connection}) => connection?.state === 'connecting' && connection.numberJid === null],
	['without a profile\'s name', ({profile}) => profile?.name === ''],
	['with Chatwoot active', ({chatwoot}) => chatwoot?.status === 'active' && typeof chatwoot.apiToken === 'string'],
	['with Chatwoot in error, and why', ({chatwoot}) => chatwoot?.status === 'error' && chatwoot.error !== undefined],
	['with Chatwoot paused', ({chatwoot}) => chatwoot?.status === 'paused'],
	['with Chatwoot in a status the API does not document', ({chatwoot}) => chatwoot?.status === 'syncing'],
	['with the webhook on and no URL', ({webhook}) => webhook?.enabled === true && webhook.url === null],
	['with secrets in the webhook\'s URL', ({webhook}) => /\/\/\w+:\w+@.+[&?]token=/v.test(webhook?.url ?? '')],
	['with the webhook on for some events', ({webhook}) => webhook?.enabled === true && webhook.events.length > 0],
	['with the webhook on for all events', ({webhook}) => webhook?.enabled === true && webhook.events.length === 0 && webhook.url !== null],
	['with the WebSocket on', ({websocket}) => websocket?.enabled === true],
	['with the proxy on and no host', ({proxy}) => proxy?.enabled === true && proxy.host === null],
	['with a proxy\'s user and the port as text', ({proxy}) => typeof proxy?.username === 'string' && typeof proxy.port === 'string'],
	['with the proxy\'s port as a number', ({proxy}) => typeof proxy?.port === 'number'],
	['with S3 and its keys', ({s3}) => s3?.enabled === true && s3.accessKey !== null && s3.secretKey !== null],
	['with blocks missing', ({proxy, chatwoot, s3}) => proxy === undefined && chatwoot === undefined && s3 === undefined],
	['with no connection in the answer', ({connection}) => connection === undefined],
	['with blocks that are null', ({websocket, chatwoot, settings}) => websocket === null && chatwoot === null && settings === null],
	['with a device in its JID', ({connection}) => /^\d+:\d+@s\.whatsapp\.net$/v.test(connection?.numberJid ?? '')],
	['with a JID that is no number', ({connection}) => connection?.numberJid?.endsWith('@lid') === true],
	['with an emoji in its name', ({name}) => /\p{Extended_Pictographic}/v.test(name)],
	['with accents in its name', ({name}) => /[áãçéêõú]/v.test(name)],
	['with wide characters in its name', ({name}) => /\p{Script=Han}/v.test(name)],
	['with a long name', ({name}) => name.length > 60],
	['of a business and with settings of its own', ({profile, settings}) => profile?.isBusiness === true && settings?.autoRejectCalls === true && settings.callRejectMessage !== ''],
	['of a person', ({profile}) => profile?.isBusiness === false && profile.name !== ''],
];

for (const [trait, has] of traits) {
	test(`busy has an instance ${trait}, at the start and an hour later`, () => {
		assert.ok(atStart.some(instance => has(instance)));
		assert.ok(anHourLater.some(instance => has(instance)));
	});
}

test('busy has most of its instances connected', () => {
	const connected = [atStart, anHourLater].map(fleet => fleet.filter(({status}) => status === 'connected').length);
	assert.ok(Math.min(...connected) > atStart.length * 0.6, connected.join(' and '));
});

test('a busy fleet smaller than its cast still has every documented state with five', () => {
	const small = createWorld({
		scenario: scenarios.busy, instances: 5, random: createRandom(1), now: clock.now,
	}).instances();
	assert.deepEqual(small.map(({status}) => status).toSorted(), ['connected', 'connecting', 'disconnected', 'loggedout', 'qr']);
});
