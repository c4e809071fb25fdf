import type {Choices, Random} from './random.js';
import type {
	WireChatwoot,
	WireProxy,
	WireS3,
	WireSettings,
	WireWebhook,
	WireWebsocket,
} from './wire-instance.js';

/** All events of the API. An empty list of events means all of them. */
const events: Choices<string> = [
	'message.exchange',
	'message.status',
	'call.update',
	'group.flow',
	'instance.state',
	'label.update',
];

const rejectMessages: Choices<string> = [
	'Não atendemos ligações. Mande uma mensagem 😊',
	'Ligações não são atendidas neste número.',
];

/** Generates a webhook that is on. */
export function generateWebhook(random: Random): WireWebhook {
	const urls: Choices<string> = [
		`https://n8n.example.com/webhook/${random.uuid()}`,
		`https://crm.example.net/hooks/whatsapp/${random.between(100, 999)}`,
		'https://api.example.org/v1/ryze/events',
	];
	return {enabled: true, url: random.pick(urls), events: chooseEvents(random)};
}

/** Generates a WebSocket that is on. */
export function generateWebsocket(random: Random): WireWebsocket {
	return {enabled: true, events: chooseEvents(random), mediaBase64: random.chance(0.3)};
}

/** Generates a Chatwoot bridge that is on and in the status `active`. */
export function generateChatwoot(random: Random, inbox: string): WireChatwoot {
	return {
		enabled: true,
		status: 'active',
		bridgeIntegrationId: `int_${generateWord(random, 12)}`,
		baseUrl: 'https://chatwoot.example.com',
		accountId: random.between(1, 40),
		inboxName: `WhatsApp - ${inbox}`,
		apiToken: `sk_live_${generateWord(random, 24)}`,
		signMessages: random.chance(0.7),
		ignoreGroups: random.chance(0.5),
		startAsPending: random.chance(0.2),
		reopenResolved: random.chance(0.6),
	};
}

/** Generates a proxy that is on and has a user name. The password is null, since the API never sends it. */
export function generateProxy(random: Random): WireProxy {
	const protocol = random.pick(['http', 'https', 'socks5']);
	const port = random.pick([1080, 3128, 8080]);
	return {
		enabled: true,
		host: `proxy-${random.between(1, 9)}.example.net`,
		port: random.chance(0.5) ? port : String(port),
		protocol,
		username: `fleet-${random.between(10, 99)}`,
		password: null,
	};
}

/** Generates an S3 storage that is on, with both its keys. */
export function generateS3(random: Random): WireS3 {
	const region = random.pick(['sa-east-1', 'us-east-1', 'eu-west-1']);
	return {
		enabled: true,
		region,
		bucket: `media-${generateWord(random, 6)}`,
		accessKey: `AKIA${generateWord(random, 16).toUpperCase()}`,
		secretKey: generateWord(random, 40),
		endpoint: `https://s3.${region}.example.com`,
		pathPrefix: random.pick(['whatsapp/', 'media/2026/', '']),
	};
}

/** Generates the settings, which are the instance's behaviour flags. */
export function generateSettings(random: Random): WireSettings {
	const isAutoRejectCalls = random.chance(0.3);
	const message = random.pick(rejectMessages);
	return {
		autoRejectCalls: isAutoRejectCalls,
		callRejectMessage: isAutoRejectCalls ? message : '',
		ignoreGroupMessages: random.chance(0.5),
		keepOnlineStatus: random.chance(0.25),
		autoReadMessages: random.chance(0.2),
		disableHistorySync: random.chance(0.8),
		ignoreStatus: random.chance(0.6),
	};
}

function chooseEvents(random: Random): readonly string[] {
	return events.filter(() => random.chance(0.4));
}

function generateWord(random: Random, length: number): string {
	return Array.from({length}, () => random.between(0, 35).toString(36)).join('');
}
