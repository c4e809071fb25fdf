import {createContext, use} from 'react';
import type {ClockTime} from '../../core/text/clock-time.js';
import type {Chord, Keymap} from '../../core/keymap/bindings.js';
import type {AccountId, InstanceKey} from '../../core/instance/instance.js';
import type {Buckets} from '../../core/view/timeline/timeline-view.js';
import type {Pointed} from '../../core/screen/pointer.js';
import type {SafeText} from '../../core/text/sanitize.js';
import type {ListedMenu} from '../../core/view/menu/listed-menu.js';
import type {Pages} from '../store/pages.js';
import type {Selectors} from '../store/selectors/selectors.js';
import type {Layout} from '../store/layout.js';
import type {State, Store} from '../store/store.js';
import type {Theme} from './theme.js';

/** Ink's function that restores the terminal, runs `whileSuspended`, and takes the terminal again. */
type SuspendTerminal = (whileSuspended: () => Promise<void>) => Promise<void>;

/** Has what is remembered looked up; the store takes what is found. */
export type PastLookUp = {
	/** What happened before the events at hand. */
	readonly recallOlder: () => void;
	/** The changes of these instances, back to a time. */
	readonly recallPasts: (keys: readonly InstanceKey[], from: number) => void;
	/** How many instances were down in some buckets. */
	readonly recallFleet: (buckets: Buckets, account?: AccountId) => void;
};

/** Context of all components. It is set once and never changes. */
export type Session = {
	readonly store: Store;
	readonly selectors: Selectors;
	readonly theme: Theme;
	readonly time: ClockTime;
	/** The keys in force. */
	readonly keymap: Keymap;
	/** The names given with `--instance`; without any, all instances are listed. */
	readonly wanted: readonly SafeText[];
	readonly now: () => number;
	readonly past: PastLookUp;
	readonly layout: Layout;
	readonly pages: Pages;
	/** What the open menu shows; `undefined` where none is open. */
	readonly listMenu: (state: State) => ListedMenu | undefined;
	/** Runs the command of a key. */
	readonly press: (chord: Chord) => void;
	/** Runs the command of each typed character, or adds them to an open prompt. */
	readonly type: (text: string) => void;
	/** Adds pasted text to an open prompt; without one the text does nothing, as a notice says. */
	readonly paste: (text: string) => void;
	/** Does what the mouse asks for at a cell of the screen. */
	readonly point: (pointed: Pointed) => void;
	/** Called when the screen is mounted, with the function that lends the terminal. */
	readonly mounted: (suspend: SuspendTerminal) => void;
};

const SessionContext = createContext<Session | undefined>(undefined);

export const SessionProvider = SessionContext.Provider;

export function useSession(): Session {
	const session = use(SessionContext);
	if (session === undefined) {
		throw new Error('No session: the screen was mounted outside `startScreen`.');
	}

	return session;
}
