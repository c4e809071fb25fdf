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
import {unknownFields, Wire, wireText} from '../core/json/wire.js';
import {sanitize} from '../core/text/sanitize.js';
import {itemNames, itemSchema} from './schema.js';
import {shownName} from './shown-name.js';

/** What an instance is recognised by: its key, its account, and its name as it came. */
export type Identifiers = {readonly key: InstanceKey; readonly account: AccountId; readonly name: string};

/** Reads the items of the list. */
export type InstanceReader = {
	/** Makes an instance of an item. A field of an unexpected type is kept as such; only the name was checked before. */
	readonly instance: (item: unknown, identifiers: Identifiers) => Instance;
	/** Reads the state of an item alone. */
	readonly state: (item: unknown) => ConnectionState;
};

/** Makes the reader of instances, which masks what is secret in their texts. */
export function createInstanceReader(maskText: TextMask): InstanceReader {
	const schema = itemSchema(maskText);
	return {
		instance(item, {key, account, name}) {
			const fields = v.parse(schema, item);
			const wire = new Wire(item, maskText);
			return {
				...fields,
				key,
				account,
				name: shownName(name, maskText),
				state: readState(fields),
				unknown: unknownFields(wire, itemNames),
				wire,
				isUnread: false,
				isRemembered: false,
			};
		},
		state: item => readState(v.parse(schema, item)),
	};
}

/**
Reads the state from `connection.state`, or from `status` where that is missing. The two disagree only for moments. A state that is no text
is one that the API does not document: `status` is not taken for it.
*/
function readState({connection, status}: Pick<Instance, 'connection' | 'status'>): ConnectionState {
	const field = fieldOf(connection, 'state');
	if (field.kind === 'unexpected') {
		return {kind: 'other', text: wireText(field.wire)};
	}

	const connectionState = valueOf(field) ?? sanitize('');
	const text = connectionState === '' ? valueOf(status) ?? connectionState : connectionState;
	return {kind: stateKind(text), text};
}
