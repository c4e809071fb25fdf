import type {MonitorEvent} from '../../core/fleet/events.js';
import type {MassFell, ToldEvent} from '../../core/fleet/memory/tell-events.js';
import type {Lasted, Since} from '../../core/fleet/seen/since.js';
import type {ConnectionState, Instance} from '../../core/instance/instance.js';
import {rawId, rawName} from '../../core/instance/raw-text.js';

/** A value of a record; it is missing, or `undefined`, where the event has none. */
type RecordValue = string | number | boolean | undefined;

/**
An event for programs. All records have these fields, in this order. Times are in ISO 8601, lengths of time in seconds.

`from` and `to` are the API's documented states, or `other`; `fromWord` and `toWord` are the words that came for them. Of what lasted,
`lasted` tells how long and `bound` how far that is to be believed: `exact`, `at-least` or `approximate`. `slack` is the time between the
look before the event and the one that showed it: it happened in between; it is `exact` where no more than three polls fit into that.
`began` and `ended` are the ends of a hole, of a trouble, also of a server, and of the falls of a mass event, and the looks between which a
server restarted, of which `lasted` is the uptime before; `mass` is the number of the mass event that a
record is, or that it is a fall of.
*/
export type EventRecord = Readonly<Partial<Record<(typeof eventFields)[number], RecordValue>>>;

export const eventFields = [
	'at',
	'event',
	'account',
	'name',
	'id',
	'from',
	'fromWord',
	'to',
	'toWord',
	'lasted',
	'bound',
	'slack',
	'exact',
	'words',
	'began',
	'ended',
	'mass',
	'fallen',
	'listed',
	'over',
] as const;

/** Makes the records of events. The name and the id of an instance are read once: each is masked, which takes most of the time. */
export function createRecords(): (told: ToldEvent) => EventRecord {
	const identities = new WeakMap<Instance, Pick<EventRecord, 'name' | 'id'>>();
	const identityOf = (instance: Instance) => {
		const known = identities.get(instance);
		if (known !== undefined) {
			return known;
		}

		const id = rawId(instance);
		const identity = {name: rawName(instance), id: id === '' ? undefined : id};
		identities.set(instance, identity);
		return identity;
	};

	return ({place, event, mass}) => ({
		at: isoOf(event.at), account: place, mass, ...event.kind === 'instance' && identityOf(event.tracked.instance), ...describe(event),
	});
}

function describe(event: MonitorEvent | MassFell): EventRecord {
	switch (event.kind) {
		case 'instance': {
			return {event: event.happening.kind, ...describeHappening(event)};
		}

		case 'unwatched': {
			return {
				event: event.kind, began: isoOf(event.from), ended: isoOf(event.to), ...length({milliseconds: event.to - event.from, bound: 'exact'}),
			};
		}

		case 'trouble-began': {
			return {event: event.kind, words: event.words, began: isoOf(event.at)};
		}

		case 'trouble-ended': {
			return {
				event: event.kind,
				words: event.words,
				began: isoOf(event.at - event.lasted.milliseconds),
				ended: isoOf(event.at),
				...length(event.lasted),
			};
		}

		case 'server-restarted': {
			return {
				event: event.kind, began: isoOf(event.from), ended: isoOf(event.to), ...length({milliseconds: event.was, bound: 'at-least'}),
			};
		}

		case 'server-ill': {
			return {event: event.kind, words: event.words, began: isoOf(event.at)};
		}

		case 'server-well': {
			return {
				event: event.kind,
				words: event.words,
				began: isoOf(event.at - event.milliseconds),
				ended: isoOf(event.at),
				...length({milliseconds: event.milliseconds, bound: 'approximate'}),
			};
		}

		case 'mass': {
			const {at, until, fallen, of, over} = event;
			return {
				event: event.kind, began: isoOf(at), ended: isoOf(until), fallen, listed: of, over: over === undefined ? undefined : isoOf(over),
			};
		}
	}
}

function describeHappening({tracked, happening}: Extract<MonitorEvent, {readonly kind: 'instance'}>): EventRecord {
	const {instance: {state}, since, goneSince} = tracked;
	switch (happening.kind) {
		case 'changed': {
			const {former, to, lasted} = happening.transition;
			return {
				...stateFrom(former.state), ...stateTo(to), ...length(lasted), ...slackOf(since),
			};
		}

		case 'appeared': {
			return {...stateTo(state), ...slackOf(since)};
		}

		case 'vanished': {
			return {...stateFrom(state), ...slackOf(goneSince ?? since)};
		}

		case 'returned': {
			return {...stateTo(state), ...length(happening.lasted), ...slackOf(since)};
		}

		case 'odd-began': {
			return {words: happening.words, ...slackOf(since)};
		}

		case 'odd-ended': {
			return {words: happening.words, ...length(happening.lasted)};
		}
	}
}

function stateFrom({kind, text}: ConnectionState): EventRecord {
	return {from: kind, fromWord: text};
}

function stateTo({kind, text}: ConnectionState): EventRecord {
	return {to: kind, toWord: text};
}

function length({milliseconds, bound}: Lasted): EventRecord {
	return {lasted: seconds(milliseconds), bound};
}

function slackOf({slack, isExact}: Pick<Since, 'slack' | 'isExact'>): EventRecord {
	return {slack: slack === undefined ? undefined : seconds(slack), exact: isExact};
}

function seconds(milliseconds: number): number {
	return Math.max(0, milliseconds) / 1000;
}

/** The most milliseconds, before and after the epoch, that a date can have. A file may hold any number. */
const furthest = 8.64e15;

/** Writes a time in UTC. */
export function isoOf(at: number): string {
	return new Date(Math.max(-furthest, Math.min(furthest, at))).toISOString();
}
