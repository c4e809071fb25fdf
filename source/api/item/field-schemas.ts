import * as v from 'valibot';
import type {
	BlockFields,
	FieldKind,
	FieldsOf,
	FieldTable,
	FieldValue,
	ValueOfKind,
} from '../../core/blocks/descriptor.js';
import type {
	Block,
	Field,
	TimeText,
	UrlText,
} from '../../core/blocks/field.js';
import {NumberText} from '../../core/json/number-text.js';
import {isObject} from '../../core/json/value.js';
import {maskAt, type TextMask} from '../../core/json/mask.js';
import {
	maskedValue,
	unknownFields,
	Wire,
	wireText,
} from '../../core/json/wire.js';
import {placeOf, type Place} from '../../core/secrets/place.js';
import {sanitize, type SafeText} from '../../core/text/sanitize.js';
import {Secret} from '../../core/text/secret.js';

/** Schema of an object. Unlike `v.object`, it does not accept an array. */
export const recordSchema = v.custom<Readonly<Record<string, unknown>>>(isObject);

/** Schema of a list with items of any type. */
export const listOfAny = v.array(v.unknown());

/** Schema of a text that may come as a number: the API's pages disagree about its type. */
export const word = v.union([
	v.string(),
	v.pipe(v.number(), v.transform(String)),
	v.pipe(v.instance(NumberText), v.transform(({text}) => text)),
]);

/** TABLE of the schemas of a field, by its kind. */
type KindTable = {readonly [Kind in FieldKind]: v.GenericSchema<unknown, Field<ValueOfKind[Kind]>>};

/** Gives the schemas for the field of a name, by its kind: an address is masked more strictly than a name that people give. */
export type KindSchemas = (name: string) => KindTable;

/** Makes the schemas of the kinds of fields, which mask what is secret in their texts. */
export function kindSchemas(maskText: TextMask): KindSchemas {
	const tables = new Map<Place | undefined, KindTable>();
	return name => {
		const place = placeOf(name);
		const table = tables.get(place) ?? kindTable(maskAt(maskText, place));
		tables.set(place, table);
		return table;
	};
}

function kindTable(maskText: TextMask): KindTable {
	const absent = absentOf(maskText);
	const shareText = shareFields<SafeText>(({length}) => length <= longestShared);

	/** Makes the schema of a field of the answer: `read` turns a raw value that matches `schema` into the field's value. */
	const field = <Raw, Value>(
		schema: v.GenericSchema<unknown, Raw>,
		read: (raw: Raw) => Value,
		wrap: (value: Value) => Field<Value> = value => ({kind: 'value', value}),
	) => v.fallback(
		v.pipe(
			v.nullable(schema),
			v.transform((raw): Field<Value> => raw === null ? none : wrap(read(raw))),
		),
		absent,
	);

	const readText = (raw: string): SafeText => sanitize(maskText(raw));
	return {
		flag: field(v.boolean(), raw => raw, shareFields(() => true)),
		// Any text may hold a secret: users put whole URLs into `proxy.host`.
		text: field(v.string(), readText, shareText),
		'word-text': field(word, readText, shareText),
		secret: field(v.unknown(), maskedValue),
		url: field(v.string(), (raw): UrlText => {
			const masked = maskText(raw);
			return {shown: sanitize(masked), whole: masked === raw ? undefined : new Secret(raw)};
		}),
		list: field(listOfAny, list => list.map(item => typeof item === 'string' ? readText(item) : wireText(new Wire(item, maskText)))),
		time: field(v.string(), (raw): TimeText => {
			const at = isoTime.test(raw) ? Date.parse(raw) : NaN;
			return Number.isNaN(at) ? {text: readText(raw), at: undefined} : {text: sanitize(raw), at};
		}),
	};
}

/** Makes the schemas of the fields that a table describes, under their names. */
export function fieldSchemas<Table extends FieldTable>(
	table: Table,
	kinds: KindSchemas,
): {readonly [Name in keyof Table]: v.GenericSchema<unknown, FieldsOf<Table>[Name]>};
export function fieldSchemas(
	table: FieldTable,
	kinds: KindSchemas,
): Readonly<Record<string, v.GenericSchema<unknown, Field<FieldValue>>>> {
	return Object.fromEntries(Object.entries(table).map(([name, {kind}]) => [name, kinds(name)[kind]]));
}

/** Makes the schema of a block of the answer, which keeps the fields that are not in `table` as unknown ones. */
export function blockSchema<Table extends FieldTable>(
	table: Table,
	maskText: TextMask,
	kinds?: KindSchemas,
): v.GenericSchema<unknown, Block<FieldsOf<Table>>>;
export function blockSchema(
	table: FieldTable,
	maskText: TextMask,
	kinds: KindSchemas = kindSchemas(maskText),
): v.GenericSchema<unknown, Block<BlockFields>> {
	const fields = v.object(fieldSchemas(table, kinds));
	const names = Object.keys(table);
	return v.fallback(
		v.pipe(
			v.nullable(recordSchema),
			v.transform((raw): Block<BlockFields> => raw === null
				? none
				: {kind: 'present', fields: v.parse(fields, raw), unknown: unknownFields(new Wire(raw, maskText), names)}),
		),
		absentOf(maskText),
	);
}

/** Most values that are shared, and the longest text among them, in UTF-16 code units. */
const mostShared = 1000;
const longestShared = 24;

/**
Makes what gives fields of the same value as one object, where the value is one of few: an account of 10,000 instances has 400,000 fields,
and most of them are a flag, an empty text or a word of the API's. When there are too many values, sharing begins anew.
*/
function shareFields<Value>(isOneOfFew: (value: Value) => boolean): (value: Value) => Field<Value> {
	const shared = new Map<Value, Field<Value>>();
	return value => {
		const field = shared.get(value) ?? {kind: 'value', value};
		if (isOneOfFew(value) && !shared.has(value)) {
			if (shared.size >= mostShared) {
				shared.clear();
			}

			shared.set(value, field);
		}

		return field;
	};
}

type Absent =
	| {readonly kind: 'missing'}
	| {readonly kind: 'unexpected'; readonly wire: Wire};

const missing = {kind: 'missing'} as const;
const none = {kind: 'null'} as const;

/** Makes the fallback for a value that did not match its schema. Valibot passes no dataset where the key itself is missing. */
function absentOf(maskText: TextMask): (dataset?: {readonly value?: unknown}) => Absent {
	return dataset => dataset === undefined ? missing : {kind: 'unexpected', wire: new Wire(dataset.value, maskText)};
}

/** Date, or date, time and zone. A time without a zone is not read: it could mean any of 26 hours. */
const isoTime = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+\-]\d{2}:\d{2}))?$/v;
