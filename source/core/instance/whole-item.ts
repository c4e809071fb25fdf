import {blockNames, blocks} from '../blocks/blocks.js';
import type {BlockFields, FieldTable} from '../blocks/descriptor.js';
import type {Block} from '../blocks/field.js';
import {itemNames} from '../blocks/item.js';
import {recordOf} from '../text/record-of.js';
import type {Instance, Item} from './instance.js';

/** All that an item says, as plain data: one that is read when it is asked for shows none of it. */
export function wholeItem({item}: Pick<Instance, 'item'>): Item {
	return {...readAll(item), unknown: item.unknown};
}

function readAll(item: Item): Omit<Item, 'unknown'>;
function readAll(item: Item): Readonly<Record<string, unknown>> {
	return {...recordOf(itemNames, name => item[name]), ...recordOf(blockNames, name => wholeBlock(blocks[name].fields, item[name]))};
}

/** A block with all its fields, as plain data. */
export function wholeBlock(table: FieldTable, block: Block<BlockFields>): Block<BlockFields> {
	return block.kind === 'present'
		? {kind: 'present', fields: recordOf(Object.keys(table), name => block.fields[name] ?? {kind: 'missing'}), unknown: block.unknown}
		: block;
}
