import {actionFor, isStuck} from '../core/instance/action.js';
import {escapeJson} from '../core/json/escape.js';
import type {MonitorEvent} from '../core/fleet/events.js';
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
Writes an event as one line of JSON. `before` is the inventory before the poll that showed the event.

`state`, `from` and `to` are the API's documented states, or `other`; `word`, `fromWord` and `toWord` are the words that came for them.
`lasted` is in seconds; without `exact` it is the shortest time that is possible.
A value that an instance does not have is `null`, as in the answer, so that all lines of one kind have the same fields.
*/
export function writeEvent(event: MonitorEvent, before: Inventory): string {
	switch (event.kind) {
		case 'instance': {
			const fields = {...describeInstance(event.tracked, event.at), ...describeHappening(event, before)};
			return writeLine(event.at, event.happening.kind, fields);
		}

		case 'trouble-began': {
			return writeLine(event.at, event.kind, {trouble: event.words});
		}

		case 'trouble-ended': {
			return writeLine(event.at, event.kind, {trouble: event.words, lasted: seconds(event.at - event.since), exact: true});
		}
	}
}

/** Writes an instance as it is in the first answer, in the form of an event of the kind `present`. */
export function writePresent(tracked: Tracked, at: number): string {
	return writeLine(at, 'present', describeInstance(tracked, at));
}

function describeInstance({instance, since}: Tracked, at: number): Fields {
	return {
		name: rawName(instance),
		id: textOrUndefined(rawId(instance)),
		number: textOrUndefined(rawNumber(instance)),
		state: instance.state.kind,
		word: rawState(instance),
		do: actionFor(instance, isStuck(instance, since.at, at)),
	};
}

function textOrUndefined(text: string): string | undefined {
	return text === '' ? undefined : text;
}

function describeHappening({tracked, happening, at}: Extract<MonitorEvent, {readonly kind: 'instance'}>, before: Inventory): Fields {
	switch (happening.kind) {
		case 'changed': {
			const {from, to, formerSince} = happening.transition;
			const previous: Instance | undefined = before.tracked.get(tracked.instance.key)?.instance;
			return {
				from: from.kind,
				fromWord: previous === undefined ? from.text : rawState(previous),
				to: to.kind,
				toWord: rawState(tracked.instance),
				...describeDuration(formerSince, at),
			};
		}

		case 'returned': {
			return {lasted: seconds(at - happening.goneSince), exact: true};
		}

		case 'odd-began': {
			return {odd: happening.words};
		}

		case 'odd-ended': {
			return {odd: happening.words, ...describeDuration(happening.since, at)};
		}

		case 'appeared':
		case 'vanished': {
			return {};
		}
	}
}

function describeDuration(since: Since, at: number): Fields {
	return {lasted: seconds(at - since.at), exact: since.isExact};
}

function seconds(milliseconds: number): number {
	return Math.max(0, milliseconds) / 1000;
}

function writeLine(at: number, event: string, fields: Fields): string {
	const json = JSON.stringify({at: new Date(at).toISOString(), event, ...fields}, (_, value: unknown) => value ?? null);
	return `${escapeJson(json)}\n`;
}
