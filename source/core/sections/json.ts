import type {Section} from './section.js';

/** The instance as it came in the answer. It has no fields, since its lines are made from the wire itself. */
export const json: Section = {
	title: 'JSON',
	isTimed: false,
	standing: () => 'none',
	fields: () => [],
};
