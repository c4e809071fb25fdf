import {valueOf, fieldOf} from '../../core/blocks/field.js';
import {
	stateKind,
	type AccountId,
	type ConnectionState,
	type Instance,
	type InstanceKey,
	type Item,
} from '../../core/instance/instance.js';
import type {TextMask} from '../../core/json/mask.js';
import {Wire, wireText} from '../../core/json/wire.js';
import {sanitize} from '../../core/text/sanitize.js';
import {keepFew} from '../json/keep-few.js';
import {LateItem} from './late-item.js';
import {partReaders} from './schema.js';
import {shownName} from './shown-name.js';

/** What an instance is recognised by: its key, its account, and its name as it came. */
export type Identifiers = {readonly key: InstanceKey; readonly account: AccountId; readonly name: string};

/** Reads the items of the list. */
export type InstanceReader = {
	/** Makes an instance of an item, which is read when it is asked for. A field of an unexpected type is told as such. */
	readonly instance: (item: unknown, identifiers: Identifiers) => Instance;
	/** Reads the state of an item alone. */
	readonly state: (item: unknown) => ConnectionState;
};

/** Makes the reader of instances, which masks what is secret in their texts. It keeps what was read of the latest `most`. */
export function createInstanceReader(maskText: TextMask, most: number): InstanceReader {
	const reading = {readers: partReaders(maskText), keep: keepFew(most)};
	return {
		instance(source, {key, account, name}) {
			const wire = new Wire(source, maskText);
			const item = new LateItem(source, wire, reading);
			return {
				key,
				account,
				name: shownName(name, maskText),
				state: readState(item),
				item,
				wire,
				isUnread: false,
				isRemembered: false,
			};
		},
		state: source => readState(new LateItem(source, new Wire(source, maskText), reading)),
	};
}

/**
Reads the state from `connection.state`, or from `status` where that is missing. The two disagree only for moments. A state that is no text
is one that the API does not document: `status` is not taken for it.
*/
function readState({connection, status}: Pick<Item, 'connection' | 'status'>): ConnectionState {
	const field = fieldOf(connection, 'state');
	if (field.kind === 'unexpected') {
		return {kind: 'other', text: wireText(field.wire)};
	}

	const connectionState = valueOf(field) ?? sanitize('');
	const text = connectionState === '' ? valueOf(status) ?? connectionState : connectionState;
	return {kind: stateKind(text), text};
}
