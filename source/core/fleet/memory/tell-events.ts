import type {AccountId, Instance} from '../../instance/instance.js';
import {rememberedInstance, type RememberedIdentity} from '../../instance/remembered-instance.js';
import type {MonitorEvent} from '../events.js';
import type {Run} from '../seen/coverage.js';
import {pastEvents} from './past-events.js';
import type {EventPage, RememberedFall, Watch} from './remembered.js';

/** A fall of many instances, by its row of the record. */
type NumberedFall = RememberedFall & {readonly id: number};

/** What happened in a span of time, in the order of the record, and the falls of many that any part of it belongs to. */
export type EventSpan = Omit<EventPage, 'falls'> & {readonly to: number; readonly falls: readonly NumberedFall[]};

/** A fall of many instances as an event. `at` is the look before the first of them, `until` the look that showed the last. */
export type MassFell = {
	readonly kind: 'mass';
	readonly at: number;
	readonly account: AccountId;
	readonly id: number;
	readonly until: number;
	readonly fallen: number;
	readonly of: number;
	/** When it was no longer news; `undefined` where it goes on. */
	readonly over: number | undefined;
};

/** An event as the memory tells it. */
export type ToldEvent = {
	/** Host, port and path of its account. */
	readonly place: string;
	readonly event: MonitorEvent | MassFell;
	/** The mass event that it is, or is a fall of. */
	readonly mass: number | undefined;
};

/** An account of the memory, and when it was watched. */
export type ToldAccount = {
	readonly account: AccountId;
	readonly place: string;
	readonly watches: readonly Watch[];
	/** Those of an instance that was watched by itself as well. */
	readonly watchesOf: (uid: string) => readonly Watch[] | undefined;
	/** Between them nobody looked at anything. */
	readonly runs: readonly Run[];
};

/** Tells the events of a span, the oldest first. Of several at one time those of the account come first, and falls that begin then last. */
export type TellSpan = (span: EventSpan) => readonly ToldEvent[];

/** Makes the teller of an account's events. An instance of the past is made once for each of its states, since most have many events. */
export function createTeller({account, place, watches, watchesOf, runs}: ToldAccount): TellSpan {
	const made = new Map<string, Map<string, Instance>>();
	const remember = (identity: RememberedIdentity) => {
		const states = made.get(identity.key) ?? new Map<string, Instance>();
		made.set(identity.key, states);
		const instance = states.get(identity.state.text) ?? rememberedInstance(identity);
		states.set(identity.state.text, instance);
		return instance;
	};

	return ({to, falls, ...page}) => {
		const begun = watches.filter(({began}) => began < to);
		const events = pastEvents(account, page, {
			watches: begun, watchesOf: uid => watchesOf(uid) ?? begun, runs, to, firstId: 0, remember,
		}).toSorted((one, other) => one.at - other.at).map((event): ToldEvent => ({place, event, mass: findFall(event, falls)?.id}));
		const masses = falls.filter(({began}) => began >= page.from && began < to).map((fall): ToldEvent => ({
			place, event: massOf(account, fall), mass: fall.id,
		}));
		return masses.length === 0 ? events : [...events, ...masses].toSorted((one, other) => one.event.at - other.event.at);
	};
}

function massOf(account: AccountId, {id, began, until, fallen, listed, ended}: NumberedFall): MassFell {
	return {
		kind: 'mass', at: began, account, id, until, fallen, of: listed, over: ended,
	};
}

/** The mass event that an event is a fall of. */
function findFall(event: MonitorEvent, falls: readonly NumberedFall[]): NumberedFall | undefined {
	if (falls.length === 0 || event.kind !== 'instance' || event.happening.kind !== 'changed') {
		return undefined;
	}

	const {former, to, at} = event.happening.transition;
	return former.state.kind === 'connected' && to.kind !== 'connected' ? falls.findLast(({began, until}) => at > began && at <= until) : undefined;
}
