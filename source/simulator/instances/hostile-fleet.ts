import type {Choices} from './random.js';
import {hostileTexts} from './hostile-texts.js';
import type {InstanceFactory, SimulatedInstance} from './factory.js';
import type {WireInstance} from './wire-instance.js';

const states: Choices<string> = ['connected', 'connecting', 'disconnected', 'loggedout'];

/** One instance in five has a state with its hostile text in it; the others have documented states, so that the fleet still has those. */
const oddStateEvery = 5;

/** One instance in four has its hostile text in its times; the other times must remain readable. */
const oddTimeEvery = 4;

/**
Generates a fleet in which every string of an instance, its token included, contains the hostile text of that instance.
Names stay unique: from the second time on, a number follows the text.
*/
export function populateHostile(count: number, factory: InstanceFactory): readonly SimulatedInstance[] {
	return Array.from({length: count}, (_, index) => {
		const text = hostileTexts[index % hostileTexts.length] ?? '';
		const round = Math.floor(index / hostileTexts.length) + 1;
		const created = factory.create(round === 1 ? text : `${text} ${round}`);
		return {...created, instance: insertText(created.instance, text, index), stability: 'stable'};
	});
}

function insertText(instance: WireInstance, text: string, index: number): WireInstance {
	const documented = states[index % states.length] ?? states[0];
	const state = index % oddStateEvery === 0 ? `odd${text}` : documented;
	const changeTime = (time: string) => index % oddTimeEvery === 0 ? `${time}${text}` : time;
	return {
		id: `${instance.id}${text}`,
		name: instance.name,
		token: `${instance.token}${text}`,
		status: state,
		connection: {
			state,
			numberJid: `5511${text}@s.whatsapp.net`,
			presenceStatus: `available${text}`,
			displayStatus: `Active${text}`,
		},
		profile: {
			name: `Profile ${text}`,
			pictureUrl: `https://pps.whatsapp.net/${text}`,
			isBusiness: true,
			businessName: `Business ${text}`,
		},
		proxy: {
			enabled: true,
			host: `proxy${text}.example.net`,
			port: `1080${text}`,
			protocol: `socks5${text}`,
			username: `user${text}`,
			password: `password${text}`,
		},
		webhook: {
			enabled: true,
			url: `https://hooks.example.com/${text}?token=${text}`,
			events: [`message.exchange${text}`, text],
		},
		websocket: {enabled: true, events: [text], mediaBase64: false},
		chatwoot: {
			enabled: true,
			status: `error${text}`,
			bridgeIntegrationId: `int_${text}`,
			baseUrl: `https://chatwoot.example.com/${text}`,
			accountId: index,
			inboxName: `Inbox ${text}`,
			apiToken: `sk_live_${text}`,
			signMessages: true,
			ignoreGroups: false,
			startAsPending: false,
			reopenResolved: true,
			error: `failed: ${text}`,
		},
		settings: {
			autoRejectCalls: true,
			callRejectMessage: `No calls ${text}`,
			ignoreGroupMessages: false,
			keepOnlineStatus: false,
			autoReadMessages: false,
			disableHistorySync: true,
			ignoreStatus: false,
		},
		s3: {
			enabled: true,
			region: `sa-east-1${text}`,
			bucket: `bucket${text}`,
			accessKey: `AKIA${text}`,
			secretKey: `secret${text}`,
			endpoint: `https://s3.example.com/${text}`,
			pathPrefix: `prefix/${text}`,
		},
		createdAt: changeTime(instance.createdAt),
		updatedAt: changeTime(instance.updatedAt),
	};
}
