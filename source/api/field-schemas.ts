import * as v from 'valibot';
import type {
	BlockFields,
	FieldKind,
	FieldsOf,
	FieldTable,
	FieldValue,
	ValueOfKind,
} from '../core/blocks/descriptor.js';
import type {
	Block,
	Field,
	TimeText,
	UrlText,
} from '../core/blocks/field.js';
import {
	maskedValue,
	unknownFields,
	Wire,
	wireText,
} from '../core/json/wire.js';
import {maskUrls} from '../core/text/mask-urls.js';
import {sanitize, type SafeText} from '../core/text/sanitize.js';
import {Secret} from '../core/text/secret.js';

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

/** Schema of a list with items of any type. */
export const listOfAny = v.array(v.unknown());

/** Schema of a text that may come as a number: the API's pages disagree about its type. */
export const word = v.union([v.string(), v.pipe(v.number(), v.transform(String))]);

type KindSchemas = {readonly [Kind in FieldKind]: v.GenericSchema<unknown, Field<ValueOfKind[Kind]>>};

/** TABLE of the schemas of a field, by its kind. */
const kindSchemas: KindSchemas = {
	flag: field(v.boolean(), raw => raw),
	text: field(v.string(), readText),
	'word-text': field(word, readText),
	secret: field(v.unknown(), maskedValue),
	url: field(v.string(), readUrl),
	list: field(listOfAny, readList),
	time: field(v.string(), readTime),
};

/** Makes the schemas of the fields that a table describes, under their names. */
export function fieldSchemas<Table extends FieldTable>(
	table: Table,
): {readonly [Name in keyof Table]: v.GenericSchema<unknown, FieldsOf<Table>[Name]>};
export function fieldSchemas(table: FieldTable): Readonly<Record<string, v.GenericSchema<unknown, Field<FieldValue>>>> {
	return Object.fromEntries(Object.entries(table).map(([name, {kind}]) => [name, kindSchemas[kind]]));
}

/** Makes the schema of a block of the answer, which keeps the fields that are not in `table` as unknown ones. */
export function blockSchema<Table extends FieldTable>(table: Table): v.GenericSchema<unknown, Block<FieldsOf<Table>>>;
export function blockSchema(table: FieldTable): v.GenericSchema<unknown, Block<BlockFields>> {
	const fields = v.object(fieldSchemas(table));
	const names = Object.keys(table);
	return v.fallback(
		v.pipe(
			v.nullable(recordSchema),
			v.transform((raw): Block<BlockFields> => raw === null
				? none
				: {kind: 'present', fields: v.parse(fields, raw), unknown: unknownFields(new Wire(raw), names)}),
		),
		absent,
	);
}

function readList(list: readonly unknown[]): readonly SafeText[] {
	return list.map(item => typeof item === 'string' ? sanitize(item) : wireText(new Wire(item)));
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
