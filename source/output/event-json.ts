import {actionFor, isStuck} from '../core/instance/action.js';
import {escapeJson} from '../core/json/escape.js';
import type {InstanceEventKind, MonitorEvent} from '../core/fleet/events.js';
import type {Instance} from '../core/instance/instance.js';
import type {Inventory, Tracked} from '../core/fleet/inventory.js';
import type {Since} from '../core/fleet/transitions.js';
import {
	rawId,
	rawName,
	rawNumber,
	rawState,
} from './raw-text.js';

type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

/**
An event as one line of JSON. `state`, `from` and `to` are the API's documented states, or `other`; the words that came for them stand beside them. Lengths of time are in seconds; one that is not `exact` is the least it can have been. What an instance does not have is `null`, as on the wire, so that every line has the same fields.
*/
export function writeEvent(event: MonitorEvent, before: Inventory): string {
	switch (event.kind) {
		case 'instance': {
			return writeLine(event.at, event.happening.kind, {...describeInstance(event.tracked, event.at), ...describeHappening(event, before)});
		}

		case 'trouble-began': {
			return writeLine(event.at, event.kind, {trouble: event.words});
		}

		case 'trouble-ended': {
			return writeLine(event.at, event.kind, {trouble: event.words, lasted: seconds(event.at - event.since), exact: true});
		}
	}
}

/** An instance as it is when the watching begins, in the form of an event. */
export function writePresent(tracked: Tracked, at: number): string {
	return writeLine(at, 'present', describeInstance(tracked, at));
}

function describeInstance({instance, since}: Tracked, at: number): Fields {
	return {
		name: rawName(instance),
		id: orNothing(rawId(instance)),
		number: orNothing(rawNumber(instance)),
		state: instance.state.kind,
		word: rawState(instance),
		do: actionFor(instance, isStuck(instance, since.at, at)),
	};
}

function orNothing(text: string): string | undefined {
	return text === '' ? undefined : text;
}

function describeHappening({tracked, happening, at}: {readonly tracked: Tracked; readonly happening: InstanceEventKind; readonly at: number}, before: Inventory): Fields {
	switch (happening.kind) {
		case 'changed': {
			const {from, to, formerSince} = happening.transition;
			const former: Instance | undefined = before.tracked.get(tracked.instance.key)?.instance;
			return {
				from: from.kind, fromWord: former === undefined ? from.text : rawState(former), to: to.kind, toWord: rawState(tracked.instance), ...describeLasting(formerSince, at),
			};
		}

		case 'returned': {
			return {lasted: seconds(at - happening.goneSince), exact: true};
		}

		case 'odd-began': {
			return {odd: happening.words};
		}

		case 'odd-ended': {
			return {odd: happening.words, ...describeLasting(happening.since, at)};
		}

		case 'appeared':
		case 'vanished': {
			return {};
		}
	}
}

function describeLasting(since: Since, at: number): Fields {
	return {lasted: seconds(at - since.at), exact: since.isExact};
}

function seconds(milliseconds: number): number {
	return Math.max(0, milliseconds) / 1000;
}

function writeLine(at: number, event: string, fields: Fields): string {
	return `${escapeJson(JSON.stringify({at: new Date(at).toISOString(), event, ...fields}, (_, value: unknown) => value ?? null))}\n`;
}
