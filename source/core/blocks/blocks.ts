import {chatwoot} from './chatwoot.js';
import {connection} from './connection.js';
import type {BlockDescriptor, FieldsOf} from './descriptor.js';
import type {Block} from './field.js';
import {profile} from './profile.js';
import {proxy} from './proxy.js';
import {s3} from './s3.js';
import {settings} from './settings.js';
import {webhook} from './webhook.js';
import {websocket} from './websocket.js';

/**
TABLE of the blocks of an instance, in the order of their sections. The type of an instance, the schema of the answer, the sections,
columns and filter fields are made from it.
*/
export const blocks = {
	connection,
	profile,
	settings,
	webhook,
	websocket,
	chatwoot,
	proxy,
	s3,
} as const satisfies Readonly<Record<string, BlockDescriptor>>;

type Table = typeof blocks;

export type BlockName = keyof Table;

/** All blocks of an instance. */
export type Blocks = {readonly [Name in BlockName]: Block<FieldsOf<Table[Name]['fields']>>};

/** Names of the blocks that are integrations, and of those that have a column. */
export type Integration = NamesWith<{readonly letter: string}>;
export type BlockWithColumn = NamesWith<{readonly column: string}>;

type NamesWith<Part> = {[Name in BlockName]: Table[Name] extends Part ? Name : never}[BlockName];

/** Name of a field of the block `settings`. */
export type SettingName = keyof Table['settings']['fields'];

export const blockNames: readonly BlockName[] = Object.keys(blocks).filter(name => isBlockName(name));

/** Names of the integrations, in the order of their letters in the grid. */
export const integrations: readonly Integration[] = blockNames.filter(name => isIntegration(name));

export const blocksWithColumn: readonly BlockWithColumn[] = blockNames.filter(name => hasColumn(name));

export const settingNames: readonly SettingName[] = Object.keys(settings.fields).filter(name => isSettingName(name));

function isBlockName(name: string): name is BlockName {
	return Object.hasOwn(blocks, name);
}

export function isIntegration(name: BlockName): name is Integration {
	return 'letter' in blocks[name];
}

function hasColumn(name: BlockName): name is BlockWithColumn {
	return 'column' in blocks[name];
}

function isSettingName(name: string): name is SettingName {
	return Object.hasOwn(settings.fields, name);
}
