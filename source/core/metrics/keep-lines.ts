import type {Row} from '../fleet/row.js';
import type {Tracked} from '../fleet/tracked.js';
import {
	marksOf,
	writeInstance,
	type InstanceContext,
	type InstanceLines,
} from './instance-lines.js';

type Kept = {
	/** Whatever the lines depend on beside the tracked instance, which keeps its identity while nothing of it changes. */
	readonly about: string;
	readonly shares: Row['shares'];
	readonly lines: InstanceLines;
};

/** Makes a writer that keeps the lines of each instance until something changes in them: of a large fleet few change from poll to poll. */
export function keepLines(): (row: Row, context: InstanceContext) => InstanceLines {
	const kept = new WeakMap<Tracked, Kept>();
	return (row, context) => {
		const {tracked, shares, since, action} = row;
		const about = `${context.labels} ${action} ${marksOf(row).join(' ')} ${since.bound} ${since.at}`;
		const before = kept.get(tracked);
		if (before?.about === about && before.shares === shares) {
			return before.lines;
		}

		const lines = writeInstance(row, context);
		kept.set(tracked, {about, shares, lines});
		return lines;
	};
}
