import type {Blocks} from '../blocks/blocks.js';
import type {FieldsOf} from '../blocks/descriptor.js';
import type {UnknownField} from '../blocks/field.js';
import type {itemFields} from '../blocks/item.js';
import type {SafeText} from '../text/sanitize.js';
import type {Wire} from '../json/wire.js';

declare const account: unique symbol;
declare const key: unique symbol;

/**
Id of the account that an instance was listed for: its name, which is that of its profile or else of its host, and which no other account of
the same run has. The memory does not hold it.
*/
export type AccountId = string & {readonly [account]: true};

/** Key that identifies an instance from poll to poll. It is only compared, never shown. */
export type InstanceKey = string & {readonly [key]: true};

/** Connection states of the API's page, and `other` for every word that it does not document (`qr`, `banned`, …). */
export const stateKinds = ['connected', 'connecting', 'disconnected', 'loggedout', 'other'] as const;
export type StateKind = (typeof stateKinds)[number];

/** A connection state: its kind, and the word that came for it. */
export type ConnectionState = {
	readonly kind: StateKind;
	readonly text: SafeText;
};

/** An item of the list, read: its blocks, the fields that are in none, and in `unknown` those that the API's page does not document. */
export type Item = Blocks & FieldsOf<typeof itemFields> & {
	readonly unknown: readonly UnknownField[];
};

/**
One WhatsApp instance as one poll saw it. `item` is what its item says, which may be read when it is asked for; `wire` is the whole item as
it came. `isUnread` says that it is of an earlier answer: in the last one the item of this instance could not be read. `isRemembered` says
that no answer showed it yet since the program started: its name and state are of the memory, and nothing else of it is known.
*/
export type Instance = {
	readonly key: InstanceKey;
	readonly account: AccountId;
	readonly name: SafeText;
	readonly state: ConnectionState;
	readonly item: Item;
	readonly wire: Wire;
	readonly isUnread: boolean;
	readonly isRemembered: boolean;
};

/**
Makes the key of an instance of its id, or of its id and name where the id alone is not enough: there is none, or several have it.
It is unique over all accounts, with any characters in either.
*/
export function instanceKey(owner: AccountId, id: string, name?: string): InstanceKey {
	return JSON.stringify(name === undefined ? [owner, id] : [owner, id, name]) as InstanceKey;
}

/** Makes an account's id of its name. */
export function accountId(word: string): AccountId {
	return word as AccountId;
}

/**
Reads the word of a state. Case, `_` and `-` do not matter (`logged_out` is another channel's spelling of `loggedout`).
A word that is not documented is `other`.
*/
export function stateKind(word: string): StateKind {
	const normalized = word.toLowerCase().replaceAll(/[\-_]/gv, '');
	return stateKinds.find(kind => kind === normalized) ?? 'other';
}
