import type {Threshold} from '../core/fleet/threshold.js';

/** What `check` counts, of the rows that match the filter. */
export const countedKinds = ['action', 'trouble', 'matches'] as const;
export type CountedKind = (typeof countedKinds)[number];

/** What the status can be where there is nothing to count. */
export const emptyStatuses = ['unknown', 'ok', 'critical'] as const;
type EmptyStatus = (typeof emptyStatuses)[number];

export type CheckOptions = {
	readonly counted: CountedKind;
	readonly whenEmpty: EmptyStatus;
	readonly warning: Threshold;
	/** Without it the status is CRITICAL only where `whenEmpty` says so. */
	readonly critical: Threshold | undefined;
	/** Names that the command line asks for and the answer does not have. */
	readonly missing: readonly string[];
	/** What is said of the accounts that should be counted and gave no good answer, so that the status is UNKNOWN. */
	readonly unanswered?: readonly string[];
};
