import {
	blocks,
	blocksWithColumn,
	settingNames,
	type BlockWithColumn,
	type SettingName,
} from '../blocks/blocks.js';
import type {BlockDescriptor, BlockFields} from '../blocks/descriptor.js';
import {fieldOf, type Block} from '../blocks/field.js';
import type {Instance} from '../instance/instance.js';
import {recordOf} from '../text/record-of.js';
import {arrowCells, fieldColumn, type ColumnRow} from './column-row.js';

/** Columns of the blocks, which show the field that the descriptor of the block names. */
export const blockColumns: Readonly<Record<BlockWithColumn, ColumnRow>> = recordOf(
	blocksWithColumn,
	name => blockColumn(name, blocks[name], ({item}) => item[name]),
);

/** Columns of the settings, one for each. */
export const settingColumns: Readonly<Record<SettingName, ColumnRow>> = recordOf(settingNames, name => settingColumn(name));

/** Makes the column of a block; `read` gives the block of an instance. */
export function blockColumn(
	name: string,
	{column = ''}: Pick<BlockDescriptor, 'column'>,
	read: (instance: Instance) => Block<BlockFields>,
): ColumnRow {
	return fieldColumn([name, column], instance => fieldOf(read(instance), column) ?? {kind: 'missing'}, {title: name.toUpperCase()});
}

function settingColumn(name: SettingName): ColumnRow {
	const title = name.replaceAll(/\p{Uppercase_Letter}/gv, ' $&').toUpperCase();
	return fieldColumn(['settings', name], ({item: {settings}}) => fieldOf(settings, name), {title, comfort: title.length + arrowCells});
}
