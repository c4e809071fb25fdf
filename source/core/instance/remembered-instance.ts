import {Wire} from '../json/wire.js';
import {sanitize} from '../text/sanitize.js';
import {showName} from '../text/portable/show-name.js';
import type {
	AccountId,
	ConnectionState,
	Instance,
	InstanceKey,
	Item,
} from './instance.js';

/** What is remembered of an instance from before the program started. */
export type RememberedIdentity = {
	readonly account: AccountId;
	readonly key: InstanceKey;
	readonly id: string;
	readonly name: string;
	readonly state: ConnectionState;
};

const missing = {kind: 'missing'} as const;

/** All that is known of an item before an answer brings it. */
const nothing: Item = {
	id: missing,
	status: missing,
	token: missing,
	createdAt: missing,
	updatedAt: missing,
	connection: missing,
	profile: missing,
	settings: missing,
	webhook: missing,
	websocket: missing,
	chatwoot: missing,
	proxy: missing,
	s3: missing,
	unknown: [],
};

/** Makes an instance of which its name and state alone are known, until an answer brings the rest. */
export function rememberedInstance({account, key, id, name, state}: RememberedIdentity): Instance {
	return {
		key,
		account,
		name: showName(name),
		state,
		item: id === '' ? nothing : {...nothing, id: {kind: 'value', value: sanitize(id)}},
		wire: new Wire(id === '' ? {name} : {id, name}),
		isUnread: false,
		isRemembered: true,
	};
}
