import type {BlockDescriptor, BlockFields} from '../blocks/descriptor.js';
import type {Block} from '../blocks/field.js';
import type {Instance} from '../instance/instance.js';
import {blockStanding} from '../instance/integration.js';
import {blockViews, type Section} from './section.js';

/** Makes the section of a block from its descriptor; `read` gives the block of an instance. */
export function blockSection(
	name: string,
	{title, fields, letter}: BlockDescriptor,
	read: (instance: Instance) => Block<BlockFields>,
): Section {
	return {
		title,
		isTimed: Object.values(fields).some(({kind}) => kind === 'time'),
		standing({tracked, facts}) {
			const block = read(tracked.instance);
			if (letter === undefined) {
				return block.kind === 'present' ? 'none' : 'missing';
			}

			return blockStanding(block, facts.odd.some(({integration}) => integration === name));
		},
		fields: ({tracked}) => blockViews(name, read(tracked.instance), fields),
	};
}
