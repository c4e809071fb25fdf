import {fitLine, lineWidth} from '../../screen/line.js';
import {span, type Line} from '../../screen/span.js';
import type {Symbols} from '../../screen/symbols.js';
import type {HealthParts} from './describe-health.js';

/** A part is not cut to fewer cells than this, since nothing could be understood. */
const leastCut = 12;

/** Puts as many parts on one line as fit into `width` cells, from the smallest weight on. The last of them can be cut. */
export function fitHealth({parts, weights}: HealthParts, width: number, symbols: Symbols): Line {
	const separator = span(` ${symbols.separator} `, 'dim');
	const kept = new Map<number, Line>();
	let left = width;
	const byWeight = parts
		.map((part, index) => ({part, index, weight: weights[index] ?? index}))
		.toSorted((one, other) => one.weight - other.weight);
	for (const {part, index} of byWeight) {
		const needed = lineWidth(part) + (kept.size === 0 ? 0 : lineWidth([separator]));
		const isCut = needed > left;
		// A dim part is left out instead of cut: half of it is of no use.
		if (isCut && part.every(({tone}) => tone === 'dim')) {
			continue;
		}

		if (isCut && left < leastCut + lineWidth([separator]) && kept.size > 0) {
			break;
		}

		kept.set(index, isCut ? fitLine(part, Math.max(1, left - (needed - lineWidth(part))), symbols.ellipsis) : part);
		left -= needed;
		if (isCut) {
			break;
		}
	}

	return parts.flatMap((_, index) => {
		const part = kept.get(index);
		return part === undefined ? [] : [separator, ...part];
	}).slice(1);
}
