/* eslint-disable @typescript-eslint/no-restricted-types -- the API sends null, and these types say so */

export type WireConnection = {
	readonly state: string;
	/** Null while the instance is not paired. */
	readonly numberJid: string | null;
	readonly presenceStatus: string;
	readonly displayStatus: string;
};

export type WireProfile = {
	readonly name: string;
	readonly pictureUrl: string;
	readonly isBusiness: boolean;
	readonly businessName: string;
};

export type WireProxy = {
	readonly enabled: boolean;
	readonly host: string | null;
	/** A string on some of the API's pages, a number on others. */
	readonly port: string | number | null;
	readonly protocol: string | null;
	readonly username: string | null;
	readonly password: string | null;
};

export type WireWebhook = {
	readonly enabled: boolean;
	readonly url: string | null;
	readonly events: readonly string[];
};

export type WireWebsocket = {
	readonly enabled: boolean;
	readonly events: readonly string[];
	readonly mediaBase64: boolean;
};

export type WireChatwoot = {
	readonly enabled: boolean;
	readonly status: string | null;
	readonly bridgeIntegrationId: string | null;
	readonly baseUrl: string | null;
	readonly accountId: number | null;
	readonly inboxName: string | null;
	readonly apiToken: string | null;
	readonly signMessages: boolean;
	readonly ignoreGroups: boolean;
	readonly startAsPending: boolean;
	readonly reopenResolved: boolean;
	/** Not on the API's page; a bridge with the status `error` may have it. */
	readonly error?: string;
};

export type WireSettings = {
	readonly autoRejectCalls: boolean;
	readonly callRejectMessage: string;
	readonly ignoreGroupMessages: boolean;
	readonly keepOnlineStatus: boolean;
	readonly autoReadMessages: boolean;
	readonly disableHistorySync: boolean;
	readonly ignoreStatus: boolean;
};

export type WireS3 = {
	readonly enabled: boolean;
	readonly region: string | null;
	readonly bucket: string | null;
	readonly accessKey: string | null;
	readonly secretKey: string | null;
	readonly endpoint: string | null;
	readonly pathPrefix: string | null;
};

/** Block as it can be sent: whole, null, or missing from the answer (undefined). */
type Sent<Block> = Block | null | undefined;

/**
Item of the list `instances` as it is sent. The object has all keys, in the order of the API's page; JSON leaves out the undefined ones.
These types are the simulator's own and not the program's, so that tests check the program against the API's page.
*/
export type WireInstance = {
	readonly id: string;
	readonly name: string;
	readonly token: string;
	readonly status: string;
	readonly connection: Sent<WireConnection>;
	readonly profile: Sent<WireProfile>;
	readonly proxy: Sent<WireProxy>;
	readonly webhook: Sent<WireWebhook>;
	readonly websocket: Sent<WireWebsocket>;
	readonly chatwoot: Sent<WireChatwoot>;
	readonly settings: Sent<WireSettings>;
	readonly s3: Sent<WireS3>;
	readonly createdAt: string;
	readonly updatedAt: string;
};

/** Fields that every instance needs; they differ from instance to instance. */
export type Identity = Pick<WireInstance, 'id' | 'name' | 'token' | 'createdAt' | 'updatedAt'> & {
	readonly numberJid: string | null;
};

type Blocks = Pick<WireInstance, 'profile' | 'proxy' | 'webhook' | 'websocket' | 'chatwoot' | 'settings' | 's3'>;

/** Builds a connected instance in the shape of the API's page. Blocks that are not given are off or empty, in the API's own form. */
export function buildInstance({id, name, token, createdAt, updatedAt, numberJid}: Identity, blocks: Partial<Blocks> = {}): WireInstance {
	return {
		id,
		name,
		token,
		status: 'connected',
		connection: {
			state: 'connected', numberJid, presenceStatus: 'available', displayStatus: 'Active',
		},
		profile: {
			name: '', pictureUrl: '', isBusiness: false, businessName: '',
		},
		proxy: proxyOff,
		webhook: {enabled: false, url: null, events: []},
		websocket: {enabled: false, events: [], mediaBase64: false},
		chatwoot: chatwootOff,
		settings: plainSettings,
		s3: s3Off,
		...blocks,
		createdAt,
		updatedAt,
	};
}

/** Writes a time, given in milliseconds since the epoch, as the API does: ISO 8601 in UTC, in whole seconds. */
export function writeTime(at: number): string {
	return `${new Date(at).toISOString().slice(0, -'.000Z'.length)}Z`;
}

const proxyOff: WireProxy = {
	enabled: false, host: null, port: null, protocol: null, username: null, password: null,
};

const chatwootOff: WireChatwoot = {
	enabled: false,
	status: null,
	bridgeIntegrationId: null,
	baseUrl: null,
	accountId: null,
	inboxName: null,
	apiToken: null,
	signMessages: false,
	ignoreGroups: false,
	startAsPending: false,
	reopenResolved: false,
};

const plainSettings: WireSettings = {
	autoRejectCalls: false,
	callRejectMessage: '',
	ignoreGroupMessages: false,
	keepOnlineStatus: false,
	autoReadMessages: false,
	disableHistorySync: true,
	ignoreStatus: false,
};

const s3Off: WireS3 = {
	enabled: false, region: null, bucket: null, accessKey: null, secretKey: null, endpoint: null, pathPrefix: null,
};
