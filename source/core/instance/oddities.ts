import {
	blockNames,
	blocks,
	isIntegration,
	type BlockName,
	type Blocks,
	type Integration,
} from '../blocks/blocks.js';
import type {BlockOddity} from '../blocks/descriptor.js';
import {fieldOf, isBlank, valueOf} from '../blocks/field.js';
import {stateKind, type Instance} from './instance.js';

/** Something about an instance that does not fit together; `integration` is the block that it concerns, `path` its field, if any. */
export type Oddity = {
	readonly id: string;
	readonly words: string;
	readonly integration?: Integration;
	readonly path?: string;
	readonly holds: (instance: Instance) => boolean;
};

/** The blocks by their names, each with the oddities that read the type of its own fields. */
type OddityTables = {
	readonly [Name in BlockName]: {readonly oddities: ReadonlyArray<BlockOddity<(typeof blocks)[Name]['fields']>>}
};

const blockTables: OddityTables = blocks;

/** TABLE of the oddities, each of which is checked for every instance. Those of one block stand in the descriptor of the block. */
export const oddities: readonly Oddity[] = [
	{
		id: 'status-differs',
		words: 'status and connection.state differ',
		path: 'status',
		holds({item: {status, connection}}) {
			const one = valueOf(status);
			const other = valueOf(fieldOf(connection, 'state'));
			return one !== undefined && other !== undefined && !isSameWord(one, other);
		},
	},
	{
		id: 'no-number',
		words: 'connected without a number',
		path: 'connection.numberJid',
		holds: ({state, item: {connection}}) => state.kind === 'connected' && isBlank(valueOf(fieldOf(connection, 'numberJid'))),
	},
	{
		id: 'unknown-state',
		words: 'a state the API does not document',
		path: 'connection.state',
		holds: ({state}) => state.kind === 'other',
	},
	{
		id: 'unread',
		words: 'could not be read in the last answer',
		holds: ({isUnread}) => isUnread,
	},
	...blockNames.flatMap(name => blockOddities(name)),
];

/** Finds the oddities of one instance, in the table's order. Of one that is only remembered none can be known. */
export function findOddities(instance: Instance): readonly Oddity[] {
	return instance.isRemembered ? [] : oddities.filter(oddity => oddity.holds(instance));
}

/** The oddities with the ids that were found in an instance, in the table's order. */
export function odditiesOf(ids: Pick<ReadonlyMap<string, unknown>, 'size' | 'has'>): readonly Oddity[] {
	return ids.size === 0 ? none : oddities.filter(({id}) => ids.has(id));
}

/** One list for all instances that have none, which are nearly all. */
const none: readonly Oddity[] = [];

/** Makes the oddities of a block into oddities of an instance. */
function blockOddities<Name extends BlockName>(name: Name): readonly Oddity[] {
	return blockTables[name].oddities.map(({id, words, field, holds}) => ({
		id,
		words,
		path: `${name}.${field}`,
		...isIntegration(name) && {integration: name},
		holds(instance) {
			const all: Blocks = instance.item;
			const block = all[name];
			return block.kind === 'present' && holds(block.fields);
		},
	}));
}

function isSameWord(one: string, other: string): boolean {
	const kind = stateKind(one);
	return kind === stateKind(other) && (kind !== 'other' || one.toLowerCase() === other.toLowerCase());
}
