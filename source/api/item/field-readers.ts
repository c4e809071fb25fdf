import type {
	FieldKind,
	FieldTable,
	FieldValue,
	ValueOfKind,
} from '../../core/blocks/descriptor.js';
import type {Field, TimeText, UrlText} from '../../core/blocks/field.js';
import {NumberText} from '../../core/json/number-text.js';
import {maskAt, type TextMask} from '../../core/json/mask.js';
import {maskedValue, Wire, wireText} from '../../core/json/wire.js';
import {placeOf, type Place} from '../../core/secrets/place.js';
import {sanitize, type SafeText} from '../../core/text/sanitize.js';
import {Secret} from '../../core/text/secret.js';

// Valibot, which reads what is around the items, took half a second for the 500,000 fields of 10,000 of them.

/** Reads a value of the answer; `undefined` stands for one that is missing. It takes every value: a wrong type is told as such. */
export type Reader<Value> = (raw: unknown) => Value;

/** TABLE of the readers of a field, by its kind. */
type KindTable = {readonly [Kind in FieldKind]: Reader<Field<ValueOfKind[Kind]>>};

/** Gives the readers for the field of a name, by its kind: an address is masked more strictly than a name that people give. */
export type KindReaders = (name: string) => KindTable;

/** Makes the readers of the kinds of fields, which mask what is secret in their texts. */
export function kindReaders(maskText: TextMask): KindReaders {
	const tables = new Map<Place | undefined, KindTable>();
	return name => {
		const place = placeOf(name);
		const table = tables.get(place) ?? kindTable(maskAt(maskText, place));
		tables.set(place, table);
		return table;
	};
}

const missing = {kind: 'missing'} as const;
const none = {kind: 'null'} as const;
const on: Field<boolean> = {kind: 'value', value: true};
const off: Field<boolean> = {kind: 'value', value: false};

function kindTable(maskText: TextMask): KindTable {
	const shareText = shareFields<SafeText>();

	/** Makes the reader of a field: `read` turns a raw value of the right type into the field, and gives nothing for any other. */
	const field = <Value>(read: (raw: NonNullable<unknown>) => Field<Value> | undefined): Reader<Field<Value>> => raw => {
		if (raw === undefined) {
			return missing;
		}

		return raw === null ? none : read(raw) ?? {kind: 'unexpected', wire: new Wire(raw, maskText)};
	};

	const readText = (raw: string): SafeText => sanitize(maskText(raw));
	const readItem = (raw: unknown): SafeText => typeof raw === 'string' ? readText(raw) : wireText(new Wire(raw, maskText));
	return {
		flag: field(raw => typeof raw === 'boolean' ? (raw ? on : off) : undefined),
		// Any text may hold a secret: users put whole URLs into `proxy.host`.
		text: field(raw => typeof raw === 'string' ? shareText(readText(raw)) : undefined),
		'word-text': field(raw => {
			const text = wordOf(raw);
			return text === undefined ? undefined : shareText(readText(text));
		}),
		secret: field(raw => ({kind: 'value', value: maskedValue(raw)})),
		url: field<UrlText>(raw => typeof raw === 'string' ? {kind: 'value', value: lateUrl(raw, maskText)} : undefined),
		list: field(raw => Array.isArray(raw) ? {kind: 'value', value: raw.map(item => readItem(item))} : undefined),
		time: field<TimeText>(raw => {
			if (typeof raw !== 'string') {
				return undefined;
			}

			const at = isoTime.test(raw) ? Date.parse(raw) : NaN;
			return {kind: 'value', value: Number.isNaN(at) ? {text: readText(raw), at: undefined} : {text: sanitize(raw), at}};
		}),
	};
}

/** A URL that is masked when it is asked for: every webhook is asked whether it has one. */
function lateUrl(raw: string, maskText: TextMask): UrlText {
	let masked: string | undefined;
	const mask = () => {
		masked ??= maskText(raw);
		return masked;
	};

	return {
		isEmpty: raw === '',
		get shown() {
			return sanitize(mask());
		},
		get whole() {
			return mask() === raw ? undefined : new Secret(raw);
		},
	};
}

/** A text, also one that came as a number: the API's pages disagree about the type of some. */
function wordOf(raw: unknown): string | undefined {
	if (typeof raw === 'string') {
		return raw;
	}

	return raw instanceof NumberText ? raw.text : (typeof raw === 'number' ? String(raw) : undefined);
}

/** Makes the readers of the fields that a table describes, with their names. */
export function fieldReaders(
	table: FieldTable,
	kinds: KindReaders,
): ReadonlyArray<readonly [name: string, read: Reader<Field<FieldValue>>]> {
	return Object.entries(table).map(([name, {kind}]) => [name, kinds(name)[kind]]);
}

/** Most values that are shared, and the longest text among them, in UTF-16 code units. */
const mostShared = 1000;
const longestShared = 24;

/**
Makes what gives fields of the same text as one object, where the text is one of few: an account of 10,000 instances has 400,000 fields,
and most of them are a flag, an empty text or a word of the API's. When there are too many values, sharing begins anew.
*/
function shareFields<Value extends string>(): (value: Value) => Field<Value> {
	const shared = new Map<Value, Field<Value>>();
	return value => {
		if (value.length > longestShared) {
			return {kind: 'value', value};
		}

		const known = shared.get(value);
		if (known !== undefined) {
			return known;
		}

		const field = {kind: 'value', value} as const;
		if (shared.size >= mostShared) {
			shared.clear();
		}

		shared.set(value, field);
		return field;
	};
}

/** Date, or date, time and zone. A time without a zone is not read: it could mean any of 26 hours. */
const isoTime = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+\-]\d{2}:\d{2}))?$/v;
