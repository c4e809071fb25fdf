import type {Secret} from '../text/secret.js';

/** Source of the token while the program runs; it can hold another token after the first was refused. */
export type TokenSource = {
	readonly current: () => Secret;
	/**
	Reads the source again after the token was refused, and says whether it now holds another one.
	It never rejects: where the source has no good token any more, the previous one stays.
	*/
	readonly refresh: () => Promise<boolean>;
	/** What kept the last `refresh` from reading a good token, in words; `undefined` where nothing did. */
	readonly problem?: () => string | undefined;
	/** Whether there is no token yet, so that nothing may be sent: `current` gives an empty text then. */
	readonly isMissing?: () => boolean;
};
