import type {Integration} from '../blocks/blocks.js';
import type {BlockFields} from '../blocks/descriptor.js';
import type {Block} from '../blocks/field.js';
import type {Instance} from './instance.js';

/** Status of an integration of an instance; `missing` means that it is not in the answer. */
export type Standing = 'on' | 'off' | 'trouble' | 'missing';

/** Finds the standing of one integration. It is in trouble where one of the instance's oddities, `odd`, concerns it. */
export function standingOf(
	instance: Instance,
	integration: Integration,
	odd: ReadonlyArray<{readonly integration?: Integration}>,
): Standing {
	return blockStanding(instance.item[integration], odd.some(oddity => oddity.integration === integration));
}

/** Finds the standing of a block that has a flag `enabled`. */
export function blockStanding(block: Block<BlockFields>, isOdd: boolean): Standing {
	const enabled = block.kind === 'present' ? block.fields.enabled : undefined;
	if (isOdd || block.kind === 'unexpected' || enabled?.kind === 'unexpected') {
		return 'trouble';
	}

	return enabled?.kind === 'value' ? (enabled.value === true ? 'on' : 'off') : 'missing';
}
