import type {Wire} from '../json/wire.js';
import type {SafeText} from '../text/sanitize.js';
import type {AccountId, Instance} from './instance.js';

/**
An item of the list that could not be read; `position` counts from 1.
Its instance has not vanished: folding the snapshot finds it by the id or the name in `wire`, the whole item as it came.
*/
export type RejectedItem = {
	readonly position: number;
	readonly wire: Wire;
	readonly name: SafeText | undefined;
	readonly problem: string;
};

/** Kind of the token in use: `instance` where the list has one item and that item holds this token. */
export type TokenKind = 'account' | 'instance' | 'unknown';

/** Header of every answer of the simulator, by which it is told from an account's. Whatever its value is, the answer is a simulated one. */
export const simulatorHeader = 'X-Ryzetop-Simulator';

/**
All instances of an account at one time, as one answer listed them. `at` is when its data are from.
`isSimulated`: the answer is the simulator's, and nothing of it may ever be taken for an account.
*/
export type Snapshot = {
	readonly account: AccountId;
	readonly at: number;
	readonly tokenKind: TokenKind;
	readonly instances: readonly Instance[];
	readonly rejected: readonly RejectedItem[];
	readonly isSimulated: boolean;
};
