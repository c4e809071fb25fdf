import * as v from 'valibot';
import {valueOf, fieldOf} from '../core/blocks/field.js';
import {
	stateKind,
	type AccountId,
	type ConnectionState,
	type Instance,
	type InstanceKey,
} from '../core/instance/instance.js';
import type {TextMask} from '../core/json/mask.js';
import {unknownFields, Wire} from '../core/json/wire.js';
import {sanitize} from '../core/text/sanitize.js';
import {itemNames, itemSchema} from './schema.js';

/** What an instance is recognised by: its key, its account, and its name as it came. */
export type Identifiers = {readonly key: InstanceKey; readonly account: AccountId; readonly name: string};

/** Makes an instance of an item of the list. A field of an unexpected type is kept as such; only the name was checked before. */
export type ReadInstance = (item: unknown, identifiers: Identifiers) => Instance;

/** Makes the reader of instances, which masks what is secret in their texts. */
export function createInstanceReader(maskText: TextMask): ReadInstance {
	const schema = itemSchema(maskText);
	return (item, {key, account, name}) => {
		const fields = v.parse(schema, item);
		const wire = new Wire(item, maskText);
		return {
			...fields,
			key,
			account,
			name: sanitize(maskText(name)),
			state: readState(fields),
			unknown: unknownFields(wire, itemNames),
			wire,
		};
	};
}

/** Reads the state from `connection.state`, or from `status` where that is missing. The two disagree only for moments. */
function readState({connection, status}: Pick<Instance, 'connection' | 'status'>): ConnectionState {
	const connectionState = valueOf(fieldOf(connection, 'state')) ?? sanitize('');
	const text = connectionState === '' ? valueOf(status) ?? connectionState : connectionState;
	return {kind: stateKind(text), text};
}
