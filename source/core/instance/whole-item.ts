import {blockNames} from '../blocks/blocks.js';
import {itemNames} from '../blocks/item.js';
import {recordOf} from '../text/record-of.js';
import type {Instance, Item} from './instance.js';

/** All that an item says, as plain data: one that is read when it is asked for shows none of it. */
export function wholeItem({item}: Pick<Instance, 'item'>): Item {
	return {...readAll(item), unknown: item.unknown};
}

function readAll(item: Item): Omit<Item, 'unknown'>;
function readAll(item: Item): Readonly<Record<string, unknown>> {
	return recordOf([...blockNames, ...itemNames], name => item[name]);
}
