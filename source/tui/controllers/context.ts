import type {ColumnId} from '../../core/columns/column.js';
import type {CommandId} from '../../core/keymap/commands.js';
import type {Selectors} from '../store/selectors.js';
import type {Poller} from '../../polling/poller.js';
import type {MovePorts} from './move.js';

/** What the commands work on. */
export type ControllerContext = MovePorts & {
	readonly selectors: Selectors;
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
