import type {FieldTable} from './descriptor.js';

/** Fields of an item of the list that are in no block, without its name. The section of the connection shows them. */
export const itemFields = {
	id: {kind: 'word-text', label: 'ID'},
	status: {kind: 'text', label: 'Status', meaning: 'should agree with the connection\'s state'},
	token: {kind: 'secret', label: 'Token', meaning: 'of this instance alone'},
	createdAt: {kind: 'time', label: 'Created'},
	updatedAt: {kind: 'time', label: 'Updated', meaning: 'the API does not say of what; not since when it is down'},
} as const satisfies FieldTable;

export type ItemName = keyof typeof itemFields;

export const itemNames: readonly ItemName[] = Object.keys(itemFields).filter(name => isItemName(name));

function isItemName(name: string): name is ItemName {
	return Object.hasOwn(itemFields, name);
}
