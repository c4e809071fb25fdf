import * as v from 'valibot';
import {
	blockNames,
	blocks,
} from '../../core/blocks/blocks.js';
import type {BlockFields} from '../../core/blocks/descriptor.js';
import type {Block} from '../../core/blocks/field.js';
import {itemFields, itemNames as documentedNames} from '../../core/blocks/item.js';
import type {Item} from '../../core/instance/instance.js';
import type {TextMask} from '../../core/json/mask.js';
import {isObject} from '../../core/json/value.js';
import {
	blockSchema,
	fieldSchemas,
	kindSchemas,
	listOfAny,
	recordSchema,
	word,
	type KindSchemas,
} from './field-schemas.js';

/** What an item has beside its name, each part read by itself: its blocks, and the fields that are in none. */
export type Parts = Omit<Item, 'unknown'>;
export type PartName = keyof Parts;

/** Readers of the parts of an item, which mask what is secret in their texts. They accept every item: a wrong type is told as such. */
export type PartReaders = {readonly [Name in PartName]: (item: unknown) => Parts[Name]};

const missing = {kind: 'missing'} as const;

/** Makes the readers of the parts. */
export function partReaders(maskText: TextMask): PartReaders;
export function partReaders(maskText: TextMask): Readonly<Record<string, (value: unknown) => unknown>> {
	const kinds = kindSchemas(maskText);
	const schemas: Readonly<Record<string, v.GenericSchema>> = {...fieldSchemas(itemFields, kinds), ...blockSchemas(maskText, kinds)};
	return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [
		name,
		(item: unknown) => isObject(item) && Object.hasOwn(item, name) ? v.parse(schema, item[name]) : missing,
	]));
}

/** Makes the schemas of all blocks, under their names. */
function blockSchemas(maskText: TextMask, kinds: KindSchemas): Readonly<Record<string, v.GenericSchema<unknown, Block<BlockFields>>>> {
	return Object.fromEntries(blockNames.map(name => [name, blockSchema(blocks[name].fields, maskText, kinds)]));
}

/** Names of all top-level fields that the API's page documents. */
export const itemNames: readonly string[] = ['name', ...documentedNames, ...blockNames];

const name = v.pipe(word, v.nonEmpty());
const identity = v.object({
	id: v.fallback(word, ''),
	name,
	token: v.fallback(v.string(), ''),
});

/** Schema of the fields that identify an item, as they came. An id or token that is missing or of another type is the empty text. */
export const identitySchema = v.pipe(recordSchema, identity);

/** Schema of the envelope of a list. `meta` is not read: the API does not paginate, and its total could only contradict the list. */
export const listSchema = v.object({instances: listOfAny});

const failed = v.literal(false);

/** Schema of an answer that says it did not succeed, whatever its status. */
export const failureSchema = v.object({success: failed});

const detail = v.object({message: v.string()});

/** Schema of the API's error envelope. A message is read from this shape alone. */
export const errorSchema = v.object({success: failed, error: detail});
