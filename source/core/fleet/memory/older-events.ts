import type {AccountId} from '../../instance/instance.js';
import type {MonitorEvent} from '../events.js';
import {rememberedFall, type KnownFall} from '../past/known-fall.js';
import {runsOf, type Coverage} from '../seen/coverage.js';
import {pastEvents} from './past-events.js';
import type {EventCursor, EventPage, Watch} from './remembered.js';

/** Events from before those that are at hand, newest first, the mass events of their time, and where those before them are. */
export type OlderEvents = {
	readonly events: readonly MonitorEvent[];
	readonly falls: readonly KnownFall[];
	readonly older: EventCursor | undefined;
};

/** Makes the events of a page that ends at a cursor. `lowestId` is the lowest id so far. */
export function olderEvents(account: AccountId, page: EventPage, {watches, coverage, cursor, lowestId}: {
	readonly watches: readonly Watch[];
	readonly coverage: Coverage;
	readonly cursor: EventCursor;
	readonly lowestId: number;
}): OlderEvents {
	const events = pastEvents(account, page, {
		watches, runs: runsOf(coverage), to: cursor.at, firstId: Math.min(0, lowestId) - 1,
	});
	return {events, falls: page.falls.map(fall => rememberedFall(account, fall)), older: page.older};
}
