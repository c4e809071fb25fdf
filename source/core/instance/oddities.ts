import {
	fieldOf,
	stateKind,
	valueOf,
	type Field,
	type Instance,
} from './instance.js';
import type {Integration} from './integration.js';

/** Something about an instance that does not fit together; `integration` is the block that it concerns, if any. */
export type Oddity = {
	readonly id: string;
	readonly words: string;
	readonly integration?: Integration;
	readonly holds: (instance: Instance) => boolean;
};

const chatwootStatuses: ReadonlySet<string> = new Set(['active', 'paused', 'error']);

/** TABLE of the oddities. Each entry is checked for every instance. */
export const oddities: readonly Oddity[] = [
	{
		id: 'status-differs',
		words: 'status and connection.state differ',
		holds({status, connection}) {
			const one = valueOf(status);
			const other = valueOf(fieldOf(connection, 'state'));
			return one !== undefined && other !== undefined && !isSameWord(one, other);
		},
	},
	{
		id: 'no-number',
		words: 'connected without a number',
		holds: ({state, connection}) => state.kind === 'connected' && isBlank(valueOf(fieldOf(connection, 'numberJid'))),
	},
	{
		id: 'unknown-state',
		words: 'a state the API does not document',
		holds: ({state}) => state.kind === 'other',
	},
	{
		id: 'webhook-no-url',
		words: 'webhook is on with no URL',
		integration: 'webhook',
		holds: ({webhook}) => isOn(fieldOf(webhook, 'enabled')) && isBlank(valueOf(fieldOf(webhook, 'url'))?.shown),
	},
	{
		id: 'chatwoot-error',
		words: 'Chatwoot reports an error',
		integration: 'chatwoot',
		holds: ({chatwoot}) => valueOf(fieldOf(chatwoot, 'status')) === 'error',
	},
	{
		id: 'chatwoot-paused',
		words: 'Chatwoot is paused',
		integration: 'chatwoot',
		holds: ({chatwoot}) => valueOf(fieldOf(chatwoot, 'status')) === 'paused',
	},
	{
		id: 'chatwoot-unknown',
		words: 'a Chatwoot status the API does not document',
		integration: 'chatwoot',
		holds({chatwoot}) {
			const status = valueOf(fieldOf(chatwoot, 'status'));
			return isOn(fieldOf(chatwoot, 'enabled')) && status !== undefined && status !== '' && !chatwootStatuses.has(status);
		},
	},
	{
		id: 'proxy-no-host',
		words: 'proxy is on with no host',
		integration: 'proxy',
		holds: ({proxy}) => isOn(fieldOf(proxy, 'enabled')) && isBlank(valueOf(fieldOf(proxy, 'host'))),
	},
];

/** Finds the oddities of one instance, in the table's order. */
export function findOddities(instance: Instance): readonly Oddity[] {
	return oddities.filter(oddity => oddity.holds(instance));
}

function isOn(field: Field<boolean>): boolean {
	return valueOf(field) === true;
}

function isBlank(text: string | undefined): boolean {
	return text === undefined || text === '';
}

function isSameWord(one: string, other: string): boolean {
	const kind = stateKind(one);
	return kind === stateKind(other) && (kind !== 'other' || one.toLowerCase() === other.toLowerCase());
}
