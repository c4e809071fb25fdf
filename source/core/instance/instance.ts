import type {Secret} from '../text/secret.js';
import type {SafeText} from '../text/sanitize.js';
import type {Wire} from '../json/wire.js';

declare const account: unique symbol;
declare const key: unique symbol;

/** Id of the account that an instance was listed for; there is usually one account. */
export type AccountId = string & {readonly [account]: true};

/** Key that identifies an instance from poll to poll: account and id (its name where no id came). It is only compared, never shown. */
export type InstanceKey = string & {readonly [key]: true};

/** Connection states of the API's page, and `other` for every word that it does not document (`qr`, `banned`, …). */
export const stateKinds = ['connected', 'connecting', 'disconnected', 'loggedout', 'other'] as const;
export type StateKind = (typeof stateKinds)[number];

/** A connection state: its kind, and the word that came for it. */
export type ConnectionState = {
	readonly kind: StateKind;
	readonly text: SafeText;
};

/**
One field of the answer. Every field but an instance's name can be missing or null. The kinds are apart because "not in the
answer", "null" and "of a type that the API's page does not document" are three different things to a reader.
*/
export type Field<Value> =
	| {readonly kind: 'missing'}
	| {readonly kind: 'null'}
	| {readonly kind: 'value'; readonly value: Value}
	| {readonly kind: 'unexpected'; readonly wire: Wire};

/** A field that the API's page does not document, under its own name. */
export type UnknownField = {
	readonly name: SafeText;
	readonly value: Wire | Secret;
};

/** A block of fields such as `webhook`, which may itself be absent or of a wrong type. */
export type Block<Fields> =
	| {readonly kind: 'missing'}
	| {readonly kind: 'null'}
	| {readonly kind: 'unexpected'; readonly wire: Wire}
	| {readonly kind: 'present'; readonly fields: Fields; readonly unknown: readonly UnknownField[]};

/** A URL: `shown` has its secrets masked; `whole` is the URL as it came, `undefined` where nothing was masked. */
export type UrlText = {
	readonly shown: SafeText;
	readonly whole: Secret | undefined;
};

/** A time as it came (`text`), and in milliseconds since the epoch (`at`) where it could be read. */
export type TimeText = {
	readonly text: SafeText;
	readonly at: number | undefined;
};

type ConnectionFields = {
	readonly state: Field<SafeText>;
	readonly numberJid: Field<SafeText>;
	readonly presenceStatus: Field<SafeText>;
	readonly displayStatus: Field<SafeText>;
};

type ProfileFields = {
	readonly name: Field<SafeText>;
	readonly pictureUrl: Field<UrlText>;
	readonly isBusiness: Field<boolean>;
	readonly businessName: Field<SafeText>;
};

type ProxyFields = {
	readonly enabled: Field<boolean>;
	readonly host: Field<SafeText>;
	readonly port: Field<SafeText>;
	readonly protocol: Field<SafeText>;
	readonly username: Field<SafeText>;
	readonly password: Field<Secret>;
};

type WebhookFields = {
	readonly enabled: Field<boolean>;
	readonly url: Field<UrlText>;
	readonly events: Field<readonly SafeText[]>;
};

type WebsocketFields = {
	readonly enabled: Field<boolean>;
	readonly events: Field<readonly SafeText[]>;
	readonly mediaBase64: Field<boolean>;
};

type ChatwootFields = {
	readonly enabled: Field<boolean>;
	readonly status: Field<SafeText>;
	readonly bridgeIntegrationId: Field<SafeText>;
	readonly baseUrl: Field<UrlText>;
	readonly accountId: Field<SafeText>;
	readonly inboxName: Field<SafeText>;
	readonly apiToken: Field<Secret>;
	readonly signMessages: Field<boolean>;
	readonly ignoreGroups: Field<boolean>;
	readonly startAsPending: Field<boolean>;
	readonly reopenResolved: Field<boolean>;
};

export type SettingsFields = {
	readonly autoRejectCalls: Field<boolean>;
	readonly callRejectMessage: Field<SafeText>;
	readonly ignoreGroupMessages: Field<boolean>;
	readonly keepOnlineStatus: Field<boolean>;
	readonly autoReadMessages: Field<boolean>;
	readonly disableHistorySync: Field<boolean>;
	readonly ignoreStatus: Field<boolean>;
};

type S3Fields = {
	readonly enabled: Field<boolean>;
	readonly region: Field<SafeText>;
	readonly bucket: Field<SafeText>;
	readonly accessKey: Field<Secret>;
	readonly secretKey: Field<Secret>;
	readonly endpoint: Field<UrlText>;
	readonly pathPrefix: Field<SafeText>;
};

/** One WhatsApp instance as one poll saw it. `unknown` holds the undocumented fields; `wire` is the whole item as it came. */
export type Instance = {
	readonly key: InstanceKey;
	readonly account: AccountId;
	readonly name: SafeText;
	readonly state: ConnectionState;
	readonly id: Field<SafeText>;
	readonly token: Field<Secret>;
	readonly status: Field<SafeText>;
	readonly connection: Block<ConnectionFields>;
	readonly profile: Block<ProfileFields>;
	readonly proxy: Block<ProxyFields>;
	readonly webhook: Block<WebhookFields>;
	readonly websocket: Block<WebsocketFields>;
	readonly chatwoot: Block<ChatwootFields>;
	readonly settings: Block<SettingsFields>;
	readonly s3: Block<S3Fields>;
	readonly createdAt: Field<TimeText>;
	readonly updatedAt: Field<TimeText>;
	readonly unknown: readonly UnknownField[];
	readonly wire: Wire;
};

/** Names of the blocks of fields that an instance has. */
export type BlockName = {[Name in keyof Instance]: Instance[Name] extends Block<infer _> ? Name : never}[keyof Instance];

/** The field's value, or `undefined` where it is missing, null or unexpected. */
export function valueOf<Value>(field: Field<Value>): Value | undefined {
	return field.kind === 'value' ? field.value : undefined;
}

/** One field of a block; `missing` where the block itself is missing, null or unexpected. */
export function fieldOf<Fields, Name extends keyof Fields>(block: Block<Fields>, name: Name): Fields[Name] | {readonly kind: 'missing'} {
	return block.kind === 'present' ? block.fields[name] : {kind: 'missing'};
}

/** Makes the key of an instance. It is unique over all accounts, with any characters in the id. */
export function instanceKey(owner: AccountId, id: string): InstanceKey {
	return JSON.stringify([owner, id]) as InstanceKey;
}

/** Makes an account's id from the program's own word for the account. */
export function accountId(word: string): AccountId {
	return word as AccountId;
}

/**
Reads the word of a state. Case, `_` and `-` do not matter (`logged_out` is another channel's spelling of `loggedout`).
A word that is not documented is `other`.
*/
export function stateKind(word: string): StateKind {
	const normalized = word.toLowerCase().replaceAll(/[\-_]/gv, '');
	return stateKinds.find(kind => kind === normalized) ?? 'other';
}
