import {absent, type InstanceLine} from '../tables/line.js';
import type {Tables} from '../tables.js';

/**
Since when the record knows an instance; `undefined` where that is before `earliest`, or not kept any more. One that came back appeared
then, so that its changes tell since when it was there before.
*/
export function knownFrom(tables: Tables, {appeared, isFromFirst, last}: InstanceLine, earliest: number): number | undefined {
	if (isFromFirst) {
		return appeared;
	}

	if (appeared < earliest) {
		return undefined;
	}

	for (let id = last; id !== undefined;) {
		const link = tables.linkOf(id);
		if (link === undefined || link.at < earliest) {
			return undefined;
		}

		if (link.previous === undefined) {
			return link.was === absent ? link.at : undefined;
		}

		id = link.previous;
	}

	return appeared;
}
