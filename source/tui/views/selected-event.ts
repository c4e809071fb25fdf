import type {EventLine} from '../../core/view/events/event-lines.js';
import type {Selectors} from '../store/selectors/selectors.js';
import type {State} from '../store/store.js';

/** The event under the cursor: the newest one until the cursor is moved. */
export function selectedEvent(state: State, selectors: Selectors) {
	return eventOf(selectedLine(state, selectors));
}

/** The one event of a line that tells of an instance: of an instance that flapped it is the last change. */
export function eventOf(line: EventLine | undefined) {
	return line?.kind === 'flaps' ? line.events[0] : (line?.kind === 'inner' ? line.event : line);
}

/** The line under the cursor: the newest one until the cursor is moved. */
export function selectedLine(state: State, selectors: Selectors): EventLine | undefined {
	return selectors.eventLines(state)[selectors.eventIndex(state)];
}
