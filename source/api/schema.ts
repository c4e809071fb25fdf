import * as v from 'valibot';
import {
	blockNames,
	blocks,
	type BlockName,
	type Blocks,
} from '../core/blocks/blocks.js';
import type {BlockFields} from '../core/blocks/descriptor.js';
import type {Block} from '../core/blocks/field.js';
import {itemFields, itemNames as documentedNames} from '../core/blocks/item.js';
import type {TextMask} from '../core/json/mask.js';
import {
	blockSchema,
	fieldSchemas,
	kindSchemas,
	listOfAny,
	recordSchema,
	word,
	type KindSchemas,
} from './field-schemas.js';

/** Makes the schemas of all blocks, under their names. */
function blockSchemas(maskText: TextMask, kinds: KindSchemas): {readonly [Name in BlockName]: v.GenericSchema<unknown, Blocks[Name]>};
function blockSchemas(maskText: TextMask, kinds: KindSchemas): Readonly<Record<string, v.GenericSchema<unknown, Block<BlockFields>>>> {
	return Object.fromEntries(blockNames.map(name => [name, blockSchema(blocks[name].fields, maskText, kinds)]));
}

/**
Makes the schema of an item's fields except its name, which masks what is secret in their texts.
It accepts every object: a field of a wrong type becomes an unexpected field.
*/
export function itemSchema(maskText: TextMask) {
	const kinds = kindSchemas(maskText);
	return v.object({...fieldSchemas(itemFields, kinds), ...blockSchemas(maskText, kinds)});
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
