import {
	fieldOf,
	type Block,
	type Field,
	type Instance,
} from './instance.js';

/** The integrations, in the order of the grid's `WSCP3`. */
export const integrations = ['webhook', 'websocket', 'chatwoot', 'proxy', 's3'] as const;
export type Integration = (typeof integrations)[number];

/** How an integration of an instance stands; `missing` is not in the answer. */
export type Standing = 'on' | 'off' | 'trouble' | 'missing';

/** How one integration stands, given what is odd about the instance. */
export function standingOf(instance: Instance, integration: Integration, odd: ReadonlyArray<{readonly integration?: Integration}>): Standing {
	const block: Block<{readonly enabled: Field<boolean>}> = instance[integration];
	const enabled = fieldOf(block, 'enabled');
	if (block.kind === 'unexpected' || enabled.kind === 'unexpected' || odd.some(oddity => oddity.integration === integration)) {
		return 'trouble';
	}

	return enabled.kind === 'value' ? (enabled.value ? 'on' : 'off') : 'missing';
}
