import {exitCodeOf} from '../../process/exit-code.js';
import {describeCountdown, describeSetting} from '../../core/text/duration.js';
import {openView} from '../views/views.js';
import type {ControllerContext, Commands} from './context.js';
import {createDetailCommands} from './detail.js';
import {createGridCommands} from './grid.js';
import {createPromptCommands} from './prompt.js';
import {createViewCommands} from './views.js';

/** In milliseconds: the intervals that `+` and `-` step through. */
const intervals = [1000, 2000, 5000, 10_000, 30_000, 60_000];

/** Makes the handlers of all commands. */
export function createCommands(ports: ControllerContext): Commands {
	const {actions, state, now} = ports;
	const move = (steps: (page: number) => number) => {
		if (state().view.prompt === undefined) {
			openView(state()).move(ports, steps);
		}
	};

	const chooseInterval = (interval: number | undefined) => {
		if (interval === undefined) {
			return;
		}

		actions.intervalChosen(interval);
		for (const poller of ports.pollers) {
			poller.setInterval(interval);
		}

		actions.noticed(`polling every ${describeSetting(interval)}`, now());
	};

	return {
		'app.quit'() {
			ports.leave(0);
		},
		'app.abort'() {
			ports.leave(exitCodeOf('SIGINT'));
		},
		'app.suspend': ports.suspend,
		'poll.now'() {
			pollNow(ports);
		},
		'poll.slower'() {
			chooseInterval(intervals.find(interval => interval > state().interval));
		},
		'poll.faster'() {
			chooseInterval(intervals.findLast(interval => interval < state().interval));
		},
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
		...createViewCommands(ports),
		...createPromptCommands(ports),
		...createGridCommands(ports),
		...createDetailCommands(ports),
	};
}

function pollNow({actions, pollers, now}: ControllerContext): void {
	for (const poller of pollers) {
		const result = poller.pollNow();
		if (result.kind === 'must-wait') {
			actions.noticed(`the API asked to wait: next try in ${describeCountdown(result.until - now())}`, now(), {tone: 'caution'});
		} else {
			actions.noticed(result.kind === 'soon' ? 'refreshing' : 'a poll is under way', now());
		}
	}
}
