import {Buffer} from 'node:buffer';
import type {Choices, Random} from '../../../source/simulator/instances/random.js';
import {hostileText} from './hostile-text.js';

/** Body of an answer, with the secrets that were planted in it. */
export type HostileList = {
	readonly body: Uint8Array;
	readonly secrets: readonly string[];
};

/** Fields of the blocks, and some that are in none. */
const blocks: Readonly<Record<string, readonly string[]>> = {
	connection: ['state', 'numberJid', 'presenceStatus', 'displayStatus'],
	profile: ['name', 'pictureUrl', 'isBusiness', 'businessName'],
	settings: ['autoRejectCalls', 'callRejectMessage', 'ignoreStatus', 'keepOnlineStatus'],
	webhook: ['enabled', 'url', 'events'],
	websocket: ['enabled', 'events', 'mediaBase64'],
	chatwoot: ['enabled', 'status', 'baseUrl', 'accountId', 'inboxName', 'error'],
	proxy: ['enabled', 'host', 'port', 'protocol', 'username'],
	s3: ['enabled', 'region', 'bucket', 'endpoint', 'pathPrefix'],
	more: ['a', 'b', '__proto__', 'toString', ''],
};

const itemFields: Choices<string> = ['status', 'createdAt', 'updatedAt', 'unknown', '__proto__', 'constructor', 'x\u{1B}[2J', ''];

/** Fields that hold a secret, by the block that they are in. */
const secretFields: ReadonlyArray<readonly [block: string, field: string]> = [
	['', 'token'], ['chatwoot', 'apiToken'], ['proxy', 'password'], ['s3', 'accessKey'], ['s3', 'secretKey'], ['more', 'clientSecret'],
];

const numbers: Choices<number> = [0, -1, 1.5, 42, 1e21, Number.MAX_SAFE_INTEGER + 2, 1e-9, 2 ** 31];

type Fields = Record<string, unknown>;

/** Makes an answer that may be anything: mostly small lists, some large ones, and some that are damaged as a whole. */
export function hostileList(random: Random): HostileList {
	const secrets: string[] = [];
	const size = sizeOf(random);
	const names = Array.from({length: 3}, () => hostileText(random));
	const items = Array.from({length: size}, () => hostileItem(random, names, secrets));
	const envelope: Fields = {
		...random.chance(0.9) && {success: random.chance(0.95) || valueOf(random, 0)},
		...random.chance(0.3) && {[hostileText(random)]: valueOf(random, 0)},
		...random.chance(0.1) && {error: {message: hostileText(random)}},
		...random.chance(0.97) && {instances: random.chance(0.98) ? items : valueOf(random, 0)},
		...random.chance(0.3) && {meta: {total: size, instances: size}},
	};
	const text = JSON.stringify(envelope, undefined, random.chance(0.1) ? random.between(1, 4) : 0);
	const body = random.chance(0.1) ? damage(random, text) : Buffer.from(text);
	if (random.chance(0.95)) {
		return {body, secrets};
	}

	// The name of a field is not known to be a secret's once one of its letters is another.
	return {body: changeBytes(random, body), secrets: []};
}

function sizeOf(random: Random): number {
	const kind = random.fraction();
	return kind < 0.97 ? random.between(0, 3) : (kind < 0.9997 ? random.between(4, 20) : random.between(21, 3000));
}

function hostileItem(random: Random, names: readonly string[], secrets: string[]): unknown {
	if (random.chance(0.06)) {
		return valueOf(random, 0);
	}

	const name = random.chance(0.8) ? `${hostileText(random)}${random.between(0, 999)}` : names[random.between(0, 2)];
	const item: Fields = {
		...random.chance(0.8) && {id: random.chance(0.9) ? `${random.between(0, 9999)}` : valueOf(random, 0)},
		...random.chance(0.97) && {name: random.chance(0.97) ? name : valueOf(random, 0)},
	};
	for (const [block, fields] of Object.entries(blocks)) {
		if (random.chance(0.4)) {
			define(item, block, random.chance(0.9) ? hostileBlock(random, fields) : valueOf(random, 0));
		}
	}

	for (let field = random.between(0, 2); field > 0; field--) {
		define(item, random.pick(itemFields), valueOf(random, 0));
	}

	for (const [block, field] of secretFields) {
		if (random.chance(0.2)) {
			plant(item, block, field, random, secrets);
		}
	}

	return item;
}

function hostileBlock(random: Random, fields: readonly string[]): Fields {
	const block: Fields = {};
	for (const field of fields) {
		if (random.chance(0.6)) {
			define(block, field, field === 'enabled' && random.chance(0.7) ? random.chance(0.5) : valueOf(random, 0));
		}
	}

	return block;
}

/** Puts a secret in its field, in a block that is an object, or in the address of a webhook. */
function plant(item: Fields, block: string, field: string, random: Random, secrets: string[]): void {
	const secret = `planted-${random.uuid()}`;
	const place = block === '' ? item : item[block];
	if (typeof place !== 'object' || place === null || Array.isArray(place)) {
		return;
	}

	secrets.push(secret);
	define(place, field, secret);
	if (random.chance(0.8)) {
		return;
	}

	const inAddress = `planted-${random.uuid()}`;
	secrets.push(inAddress);
	define(item, 'webhook', {enabled: true, url: `https://user:${inAddress}@hooks.example.com/?token=${inAddress}&a=${random.between(0, 9)}`});
}

/** Sets a field of any name: `__proto__` is one as all others, as it is for JSON. */
function define(target: WeakKey, name: string, value: unknown): void {
	Object.defineProperty(target, name, {
		value, enumerable: true, configurable: true, writable: true,
	});
}

/** Makes a value of any type. */
function valueOf(random: Random, depth: number): unknown {
	const kind = random.fraction();
	if (kind < 0.6 || depth > 4) {
		return hostileText(random);
	}

	if (kind < 0.7) {
		return random.pick(numbers);
	}

	if (kind < 0.85) {
		return random.pick([true, false, null, '']);
	}

	const length = random.chance(0.002) ? random.between(10, 400) : random.between(0, 3);
	if (kind < 0.93) {
		return Array.from({length}, () => valueOf(random, depth + 1));
	}

	const fields: Fields = {};
	for (let field = 0; field < length; field++) {
		define(fields, hostileText(random), valueOf(random, depth + 1));
	}

	return fields;
}

/** Cuts or repeats a text, or puts in what JSON.stringify never writes. */
function damage(random: Random, text: string): Uint8Array {
	const bytes = Buffer.from(text);
	const at = random.between(0, bytes.length);
	switch (random.between(0, 4)) {
		case 0: {
			return bytes.subarray(0, at);
		}

		case 1: {
			return Buffer.concat([bytes, bytes.subarray(at)]);
		}

		case 2: {
			return Buffer.concat([Buffer.from([0xEF, 0xBB, 0xBF]), bytes]);
		}

		case 3: {
			const depth = random.pick([10, 45, 900, 1100, 50_000]);
			return insert(bytes, '"instances":[', `${'['.repeat(depth)}1${']'.repeat(depth)},`);
		}

		default: {
			return insert(bytes, '"instances":[', random.pick(['1e400,', '9007199254740993,', '{"name":1e400},', String.raw`{"name":"\ud800"},`, '{"name":"a","name":"b"},', '{},'.repeat(200)]));
		}
	}
}

function changeBytes(random: Random, bytes: Uint8Array): Uint8Array {
	const changed = Buffer.from(bytes);
	for (let count = random.between(1, 4); count > 0 && changed.length > 0; count--) {
		changed[random.between(0, changed.length - 1)] = random.between(0, 255);
	}

	return changed;
}

function insert(bytes: Uint8Array, after: string, added: string): Uint8Array {
	const buffer = Buffer.from(bytes);
	const at = buffer.indexOf(after);
	return at === -1 ? bytes : Buffer.concat([buffer.subarray(0, at + after.length), Buffer.from(added), buffer.subarray(at + after.length)]);
}
