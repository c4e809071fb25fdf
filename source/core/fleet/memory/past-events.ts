import type {AccountId, ConnectionState} from '../../instance/instance.js';
import {rememberedInstance} from '../../instance/remembered-instance.js';
import {sanitize} from '../../text/sanitize.js';
import type {InstanceEventKind, MonitorEvent} from '../events.js';
import {emptyHistory} from '../packed-history.js';
import {runsOf, type Coverage} from '../seen/coverage.js';
import type {Tracked} from '../tracked.js';
import {lastedOf, sinceOf, transitionOf} from './dated.js';
import type {Remembered, RememberedEvent, Watch} from './remembered.js';
import {keyOf, partsOf} from './uid.js';

/** Of a change from nothing to nothing, which nobody records. */
const noState: ConnectionState = {kind: 'other', text: sanitize('')};

/** An event before its id is known. */
type Dated = MonitorEvent extends infer Event ? Event extends MonitorEvent ? Omit<Event, 'id'> : never : never;

/** The events of the past, newest first, and the times between them in which nobody watched. Their ids count down from 0. */
export function pastEvents(account: AccountId, {watches, events}: Remembered, coverage: Coverage): readonly MonitorEvent[] {
	const oldest = events[0]?.change.at ?? -Infinity;
	const runs = runsOf(coverage);
	const holes = runs.flatMap(({from: to}, index): readonly Dated[] => {
		const from = runs[index - 1]?.to;
		return from === undefined || to < oldest
			? []
			: [{
				kind: 'unwatched', at: to, account, from, to,
			}];
	});
	const happened = events.flatMap((event): readonly Dated[] => {
		const {tracked, happening} = eventOf(account, event, watches);
		return [{
			kind: 'instance', at: event.change.at, account, tracked, happening,
		}];
	});
	return [...holes, ...happened].toSorted((one, other) => other.at - one.at).map((event, index) => ({...event, id: -index}));
}

/** What happened, and the instance right after it. */
type Happened = {readonly tracked: Tracked; readonly happening: InstanceEventKind};

function eventOf(account: AccountId, {uid, name, change}: RememberedEvent, watches: readonly Watch[]): Happened {
	const key = keyOf(account, uid);
	const {at, slack, was, became, lasted, formerSlack} = change;
	const state = became ?? was ?? noState;
	const instance = rememberedInstance({
		account, key, id: partsOf(uid).id, name, state,
	});
	const since = sinceOf(at, slack, watches);
	const tracked: Tracked = {
		instance,
		since,
		appeared: since,
		history: emptyHistory,
		odd: new Map(),
		gone: became === undefined ? at : undefined,
		goneSince: became === undefined ? since : undefined,
		lastSeen: undefined,
		unseen: [],
	};
	if (became === undefined) {
		return {tracked, happening: {kind: 'vanished'}};
	}

	if (was === undefined) {
		const absent = {since: sinceOf(at - lasted, formerSlack, watches), to: at - (slack ?? 0)};
		return {tracked, happening: lasted === 0 ? {kind: 'appeared'} : {kind: 'returned', lasted: lastedOf(absent, since, watches)}};
	}

	return {tracked, happening: {kind: 'changed', transition: transitionOf(instance, {...change, was, became}, {watches})}};
}
