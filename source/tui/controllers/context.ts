import type {AccountId} from '../../core/instance/instance.js';
import type {BoundCommand, CommandId} from '../../core/keymap/bindings.js';
import type {Run} from '../../core/run/build-run.js';
import type {CommandOutput} from '../../core/run/custom-command.js';
import type {ProgramEnd} from '../../process/children/run-program.js';
import type {Poller} from '../../polling/poller.js';
import type {MenuContext} from '../menus/menu.js';
import type {Asking} from './asking.js';

/** The store, the pollers and the terminal, as the handlers of the commands use them. */
export type ControllerContext = MenuContext & {
	/** Runs a command as its key would. */
	readonly run: (command: BoundCommand) => void;
	/** Whether no command of one's own may run. */
	readonly isReadOnly: boolean;
	/** Runs the program of a command of one's own. It never rejects. */
	readonly runProgram: (run: Run, output: CommandOutput) => Promise<ProgramEnd>;
	/** The poller of each account. */
	readonly pollers: ReadonlyMap<AccountId, Poller>;
	/** Address of the API that an account is of. */
	readonly urlOf: (account: AccountId) => string;
	/** Asks before something is done. */
	readonly asking: Asking;
	/** Copies a text to the clipboard and shows a notice, with `what` as its name, and with the text itself unless it is a secret. */
	readonly copy: (text: string, what: string, isSecret?: boolean) => void;
	/** Erases the screen, with all that other programs wrote to it, and draws it again. */
	readonly redraw: () => void;
	/** Gives the terminal to the shell until the program is continued. */
	readonly suspend: () => void;
};

/** A handler for every command. A missing one is an error of the compiler. */
export type Commands = Readonly<Record<CommandId, () => void>>;
