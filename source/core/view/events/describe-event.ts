import type {ClockTime} from '../../text/clock-time.js';
import type {InstanceEventKind, MonitorEvent} from '../../fleet/events.js';
import {accountPrefix, instanceName} from '../../fleet/several/instance-name.js';
import {describeFall} from '../../fleet/mass-event.js';
import type {AccountId} from '../../instance/instance.js';
import {stateWord} from '../../instance/state-word.js';
import {span, type Line} from '../../screen/span.js';
import {describeCoarsely} from '../../text/duration.js';
import {afterLasted} from '../../fleet/seen/describe-lasted.js';
import {isFold, type EventLine, type FoldLine} from './event-lines.js';

/**
Parts of a line: its time, with the date where that is not today's, the name of the instance, and what happened. What is not of one instance
has no name, and its words can take the room of one.
*/
export type EventParts = {
	readonly time: string;
	readonly name: string | undefined;
	readonly words: Line;
};

/** What the lines of events are told by. */
export type LineContext = {
	readonly time: ClockTime;
	readonly now: number;
	/** What is told of the mass events that go on, by account. */
	readonly massWords: ReadonlyMap<AccountId, {readonly began: number; readonly words: string}>;
	/** Whether the events are those of a filter. */
	readonly isFiltered: boolean;
	/** Whether they are of several accounts, which are named then. */
	readonly hasSeveral?: boolean;
};

/** How changes are told: with all that is known of them, or briefly, where only the state that they came to has room. */
export type EventForm = 'whole' | 'brief';

/** Describes a line of the events in its parts. */
export function lineParts(line: EventLine, context: LineContext, form: EventForm = 'whole'): EventParts {
	const {time, now, hasSeveral = false} = context;
	const at = time.moment(line.at, now);
	if (isFold(line)) {
		const [{account, tracked}] = line.events;
		return line.kind === 'flaps'
			? {time: at, name: instanceName(tracked.instance, hasSeveral), words: flapsWords(line, context, form)}
			: {time: at, name: undefined, words: named(account, line.kind === 'mass' ? massWords(line, context) : marksWords(line), hasSeveral)};
	}

	const event = line.kind === 'inner' ? line.event : line;
	const words = eventWords(event, time, now, form);
	return event.kind === 'instance'
		? {time: at, name: instanceName(event.tracked.instance, hasSeveral), words}
		: {time: at, name: undefined, words: named(event.account, words, hasSeveral)};
}

/** Puts the name of an account before what happened to more than one of its instances. */
function named(account: AccountId, words: Line, hasSeveral: boolean): Line {
	return hasSeveral ? [span(accountPrefix(account, hasSeveral)), ...words] : words;
}

/** Describes a mass event: while it goes on with how many are back. Where a filter leaves some of its falls, their number stands first. */
function massWords({fall, events}: Extract<FoldLine, {readonly kind: 'mass'}>, {massWords: told, isFiltered, time}: LineContext): Line {
	const {account, began, until, fallen, listed} = fall;
	const present = told.get(account);
	return [
		span(isFiltered ? `${events.length} of ${fallen} match: ` : ''),
		span(present?.began === began ? present.words : describeFall(fallen, listed, time.range(began, until, until)), 'trouble'),
	];
}

/** Describes how often an instance changed while it flapped, when that was, and the state that it came to at last; briefly, not when. */
function flapsWords(
	{events, isLatest}: Extract<FoldLine, {readonly kind: 'flaps'}>,
	{isFiltered, time}: LineContext,
	form: EventForm,
): Line {
	const [newest] = events;
	const {state} = newest.tracked.instance;
	const flapped = span(isFiltered ? `flapped: ${events.length} changes match` : `flapped ${events.length} times`, 'caution');
	const came = span(stateWord(state), `state-${state.kind}`);
	// What does not match the filter may have come after it.
	const isNow = isLatest && !isFiltered;
	if (form === 'brief') {
		return isNow ? [span('now '), came, span(', '), flapped] : [flapped, span(', then '), came];
	}

	const times = time.range(events.at(-1)?.at ?? newest.at, newest.at, newest.at);
	return [flapped, span(` ${times} · ${isNow ? 'now' : 'then'} `), came];
}

/** Describes the marks that one look showed, with the words of all where they are the same. */
function marksWords({events}: FoldLine): Line {
	const began = events.map(({happening}) => happening).filter(happening => happening.kind === 'odd-began');
	const [words, ...others] = new Set(began.map(each => each.words));
	const look = began.some(({isAtFirstLook}) => isAtFirstLook) ? firstLook : ' at one look';
	return [span(`${events.length} odd${look}${others.length === 0 ? `: ${words ?? ''}` : ''}`, 'caution')];
}

/** Of a mark that may have begun before. */
const firstLook = ' at the first look';

/** Describes what happened. */
export function eventWords(event: MonitorEvent, time: ClockTime, now: number, form: EventForm = 'whole'): Line {
	switch (event.kind) {
		case 'instance': {
			return describeHappening(event.happening, form);
		}

		case 'unwatched': {
			return [span(`nobody watched from ${time.moment(event.from, now)} to ${time.moment(event.to, now)}`, 'caution')];
		}

		case 'trouble-began': {
			return [span(event.words, 'trouble')];
		}

		case 'trouble-ended': {
			const after = afterLasted(event.lasted);
			const ended = after === '' ? `; it was ${event.words}` : `${after} of ${event.words}`;
			return [span('polling works again'), span(ended, 'dim')];
		}

		case 'server-restarted': {
			return [
				span(`server restarted, was up ${describeCoarsely(event.was)}`, 'caution'),
				span(`; between ${time.moment(event.from, now)} and ${time.moment(event.to, now)}`, 'dim'),
			];
		}

		case 'server-ill': {
			return [span(`server reports ${event.words}`, 'trouble')];
		}

		case 'server-well': {
			const after = afterLasted({milliseconds: event.milliseconds, bound: 'approximate'});
			return [span('server reports ok again'), span(after === '' ? `; it was ${event.words}` : `${after} of ${event.words}`, 'dim')];
		}
	}
}

/** Describes an event in one line. */
export function describeEvent(event: MonitorEvent, time: ClockTime, now: number): Line {
	return describeLine(event, {
		time, now, massWords: new Map(), isFiltered: false,
	});
}

/** Describes a line of the events as one text. */
export function describeLine(line: EventLine, context: LineContext): Line {
	const {time, name, words} = lineParts(line, context);
	return [span(time, 'dim'), span(name === undefined ? '  ' : `  ${name}  `), ...words];
}

function describeHappening(happening: InstanceEventKind, form: EventForm): Line {
	switch (happening.kind) {
		case 'changed': {
			const {former, to, lasted} = happening.transition;
			return [
				span(form === 'brief' ? '→ ' : `${stateWord(former.state)} → `),
				span(stateWord(to), `state-${to.kind}`),
				span(afterLasted(lasted), 'dim'),
			];
		}

		case 'appeared': {
			return [span('appeared in the list')];
		}

		case 'vanished': {
			return [span('vanished from the list', 'caution')];
		}

		case 'returned': {
			return [span('is in the list again'), span(afterLasted(happening.lasted), 'dim')];
		}

		case 'odd-began': {
			return [span(`odd${happening.isAtFirstLook ? firstLook : ''}: ${happening.words}`, 'caution')];
		}

		case 'odd-ended': {
			return [span(`no longer odd: ${happening.words}`), span(afterLasted(happening.lasted), 'dim')];
		}
	}
}
