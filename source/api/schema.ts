import * as v from 'valibot';
import type {
	Block,
	Field,
	TimeText,
	UrlText,
} from '../core/instance/instance.js';
import {Secret} from '../core/text/secret.js';
import {maskUrls} from '../core/text/mask-urls.js';
import {sanitize, type SafeText} from '../core/text/sanitize.js';
import {
	maskedValue,
	unknownFields,
	Wire,
	wireText,
} from '../core/json/wire.js';

type Absent =
	| {readonly kind: 'missing'}
	| {readonly kind: 'unexpected'; readonly wire: Wire};

const missing = {kind: 'missing'} as const;
const none = {kind: 'null'} as const;

/** Gives the fallback for a value that did not match its schema. Valibot passes no dataset where the key itself is missing. */
function absent(dataset?: {readonly value?: unknown}): Absent {
	return dataset === undefined ? missing : {kind: 'unexpected', wire: new Wire(dataset.value)};
}

/** Makes the schema of a field of the answer: `read` turns a raw value that matches `schema` into the field's value. */
function field<Raw, Value>(schema: v.GenericSchema<unknown, Raw>, read: (raw: Raw) => Value) {
	return v.fallback(
		v.pipe(
			v.nullable(schema),
			v.transform((raw): Field<Value> => raw === null ? none : {kind: 'value', value: read(raw)}),
		),
		absent,
	);
}

/** Schema of an object. Unlike `v.object`, it does not accept an array. */
export const recordSchema = v.custom<Readonly<Record<string, unknown>>>(isRecord);

function isRecord(value: unknown): boolean {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Makes the schema of a block of the answer, which keeps the fields that are not in `entries` as unknown ones. */
function block<Entries extends v.ObjectEntries>(entries: Entries) {
	const fields = v.object(entries);
	const names = Object.keys(entries);
	return v.fallback(
		v.pipe(
			v.nullable(recordSchema),
			v.transform((raw): Block<v.InferOutput<typeof fields>> => raw === null
				? none
				: {kind: 'present', fields: v.parse(fields, raw), unknown: unknownFields(new Wire(raw), names)}),
		),
		absent,
	);
}

const items = v.array(v.unknown());

/** Schema of a text that may come as a number: the API's pages disagree about its type. */
const word = v.union([v.string(), v.pipe(v.number(), v.transform(String))]);

const flag = field(v.boolean(), raw => raw);
const text = field(v.string(), readText);
const wordText = field(word, readText);
const secret = field(v.unknown(), maskedValue);
const url = field(v.string(), readUrl);
const time = field(v.string(), readTime);
const events = field(items, readEvents);

const itemEntries = {
	id: wordText,
	token: secret,
	status: text,
	connection: block({
		state: text, numberJid: text, presenceStatus: text, displayStatus: text,
	}),
	profile: block({
		name: text, pictureUrl: url, isBusiness: flag, businessName: text,
	}),
	proxy: block({
		enabled: flag, host: text, port: wordText, protocol: text, username: text, password: secret,
	}),
	webhook: block({enabled: flag, url, events}),
	websocket: block({enabled: flag, events, mediaBase64: flag}),
	chatwoot: block({
		enabled: flag,
		status: text,
		bridgeIntegrationId: text,
		baseUrl: url,
		accountId: wordText,
		inboxName: text,
		apiToken: secret,
		signMessages: flag,
		ignoreGroups: flag,
		startAsPending: flag,
		reopenResolved: flag,
	}),
	settings: block({
		autoRejectCalls: flag,
		callRejectMessage: text,
		ignoreGroupMessages: flag,
		keepOnlineStatus: flag,
		autoReadMessages: flag,
		disableHistorySync: flag,
		ignoreStatus: flag,
	}),
	s3: block({
		enabled: flag, region: text, bucket: text, accessKey: secret, secretKey: secret, endpoint: url, pathPrefix: text,
	}),
	createdAt: time,
	updatedAt: time,
};

/** Schema of an item's fields except its name. It accepts every object: a field of a wrong type becomes an unexpected field. */
export const itemSchema = v.object(itemEntries);

/** Names of all top-level fields that the API's page documents. */
export const itemNames: readonly string[] = ['name', ...Object.keys(itemEntries)];

const name = v.pipe(word, v.nonEmpty());
const identity = v.object({
	id: v.fallback(word, ''),
	name,
	token: v.fallback(v.string(), ''),
});

/** Schema of the fields that identify an item, as they came. An id or token that is missing or of another type is the empty text. */
export const identitySchema = v.pipe(recordSchema, identity);

/** Schema of the envelope of a list. `meta` is not read: the API does not paginate, and its total could only contradict the list. */
export const listSchema = v.object({instances: items});

const failed = v.literal(false);

/** Schema of an answer that says it did not succeed, whatever its status. */
export const failureSchema = v.object({success: failed});

const detail = v.object({message: v.string()});

/** Schema of the API's error envelope. A message is read from this shape alone. */
export const errorSchema = v.object({success: failed, error: detail});

function readEvents(list: readonly unknown[]): readonly SafeText[] {
	return list.map(event => typeof event === 'string' ? sanitize(event) : wireText(new Wire(event)));
}

/** Masks the URLs in a text. Any text may contain one: users put whole URLs into `proxy.host`. */
function readText(raw: string): SafeText {
	return sanitize(maskUrls(raw));
}

function readUrl(raw: string): UrlText {
	const masked = maskUrls(raw);
	return {shown: sanitize(masked), whole: masked === raw ? undefined : new Secret(raw)};
}

/** Date, or date, time and zone. A time without a zone is not read: it could mean any of 26 hours. */
const isoTime = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+\-]\d{2}:\d{2}))?$/v;

function readTime(raw: string): TimeText {
	const at = isoTime.test(raw) ? Date.parse(raw) : NaN;
	return {text: sanitize(raw), at: Number.isNaN(at) ? undefined : at};
}
