import {exitCodeOf} from '../../process/exit-code.js';
import {openView} from '../views/views.js';
import type {ControllerContext, Commands} from './context.js';
import {createAcknowledgeCommands} from './acknowledge.js';
import {createDetailCommands} from './detail.js';
import {createGridCommands} from './grid.js';
import {createMenuCommands} from './menus.js';
import {createPollingCommands} from './polling.js';
import {createPromptCommands} from './prompt.js';
import {createViewCommands} from './views.js';

/** Makes the handlers of all commands. */
export function createCommands(ports: ControllerContext): Commands {
	const {actions, state, now} = ports;
	const move = (steps: (page: number) => number) => {
		if (state().view.prompt === undefined) {
			openView(state()).move(ports, steps);
		}
	};

	return {
		'app.quit'() {
			ports.leave(0);
		},
		/** In a menu it leaves that alone. */
		'app.abort'() {
			if (state().view.menu === undefined) {
				ports.leave(exitCodeOf('SIGINT'));
			} else {
				actions.menuClosed();
			}
		},
		'app.suspend': ports.suspend,
		'picture.hold'() {
			if (state().view.held === undefined) {
				actions.pictureHeld(now());
			} else {
				actions.pictureReleased(now());
			}
		},
		'screen.redraw': ports.redraw,
		'move.up'() {
			move(() => -1);
		},
		'move.down'() {
			move(() => 1);
		},
		'move.page-up'() {
			move(page => -page);
		},
		'move.page-down'() {
			move(page => page);
		},
		'move.top'() {
			move(() => -Infinity);
		},
		'move.bottom'() {
			move(() => Infinity);
		},
		'detail.open': actions.detailOpened,
		...createPollingCommands(ports),
		...createViewCommands(ports),
		...createPromptCommands(ports),
		...createMenuCommands(ports),
		...createGridCommands(ports),
		...createAcknowledgeCommands(ports),
		...createDetailCommands(ports),
	};
}
