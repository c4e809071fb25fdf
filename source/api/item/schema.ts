import * as v from 'valibot';
import {
	blockNames,
	blocks,
} from '../../core/blocks/blocks.js';
import {itemFields, itemNames as documentedNames} from '../../core/blocks/item.js';
import type {Item} from '../../core/instance/instance.js';
import type {TextMask} from '../../core/json/mask.js';
import {fieldIn} from '../../core/json/value.js';
import {blockReader} from './block-reader.js';
import {fieldReaders, kindReaders, type Reader} from './field-readers.js';
import {listOfAny, recordSchema, word} from './field-schemas.js';

/** What an item has beside its name, each part read by itself: its blocks, and the fields that are in none. */
export type Parts = Omit<Item, 'unknown'>;
export type PartName = keyof Parts;

/** Readers of the parts of an item, which mask what is secret in their texts. They accept every item: a wrong type is told as such. */
export type PartReaders = {readonly [Name in PartName]: (item: unknown) => Parts[Name]};

/** Makes the readers of the parts. */
export function partReaders(maskText: TextMask): PartReaders;
export function partReaders(maskText: TextMask): Readonly<Record<string, Reader<unknown>>> {
	const kinds = kindReaders(maskText);
	const readers: ReadonlyArray<readonly [string, Reader<unknown>]> = [
		...fieldReaders(itemFields, kinds),
		...blockNames.map(name => [name, blockReader(blocks[name].fields, maskText, kinds)] as const),
	];
	return Object.fromEntries(readers.map(([name, read]) => [name, (item: unknown) => read(fieldIn(item, name))]));
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
