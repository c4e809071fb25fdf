import type {Section} from './section.js';

/** The instance as it came. Its lines are drawn from the wire itself, so it has no fields of its own. */
export const json: Section = {
	title: 'JSON',
	standing: () => 'none',
	fields: () => [],
};
