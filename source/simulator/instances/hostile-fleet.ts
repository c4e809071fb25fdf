import type {Choices} from './random.js';
import {hostileTexts} from './hostile-texts.js';
import type {InstanceFactory, SimulatedInstance} from './factory.js';
import type {WireInstance} from './wire-instance.js';

const states: Choices<string> = ['connected', 'connecting', 'disconnected', 'loggedout'];

/** A state of its own poison, rather than one of the page's, has one in so many; so that the fleet still has states. */
const oddStateEvery = 5;

/** As above for times, which must remain readable in most. */
const oddTimeEvery = 4;

/** Draws a fleet in which every string of an instance carries the poison of that instance, its token included. Names stay unique. */
export function populateHostile(count: number, registry: InstanceFactory): readonly SimulatedInstance[] {
	return Array.from({length: count}, (_, index) => {
		const poison = hostileTexts[index % hostileTexts.length] ?? '';
		const round = Math.floor(index / hostileTexts.length) + 1;
		const resident = registry.enrol(round === 1 ? poison : `${poison} ${round}`);
		return {...resident, instance: spoil(resident.instance, poison, index), temper: 'still'};
	});
}

function spoil(instance: WireInstance, poison: string, index: number): WireInstance {
	const usual = states[index % states.length] ?? states[0];
	const state = index % oddStateEvery === 0 ? `odd${poison}` : usual;
	const time = (plain: string) => index % oddTimeEvery === 0 ? `${plain}${poison}` : plain;
	return {
		id: `${instance.id}${poison}`,
		name: instance.name,
		token: `${instance.token}${poison}`,
		status: state,
		connection: {
			state,
			numberJid: `5511${poison}@s.whatsapp.net`,
			presenceStatus: `available${poison}`,
			displayStatus: `Active${poison}`,
		},
		profile: {
			name: `Profile ${poison}`,
			pictureUrl: `https://pps.whatsapp.net/${poison}`,
			isBusiness: true,
			businessName: `Business ${poison}`,
		},
		proxy: {
			enabled: true,
			host: `proxy${poison}.example.net`,
			port: `1080${poison}`,
			protocol: `socks5${poison}`,
			username: `user${poison}`,
			password: `password${poison}`,
		},
		webhook: {
			enabled: true,
			url: `https://hooks.example.com/${poison}?token=${poison}`,
			events: [`message.exchange${poison}`, poison],
		},
		websocket: {enabled: true, events: [poison], mediaBase64: false},
		chatwoot: {
			enabled: true,
			status: `error${poison}`,
			bridgeIntegrationId: `int_${poison}`,
			baseUrl: `https://chatwoot.example.com/${poison}`,
			accountId: index,
			inboxName: `Inbox ${poison}`,
			apiToken: `sk_live_${poison}`,
			signMessages: true,
			ignoreGroups: false,
			startAsPending: false,
			reopenResolved: true,
			error: `failed: ${poison}`,
		},
		settings: {
			autoRejectCalls: true,
			callRejectMessage: `No calls ${poison}`,
			ignoreGroupMessages: false,
			keepOnlineStatus: false,
			autoReadMessages: false,
			disableHistorySync: true,
			ignoreStatus: false,
		},
		s3: {
			enabled: true,
			region: `sa-east-1${poison}`,
			bucket: `bucket${poison}`,
			accessKey: `AKIA${poison}`,
			secretKey: `secret${poison}`,
			endpoint: `https://s3.example.com/${poison}`,
			pathPrefix: `prefix/${poison}`,
		},
		createdAt: time(instance.createdAt),
		updatedAt: time(instance.updatedAt),
	};
}
