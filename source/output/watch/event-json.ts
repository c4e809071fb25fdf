import {actionFor, isStuck} from '../../core/instance/action.js';
import {escapeJson} from '../../core/json/escape.js';
import type {MonitorEvent} from '../../core/fleet/events.js';
import type {Instance} from '../../core/instance/instance.js';
import {steadyIn, type Inventory} from '../../core/fleet/inventory.js';
import type {Tracked} from '../../core/fleet/tracked.js';
import type {Lasted} from '../../core/fleet/seen/since.js';
import {
	rawId,
	rawName,
	rawNumber,
	rawState,
} from '../../core/instance/raw-text.js';

type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

/**
Writes an event as one line of JSON. `before` and `after` are the inventories before and after the poll that showed the event.

`state`, `from` and `to` are the API's documented states, or `other`; `word`, `fromWord` and `toWord` are the words that came for them.
`lasted` is in seconds; without `exact` it is the shortest time that is possible.
A value that an instance does not have is `null`, as in the answer, so that all lines of one kind have the same fields.
*/
export function writeEvent(event: MonitorEvent, {before, after}: {readonly before: Inventory; readonly after: Inventory}): string {
	switch (event.kind) {
		case 'instance': {
			const fields = {...describeInstance(event.tracked, event.at, after), ...describeHappening(event, before)};
			return writeLine(event, event.happening.kind, fields);
		}

		case 'unwatched': {
			return writeLine(event, event.kind, {from: new Date(event.from).toISOString(), to: new Date(event.to).toISOString()});
		}

		case 'trouble-began': {
			return writeLine(event, event.kind, {trouble: event.words});
		}

		case 'trouble-ended': {
			return writeLine(event, event.kind, {trouble: event.words, ...describeDuration(event.lasted)});
		}

		case 'server-restarted': {
			return writeLine(event, event.kind, {
				from: new Date(event.from).toISOString(), to: new Date(event.to).toISOString(), uptime: seconds(event.was),
			});
		}

		case 'server-ill': {
			return writeLine(event, event.kind, {trouble: event.words});
		}

		case 'server-well': {
			return writeLine(event, event.kind, {trouble: event.words, ...describeDuration({milliseconds: event.milliseconds, bound: 'approximate'})});
		}
	}
}

/** Writes an instance as it is in the first answer, in the form of an event of the kind `present`. */
export function writePresent(tracked: Tracked, at: number, inventory: Inventory): string {
	return writeLine({at, account: tracked.instance.account}, 'present', describeInstance(tracked, at, inventory));
}

function describeInstance(tracked: Tracked, at: number, inventory: Inventory): Fields {
	const {instance} = tracked;
	return {
		name: rawName(instance),
		id: textOrUndefined(rawId(instance)),
		number: textOrUndefined(rawNumber(instance)),
		state: instance.state.kind,
		word: rawState(instance),
		do: actionFor(instance, isStuck(instance, steadyIn(inventory, tracked), at)),
	};
}

function textOrUndefined(text: string): string | undefined {
	return text === '' ? undefined : text;
}

function describeHappening({tracked, happening}: Extract<MonitorEvent, {readonly kind: 'instance'}>, before: Inventory): Fields {
	switch (happening.kind) {
		case 'changed': {
			const {former: {state: from}, to, lasted} = happening.transition;
			const previous: Instance | undefined = before.tracked.get(tracked.instance.key)?.instance;
			return {
				from: from.kind,
				fromWord: previous === undefined ? from.text : rawState(previous),
				to: to.kind,
				toWord: rawState(tracked.instance),
				...describeDuration(lasted),
			};
		}

		case 'returned': {
			return describeDuration(happening.lasted);
		}

		case 'odd-began': {
			return {odd: happening.words};
		}

		case 'odd-ended': {
			return {odd: happening.words, ...describeDuration(happening.lasted)};
		}

		case 'appeared':
		case 'vanished': {
			return {};
		}
	}
}

function describeDuration({milliseconds, bound}: Lasted): Fields {
	return {lasted: seconds(milliseconds), exact: bound === 'exact'};
}

function seconds(milliseconds: number): number {
	return Math.max(0, milliseconds) / 1000;
}

function writeLine({at, account}: Pick<MonitorEvent, 'at' | 'account'>, event: string, fields: Fields): string {
	const json = JSON.stringify({
		at: new Date(at).toISOString(), event, ...fields, account,
	}, (_, value: unknown) => value ?? null);
	return `${escapeJson(json)}\n`;
}
