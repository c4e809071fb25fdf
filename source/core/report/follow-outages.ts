import type {StateKind} from '../instance/instance.js';
import type {Run} from '../fleet/seen/coverage.js';
import type {ReportedOutage} from './outage-sums.js';

/** The parts of a time in one state in which an instance was watched, in order; the state began at `since`. */
type WatchedState = {
	readonly kind: StateKind;
	readonly parts: readonly Run[];
	readonly since: number;
	/** Whether its beginning was seen closely. */
	readonly isStartSeen: boolean;
};

/** Finds outages in the states of an instance, one after the other. */
export type OutageFollower = {
	/** Takes the next state, and gives the outage that it ends. */
	readonly next: (state: WatchedState) => ReportedOutage | undefined;
	/** Ends the window, and gives the outage that goes on, or that ended when the instance left. */
	readonly finish: (isListed: boolean) => ReportedOutage | undefined;
};

/** An outage so far. */
type Current = Run & {
	readonly isBegunBefore: boolean;
	readonly isStartSeen: boolean;
	readonly hasHole: boolean;
};

/** Opens it for a window that begins at `from`. */
export function followOutages(from: number): OutageFollower {
	let current: Current | undefined;
	/** Whether it was not connected before the window, as far as that is known. */
	let isDownBefore = false;
	const end = (how: ReportedOutage['end'], isEndSeen: boolean, to = current?.to ?? from): ReportedOutage | undefined => current && {
		from: current.from,
		to: Math.max(current.to, to),
		isBegunBefore: current.isBegunBefore,
		end: how,
		bound: current.hasHole ? 'approximate' : (current.isStartSeen && isEndSeen ? 'exact' : 'at-least'),
	};

	return {
		next({kind, parts, since, isStartSeen}) {
			if (kind === 'connected') {
				const ended = isStartSeen ? end('returned', true, since) : end('returned', false);
				current = undefined;
				isDownBefore = false;
				return ended;
			}

			isDownBefore ||= since < from;
			for (const part of parts) {
				const isBeginning = part.from === since && isStartSeen;
				current = current === undefined
					? {
						...part, isBegunBefore: isDownBefore, isStartSeen: isBeginning, hasHole: false,
					}
					: {...current, to: Math.max(current.to, part.to), hasHole: current.hasHole || (part.from > current.to && !isBeginning)};
			}

			return undefined;
		},
		finish: isListed => end(isListed ? 'open' : 'left', false),
	};
}
