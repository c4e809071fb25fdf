import {createContext, use} from 'react';
import type {ClockTime} from '../../core/text/clock-time.js';
import type {Chord} from '../../core/keymap/bindings.js';
import type {SafeText} from '../../core/text/sanitize.js';
import type {Selectors} from '../store/selectors.js';
import type {Store} from '../store/store.js';
import type {Theme} from './theme.js';

/** Hands the terminal back and takes it again: what Ink lends for the time of `whileSuspended`. */
type SuspendTerminal = (whileSuspended: () => Promise<void>) => Promise<void>;

/** What the screen is made of; handed down once, never changed. */
export type Session = {
	readonly store: Store;
	readonly selectors: Selectors;
	readonly theme: Theme;
	readonly time: ClockTime;
	/** The names asked for with `--instance`; none means all. */
	readonly wanted: readonly SafeText[];
	readonly now: () => number;
	readonly press: (chord: Chord) => void;
	/** Pasted text: typed where something takes text, dropped everywhere else. */
	readonly paste: (text: string) => void;
	/** Told once the screen stands. */
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
