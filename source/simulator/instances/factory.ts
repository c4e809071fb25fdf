import {
	generateChatwoot,
	generateProxy,
	generateS3,
	generateSettings,
	generateWebhook,
	generateWebsocket,
} from './integrations.js';
import {createNameGenerator} from './names.js';
import {createJidGenerator} from './phone-numbers.js';
import {generateProfile} from './profiles.js';
import type {Random} from './random.js';
import {buildInstance, writeTime, type WireInstance} from './wire-instance.js';

/** Stability of an instance's connection: it keeps its state, loses its connection now and then, or loses it every few seconds. */
export type Stability = 'stable' | 'unstable' | 'flapping';

/** Instance as it is sent, with two facts that are not sent: the JID that it has while it is paired, and its stability. */
export type SimulatedInstance = {
	readonly instance: WireInstance;
	readonly pairedJid: string;
	readonly stability: Stability;
};

/** Creates healthy instances. Ids, tokens and numbers never repeat, nor do generated names; a name that is passed is taken as it is. */
export type InstanceFactory = {
	readonly create: (name?: string) => SimulatedInstance;
};

const day = 24 * 60 * 60 * 1000;

/** Makes the factory of one account. Its instances were created before `startedAt`, in milliseconds since the epoch. */
export function createInstanceFactory(random: Random, startedAt: number): InstanceFactory {
	const nextName = createNameGenerator(random.fork('names'));
	const nextJid = createJidGenerator(random.fork('numbers'));
	let count = 0;
	return {
		create(name = nextName()) {
			count += 1;
			return generateInstance(random.fork(`instance ${count}`), name, nextJid(), startedAt);
		},
	};
}

function generateInstance(random: Random, name: string, pairedJid: string, startedAt: number): SimulatedInstance {
	const ageInDays = random.between(30, 900);
	const profile = generateProfile(random);
	const identity = {
		id: random.uuid(),
		name,
		token: random.uuid(),
		createdAt: writeTime(startedAt - (ageInDays * day) - random.between(0, day)),
		updatedAt: writeTime(startedAt - random.between(0, 30 * day)),
		numberJid: pairedJid,
	};
	const instance = buildInstance(identity, {
		profile,
		settings: generateSettings(random),
		...(random.chance(0.8) && {webhook: generateWebhook(random)}),
		...(random.chance(0.35) && {websocket: generateWebsocket(random)}),
		...(random.chance(0.45) && {chatwoot: generateChatwoot(random, profile.name)}),
		...(random.chance(0.2) && {proxy: generateProxy(random)}),
		...(random.chance(0.15) && {s3: generateS3(random)}),
	});
	return {instance, pairedJid, stability: 'unstable'};
}
