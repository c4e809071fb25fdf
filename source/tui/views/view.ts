import type {ReactElement} from 'react';
import type {ExitCode} from '../../process/exit-code.js';
import type {Copy} from '../../core/detail/copy.js';
import type {Page} from '../../core/detail/page.js';
import type {CommandId, Keymap} from '../../core/keymap/bindings.js';
import type {HintWords} from '../../core/keymap/describe.js';
import type {Feed} from '../../core/polling/feed.js';
import type {Fills, FullGeometry, Geometry} from '../../core/screen/geometry.js';
import type {Pointed} from '../../core/screen/pointer.js';
import type {Line} from '../../core/screen/span.js';
import type {Symbols} from '../../core/screen/symbols.js';
import type {Subject} from '../../core/sections/section.js';
import type {ClockTime} from '../../core/text/clock-time.js';
import type {ViewParts} from '../../core/view/describe-view-parts.js';
import type {TypedText} from '../../core/view/view-state.js';
import type {Session} from '../components/session.js';
import type {Actions} from '../store/actions.js';
import type {Pages} from '../store/pages.js';
import type {Selectors} from '../store/selectors/selectors.js';
import type {State} from '../store/store.js';

/** State of the monitor and of its screen, as the handlers of the commands use them. */
export type ViewContext = {
	readonly actions: Actions;
	readonly selectors: Selectors;
	readonly state: () => State;
	readonly now: () => number;
	/** The instance that the detail shows. */
	readonly subject: () => Subject | undefined;
	/** The keys in force. */
	readonly keymap: Keymap;
	/** Lays out the page of the detail, or gives the one of the last frame. */
	readonly pages: Pages;
	readonly symbols: Symbols;
	readonly time: ClockTime;
	/** The layout of the screen as it was last drawn. */
	readonly layout: () => Geometry;
	/** Ends the monitor with this exit code. */
	readonly leave: (code: ExitCode) => void;
};

/** What one frame shows. */
export type Frame = {
	readonly state: State;
	/** The feed that the header shows. */
	readonly feed: Feed;
	readonly geometry: FullGeometry;
	/** The instance that the detail shows. */
	readonly subject: Subject | undefined;
	/** The page of the detail, laid out; `undefined` where no detail is on the screen. */
	readonly page: Page | undefined;
	readonly now: number;
};

/** Effect of the text in a prompt, as the filter bar shows it. */
type Matches = {
	/** The number of matches, with the number of all items where it is a filter. */
	readonly matches: string;
	/** The part of the filter that could not be understood, and why; `undefined` if there is none. */
	readonly ignored: string | undefined;
};

/** The prompt of a view. */
type ViewPrompt = {
	readonly text: TypedText;
	readonly matches: (frame: Frame, session: Session) => Matches;
	/** Called after every key that changes the text, for a view whose cursor follows it. */
	readonly follow?: (context: ViewContext) => void;
};

/**
A view of the monitor. The body, the header, the footer, the prompt and the handlers of the common keys ask the open view for all that
differs between views. Its title and its keys are those of the place of the same name in `core/keymap/bindings.ts`.
*/
export type View = {
	readonly fills: Fills;
	readonly draw: (frame: Frame) => ReactElement;
	/** The sort and the filter, for the header. */
	readonly describe: (state: State, session: Session) => ViewParts;
	/** The position in the list, such as `3/44`, for the footer; empty where there is none. */
	readonly position: (frame: Frame, session: Session) => string;
	/** How many are acknowledged, for the footer; empty where none is. */
	readonly acknowledged?: (frame: Frame, session: Session) => string;
	/** Words of the footer's keys that differ now from those of the table, since they do something else or nothing. */
	readonly hintWords?: (frame: Frame, session: Session) => HintWords;
	/** What a person should know of that is out of sight, for the footer. */
	readonly outOfSight?: (frame: Frame, session: Session) => Line;
	/** Lines of its list of instances, where that is not the grid's. */
	readonly listHeight?: (geometry: Geometry) => number;
	/** Moves by rows. `steps` is given the height of a page and returns the number of rows, negative for upwards. */
	readonly move: (context: ViewContext, steps: (page: number) => number) => void;
	/** Called with the mouse in the body, at a cell that is counted from its upper left one. Without it the wheel moves by rows. */
	readonly point?: (context: ViewContext, pointed: Pointed) => void;
	/** Goes back by one step, as `q` does. */
	readonly back: (context: ViewContext) => void;
	/** Ends the filter or the search, or goes back where there is none, as `Esc` does. */
	readonly escape: (context: ViewContext) => void;
	/** What `y` copies; `undefined` where nothing is shown. */
	readonly copy?: (context: ViewContext) => Copy | undefined;
	readonly prompt?: ViewPrompt;
	/** Handlers of commands that no other view has. That `NAME.toggle` opens and closes the view of that name needs none. */
	readonly commands?: Readonly<Partial<Record<CommandId, (context: ViewContext) => void>>>;
};

/** A view that is drawn in place of another until it is closed. The header goes on to describe the view below it. */
export type Overlay = Omit<View, 'fills' | 'describe'>;

/** A page is one line less than is in sight. */
export function pageOf(height: number): number {
	return Math.max(1, height - 1);
}
