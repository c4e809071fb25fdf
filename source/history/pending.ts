import type {Look} from '../core/fleet/seen/coverage.js';
import type {Observed} from './record.js';

/** A change that the record may lack, and when it was seen by the monotonic clock, by which it is dated however the wall clock is set. */
export type PendingChange = {readonly observed: Observed; readonly elapsed: number};

/** Most changes that are kept for the record; the oldest are dropped, and found as differences by whoever takes over. */
const mostPending = 20_000;

/** Adds the changes that a look showed. */
export function addPending(pending: readonly PendingChange[], changes: readonly Observed[], {at, elapsed}: Look): readonly PendingChange[] {
	const added = changes.map(observed => ({observed, elapsed: elapsed - Math.max(0, at - observed.at)}));
	return added.length === 0 ? pending : [...pending, ...added].slice(-mostPending);
}

/** A change as it is dated by the wall clock of a look. */
export function dateNow({observed, elapsed}: PendingChange, look: Look): Observed {
	const at = Math.round(look.at - (look.elapsed - elapsed));
	const {former} = observed;
	return {...observed, at, ...former && {former: {...former, at: former.at + (at - observed.at)}}};
}
