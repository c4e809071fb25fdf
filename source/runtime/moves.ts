import {divideScreen} from '../core/geometry.js';
import {layoutHelp} from '../core/keymap/layout-help.js';
import {layoutSection} from '../core/sections/layout.js';
import {hereOf} from '../core/view-state.js';
import type {CommandPorts} from './commands.js';

type MovePorts = Pick<CommandPorts, 'actions' | 'state' | 'size' | 'subject' | 'signs' | 'now'>;

/** Moving means the rows in the grid, the fields in the detail and the lines in the help; a page is what is in sight. */
export function createMoves(ports: MovePorts): (steps: (page: number) => number) => void {
	const {actions, state, size} = ports;
	return steps => {
		const geometry = divideScreen(size(), state().view.place);
		switch (hereOf(state().view)) {
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

			case 'detail': {
				const subject = ports.subject();
				if (subject !== undefined && geometry.kind === 'full' && geometry.detail !== undefined) {
					const {width, height} = geometry.detail.fields;
					const entries = layoutSection(state().view.detail.section, subject, {width, isRevealed: isRevealed(ports), signs: ports.signs});
					actions.fieldMoved(steps(Math.max(1, height - 1)), entries.map(({lines}) => lines.length), height);
				}

				break;
			}
		}
	};
}

function isRevealed({state, now}: MovePorts): boolean {
	const {revealedUntil} = state().view.detail;
	return revealedUntil !== undefined && revealedUntil > now();
}

/** The rows of the grid in sight, or that would be if the grid had the screen. */
export function gridHeight({size, state}: MovePorts): number {
	const geometry = divideScreen(size(), state().view.place);
	const whole = divideScreen(size(), 'grid');
	return (geometry.kind === 'full' ? geometry.grid?.height : undefined) ?? (whole.kind === 'full' ? whole.grid?.height : undefined) ?? 1;
}
