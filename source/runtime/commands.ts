import type {ColumnId} from '../core/columns/column.js';
import {describeCountdown, describeSetting} from '../core/duration.js';
import type {CommandId} from '../core/keymap/commands.js';
import type {Derived} from '../store/derived.js';
import {createDetailCommands} from './detail-commands.js';
import {createEventCommands} from './event-commands.js';
import {createGridCommands} from './grid-commands.js';
import {leavePlace} from './leave-place.js';
import {createMoves, type MovePorts} from './moves.js';
import type {Poller} from './poller.js';

/** What the commands work on. */
export type CommandPorts = MovePorts & {
	readonly derived: Derived;
	readonly pollers: readonly Poller[];
	/** The columns on the screen now. */
	readonly columnsInSight: () => readonly ColumnId[];
	/** Puts a text where the person can paste it from; says in words how that went, with the text itself unless it is a secret. */
	readonly copy: (text: string, what: string, isSecret?: boolean) => void;
	/** Ends the monitor with this exit code. */
	readonly leave: (code: 0 | 130) => void;
	/** Draws the whole screen anew, whatever else has written to it. */
	readonly redraw: () => void;
	/** Gives the terminal back to the shell until the program is continued. */
	readonly suspend: () => void;
};

/** A handler for every command: one that is missing does not compile. */
export type Commands = Readonly<Record<CommandId, () => void>>;

/** The intervals that `+` and `-` walk through. */
const intervals = [1000, 2000, 5000, 10_000, 30_000, 60_000];

export function createCommands(ports: CommandPorts): Commands {
	const {actions, state, now} = ports;
	const move = createMoves(ports);

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
		'app.back'() {
			leavePlace(ports);
		},
		'app.quit'() {
			ports.leave(0);
		},
		'app.abort'() {
			ports.leave(130);
		},
		'app.suspend': ports.suspend,
		'help.toggle': actions.helpToggled,
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
		...createGridCommands(ports),
		...createEventCommands(ports),
		...createDetailCommands(ports),
	};
}

function pollNow({actions, pollers, now}: CommandPorts): void {
	for (const poller of pollers) {
		const answer = poller.pollNow();
		if (answer.kind === 'must-wait') {
			actions.noticed(`the API asked to wait: next try in ${describeCountdown(answer.until - now())}`, now(), 'caution');
		} else {
			actions.noticed(answer.kind === 'soon' ? 'refreshing' : 'a poll is under way', now());
		}
	}
}
