import {
	blocks,
	blocksWithColumn,
	integrations,
	settingNames,
} from '../blocks/blocks.js';
import type {BlockDescriptor} from '../blocks/descriptor.js';
import {shareNames} from '../fleet/past/shares.js';
import {joinWords} from '../text/join-words.js';
import {recordOf} from '../text/record-of.js';
import type {ColumnId} from './column.js';

/** TABLE of what each column shows, for who chooses columns. Those of blocks and settings are told by their descriptors. */
export const columnMeanings: Readonly<Record<ColumnId, string>> = {
	state: 'the connection to WhatsApp, and the marks',
	name: 'the name of the instance',
	account: 'the account that it is of',
	number: 'the number that it is paired with',
	since: 'for how long it has been in its state',
	do: 'what a person has to do about it',
	integrations: joinWords(integrations.map(name => blocks[name].title), 'and'),
	why: 'the reasons for which it is not fine',
	last24h: 'the last 24 hours as a strip, a sign an hour',
	profile: 'the display name on WhatsApp',
	presence: 'what contacts see; it is not health',
	...recordOf(shareNames, name => `connected, of the last ${name.replace('up', '')} that were watched`),
	business: 'the business name',
	...recordOf(blocksWithColumn, name => describeBlockColumn(blocks[name])),
	updated: 'the time that the API calls updated; not since when it is down',
	created: 'when it was created',
	id: 'the ID of the instance',
	...recordOf(settingNames, name => blocks.settings.fields[name].meaning),
};

function describeBlockColumn({title, fields, column = ''}: BlockDescriptor): string {
	return `${title}: ${fields[column]?.label ?? column}`;
}
