import {
	fieldOf,
	type Block,
	type Field,
	type Instance,
} from './instance.js';

/** Names of the integrations, in the order of the letters `WSCP3` in the grid. */
export const integrations = ['webhook', 'websocket', 'chatwoot', 'proxy', 's3'] as const;
export type Integration = (typeof integrations)[number];

/** Status of an integration of an instance; `missing` means that it is not in the answer. */
export type Standing = 'on' | 'off' | 'trouble' | 'missing';

/** Finds the standing of one integration. It is in trouble where one of the instance's oddities, `odd`, concerns it. */
export function standingOf(
	instance: Instance,
	integration: Integration,
	odd: ReadonlyArray<{readonly integration?: Integration}>,
): Standing {
	const block: Block<{readonly enabled: Field<boolean>}> = instance[integration];
	const enabled = fieldOf(block, 'enabled');
	const isUnexpected = block.kind === 'unexpected' || enabled.kind === 'unexpected';
	if (isUnexpected || odd.some(oddity => oddity.integration === integration)) {
		return 'trouble';
	}

	return enabled.kind === 'value' ? (enabled.value ? 'on' : 'off') : 'missing';
}
