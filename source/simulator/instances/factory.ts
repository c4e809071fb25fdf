import {
	drawChatwoot,
	drawProxy,
	drawS3,
	drawSettings,
	drawWebhook,
	drawWebsocket,
} from './integrations.js';
import {createNames} from './names.js';
import {createNumbers} from './phone-numbers.js';
import {drawProfile} from './profiles.js';
import type {Random} from './random.js';
import {buildInstance, writeTime, type WireInstance} from './wire-instance.js';

/** How an instance behaves: keeps its state, loses its connection now and then, or does nothing else. */
export type Temperament = 'still' | 'drifting' | 'flapping';

/** An instance with what the wire does not say of it: the number it pairs with, and how it behaves. */
export type SimulatedInstance = {
	readonly instance: WireInstance;
	readonly homeJid: string;
	readonly temper: Temperament;
};

/** Hands out healthy instances of which no two share an id, a token, a number or (where none is asked for) a name. */
export type InstanceFactory = {
	readonly enrol: (name?: string) => SimulatedInstance;
};

const day = 24 * 60 * 60 * 1000;

/** Makes the registry of one account, with everything in it created before `startedAt`. */
export function createInstanceFactory(random: Random, startedAt: number): InstanceFactory {
	const nextName = createNames(random.fork('names'));
	const nextNumber = createNumbers(random.fork('numbers'));
	let enrolled = 0;
	return {
		enrol(name = nextName()) {
			enrolled += 1;
			return draw(random.fork(`instance ${enrolled}`), name, nextNumber(), startedAt);
		},
	};
}

function draw(random: Random, name: string, homeJid: string, startedAt: number): SimulatedInstance {
	const age = random.between(30, 900);
	const profile = drawProfile(random);
	const identity = {
		id: random.uuid(),
		name,
		token: random.uuid(),
		createdAt: writeTime(startedAt - (age * day) - random.between(0, day)),
		updatedAt: writeTime(startedAt - random.between(0, 30 * day)),
		numberJid: homeJid,
	};
	const instance = buildInstance(identity, {
		profile,
		settings: drawSettings(random),
		...(random.chance(0.8) && {webhook: drawWebhook(random)}),
		...(random.chance(0.35) && {websocket: drawWebsocket(random)}),
		...(random.chance(0.45) && {chatwoot: drawChatwoot(random, profile.name)}),
		...(random.chance(0.2) && {proxy: drawProxy(random)}),
		...(random.chance(0.15) && {s3: drawS3(random)}),
	});
	return {instance, homeJid, temper: 'drifting'};
}
