import type {ClockTime} from '../../core/text/clock-time.js';
import {divideScreen, eventRows, type Size} from '../../core/screen/geometry.js';
import {layoutHelp} from '../../core/view/layout-help.js';
import type {Entry} from '../../core/detail/entry.js';
import {layoutPage} from '../../core/detail/layout.js';
import type {Subject} from '../../core/sections/section.js';
import type {Symbols} from '../../core/screen/symbols.js';
import {focusedPlace} from '../../core/view/view-state.js';
import type {Actions} from '../store/actions.js';
import type {State} from '../store/store.js';

/** What moving needs: the size of the terminal, and what is shown on it. */
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

/** Moving means the rows in the grid, the fields in the detail and the lines in the help; a page is what is in sight. */
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

/** The open section as it is laid out on the screen, and how many of its lines are in sight. */
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

/** The rows of the grid in sight, or that would be if the grid had the screen. */
export function gridHeight({size, state}: MovePorts): number {
	const geometry = divideScreen(size(), state().view);
	const whole = divideScreen(size(), {place: 'grid', isPaneOpen: false});
	return (geometry.kind === 'full' ? geometry.grid?.height : undefined) ?? (whole.kind === 'full' ? whole.grid?.height : undefined) ?? 1;
}
