import type {ClockTime} from '../text/clock-time.js';
import type {InstanceEventKind, MonitorEvent} from '../fleet/events.js';
import {stateWord} from '../instance/state-word.js';
import {span, type Line} from '../screen/span.js';
import {afterLasted} from '../fleet/seen/describe-lasted.js';

/**
Parts of an event: its time, with the date where that is not today's, the name of its instance, and what happened.
An event of polling has an empty name.
*/
export type EventParts = {
	readonly time: string;
	readonly name: string;
	readonly words: Line;
};

/** Describes an event in the parts of its line. */
export function eventParts(event: MonitorEvent, time: ClockTime, now: number): EventParts {
	return {time: time.moment(event.at, now), name: event.kind === 'instance' ? event.tracked.instance.name : '', words: eventWords(event, time, now)};
}

/** Describes what happened. */
export function eventWords(event: MonitorEvent, time: ClockTime, now: number): Line {
	switch (event.kind) {
		case 'instance': {
			return describeHappening(event.happening);
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
	}
}

/** Describes an event in one line. */
export function describeEvent(event: MonitorEvent, time: ClockTime, now: number): Line {
	const {time: at, name, words} = eventParts(event, time, now);
	return [span(at, 'dim'), span(name === '' ? '  ' : `  ${name}  `), ...words];
}

function describeHappening(happening: InstanceEventKind): Line {
	switch (happening.kind) {
		case 'changed': {
			const {former, to, lasted} = happening.transition;
			return [
				span(`${stateWord(former.state)} → `),
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
			return [span(`odd: ${happening.words}`, 'caution')];
		}

		case 'odd-ended': {
			return [span(`no longer odd: ${happening.words}`), span(afterLasted(happening.lasted), 'dim')];
		}
	}
}
