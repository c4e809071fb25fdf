import type {SafeText} from '../text/sanitize.js';
import type {AccountId, Instance} from './instance.js';

/** An item of the list that could not be read; `position` counts from 1. It has not vanished: whoever folds the snapshot leaves the instance of this name as it was. */
export type RejectedItem = {
	readonly position: number;
	readonly name: SafeText | undefined;
	readonly problem: string;
};

/** Whose token was used: `instance` when the only row carries the very token in use. */
export type TokenKind = 'account' | 'instance' | 'unknown';

/** All instances of an account at one time, as one answer told them. */
export type Snapshot = {
	readonly account: AccountId;
	readonly at: number;
	readonly tokenKind: TokenKind;
	readonly instances: readonly Instance[];
	readonly rejected: readonly RejectedItem[];
};
