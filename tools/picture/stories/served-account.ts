import {simulate} from '../../../test/helpers/servers/simulate.js';
import type {Change} from '../../../source/simulator/instances/change-instance.js';

/** An instance of a simulated account that a story sets up by hand. */
export type ServedInstance = {
	readonly name: string;
	readonly state: string;
	/** The moment from which it is disconnected, in seconds from the start; never if there is none. */
	readonly fallsAt?: number;
	readonly profile: string;
};

/** A simulator with these instances, which the picture's program reaches by HTTP. */
export type ServedAccount = AsyncDisposable & {
	readonly port: number;
	readonly token: string;
	/** Makes those fall that fall up to this moment, in seconds from the start. */
	readonly advanceTo: (seconds: number) => void;
};

/** Serve an account. `now` is the story's own time, in milliseconds since the epoch. */
export async function serveAccount(instances: readonly ServedInstance[], now: () => number): Promise<ServedAccount> {
	// As many calls a minute as the API allows, since the screen tells of them.
	const simulator = await simulate({scenario: 'empty', rateLimit: 100, now});
	for (const {name, state, profile} of instances) {
		simulator.world.add(name, {state, ...changeProfile(profile)});
	}

	return {
		port: Number(new URL(simulator.url).port),
		token: simulator.token,
		advanceTo(seconds) {
			for (const {name, fallsAt} of instances) {
				if (fallsAt === seconds) {
					simulator.world.set(name, {state: 'disconnected'});
				}
			}
		},
		[Symbol.asyncDispose]: simulator.close,
	};
}

function changeProfile(name: string): Change {
	return {
		profile: {
			name, pictureUrl: '', isBusiness: true, businessName: name,
		},
	};
}

/** TABLE of instances with names in the scripts of many countries, and with emoji: joined ones, one with a skin tone, and a flag. */
export const namesOfTheWorld: readonly ServedInstance[] = [
	{
		name: '日本支店-東京', state: 'connected', profile: '東京ストア 🗼', fallsAt: 20,
	},
	{name: '한국-서울', state: 'loggedout', profile: '서울 고객센터'},
	{name: '北京-客服', state: 'disconnected', profile: '北京客服中心'},
	{name: 'Café São João ☕️🚀👩🏽‍💻🇧🇷', state: 'connecting', profile: 'Café São João ☕️'},
	{name: '大阪-カフェ・ひまわり🌻', state: 'connected', profile: 'カフェ・ひまわり'},
	{name: '부산-해운대 지점', state: 'connected', profile: '해운대 지점 🏖️'},
	{name: 'Київ-підтримка', state: 'connected', profile: 'Служба підтримки'},
	{name: 'Αθήνα-πωλήσεις', state: 'connected', profile: 'Πωλήσεις'},
	{name: '🍕-pizzaria-da-praça', state: 'connected', profile: '🍕 Pizzaria da Praça 👨‍🍳'},
	{name: 'Hà Nội-hỗ trợ', state: 'connected', profile: 'Hỗ trợ khách hàng'},
];
