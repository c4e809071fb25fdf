import type {ClockTime} from '../../core/text/clock-time.js';
import {
	divideScreen,
	eventRows,
	type Box,
	type Geometry,
	type Size,
} from '../../core/screen/geometry.js';
import {layoutHelp} from '../../core/view/layout-help.js';
import type {Entry} from '../../core/detail/entry.js';
import {layoutPage} from '../../core/detail/layout.js';
import type {Subject} from '../../core/sections/section.js';
import type {Symbols} from '../../core/screen/symbols.js';
import {focusedPlace} from '../../core/view/view-state.js';
import type {Actions} from '../store/actions.js';
import type {State} from '../store/store.js';

/** State and size of the screen, as the move commands use them. */
export type MovePorts = {
	readonly actions: Actions;
	readonly state: () => State;
	readonly now: () => number;
	readonly size: () => Size;
	/** The instance that the detail shows. */
	readonly subject: () => Subject | undefined;
	readonly symbols: Symbols;
	readonly time: ClockTime;
};

/**
Makes the function that moves by rows in the grid, events in the events view, fields in the detail and lines in the help.
`steps` is given the height of a page and returns the number of steps, negative for upwards. A page is one line less than is in sight.
*/
export function createMoves(ports: MovePorts): (steps: (page: number) => number) => void {
	const {actions, state, size} = ports;
	return steps => {
		const geometry = divideScreen(size(), state().view);
		switch (focusedPlace(state().view)) {
			case 'help': {
				const {lines, height} = layoutHelp(size());
				actions.helpScrolled(steps(Math.max(1, height - 1)), Math.max(0, lines.length - height));
				break;
			}

			case 'grid': {
				const height = gridHeight(ports);
				actions.selectionMoved(steps(Math.max(1, height - 1)), height);
				break;
			}

			case 'events': {
				const height = geometry.kind === 'full' ? eventRows(geometry) : 1;
				actions.eventMoved(steps(Math.max(1, height - 1)), height);
				break;
			}

			case 'prompt': {
				break;
			}

			case 'detail': {
				const page = detailPage(ports);
				if (page !== undefined) {
					const {entries, height} = page;
					actions.fieldMoved(steps(Math.max(1, height - 1)), entries.map(({lines}) => lines.length), height);
				}

				break;
			}
		}
	};
}

/** The open section of the detail, laid out, and how many of its lines are in sight; `undefined` where no detail is on the screen. */
export function detailPage(ports: MovePorts): {readonly entries: readonly Entry[]; readonly height: number} | undefined {
	const {state, size, symbols} = ports;
	const {view} = state();
	const geometry = divideScreen(size(), view);
	const subject = ports.subject();
	if (subject === undefined || geometry.kind !== 'full' || geometry.detail === undefined) {
		return undefined;
	}

	const {fields} = geometry.detail;
	return {entries: layoutPage(view.detail, subject, fields, symbols), height: fields.height};
}

/** The number of grid rows in sight. Where the grid is not on the screen, the number if it had the whole body. */
export function gridHeight({size, state}: MovePorts): number {
	const current = divideScreen(size(), state().view);
	const whole = divideScreen(size(), {place: 'grid', isPaneOpen: false});
	return gridIn(current)?.height ?? gridIn(whole)?.height ?? 1;
}

function gridIn(geometry: Geometry): Box | undefined {
	return geometry.kind === 'full' ? geometry.grid : undefined;
}
