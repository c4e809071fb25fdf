import type {Secret} from '../text/secret.js';

/** Where the token comes from for as long as the program runs; it may hold another one after the first was refused. */
export type TokenSource = {
	readonly current: () => Secret;
	/** Reads the source again, as when the token was refused; says whether it now holds another one. Never rejects: where there is no good token any more, the former stays. */
	readonly refresh: () => Promise<boolean>;
};
