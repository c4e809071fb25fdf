import type {Blocks} from '../blocks/blocks.js';
import {Wire} from '../json/wire.js';
import {sanitize} from '../text/sanitize.js';
import {showName} from '../text/portable/show-name.js';
import type {
	AccountId,
	ConnectionState,
	Instance,
	InstanceKey,
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

const noBlocks: Blocks = {
	connection: missing,
	profile: missing,
	settings: missing,
	webhook: missing,
	websocket: missing,
	chatwoot: missing,
	proxy: missing,
	s3: missing,
};

/** Makes an instance of which its name and state alone are known, until an answer brings the rest. */
export function rememberedInstance({account, key, id, name, state}: RememberedIdentity): Instance {
	return {
		...noBlocks,
		key,
		account,
		name: showName(name),
		state,
		id: id === '' ? missing : {kind: 'value', value: sanitize(id)},
		status: missing,
		token: missing,
		createdAt: missing,
		updatedAt: missing,
		unknown: [],
		wire: new Wire(id === '' ? {name} : {id, name}),
		isUnread: false,
		isRemembered: true,
	};
}
