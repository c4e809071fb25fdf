import type {Secret} from '../text/secret.js';
import type {SafeText} from '../text/sanitize.js';
import type {Wire} from '../json/wire.js';

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

/**
A URL: `shown` has its secrets masked; `whole` is the URL as it came, `undefined` where nothing was masked. Whether it is the empty text can
be told without looking for secrets in it, which takes long.
*/
export type UrlText = {
	readonly isEmpty: boolean;
	readonly shown: SafeText;
	readonly whole: Secret | undefined;
};

/** A time as it came (`text`), and in milliseconds since the epoch (`at`) where it could be read. */
export type TimeText = {
	readonly text: SafeText;
	readonly at: number | undefined;
};

/** The field's value, or `undefined` where it is missing, null or unexpected. */
export function valueOf<Value>(field: Field<Value>): Value | undefined {
	return field.kind === 'value' ? field.value : undefined;
}

/** One field of a block; `missing` where the block itself is missing, null or unexpected. */
export function fieldOf<Fields, Name extends keyof Fields>(block: Block<Fields>, name: Name): Fields[Name] | {readonly kind: 'missing'} {
	return block.kind === 'present' ? block.fields[name] : {kind: 'missing'};
}

/** Whether a flag came and is true. */
export function isOn(field: Field<boolean>): boolean {
	return valueOf(field) === true;
}

/** Whether a text did not come, or is empty. */
export function isBlank(text: string | undefined): boolean {
	return text === undefined || text === '';
}
