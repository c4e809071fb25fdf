import type {ConnectionState, InstanceKey} from '../instance/instance.js';
import type {SafeText} from '../text/sanitize.js';
import type {Lasted, Since} from './seen/since.js';

/**
A time that an instance spent in one state: since the first look that showed the state, and to the last one, or to the look that ended it
where the last one is of another era.
*/
type Period = {
	readonly state: ConnectionState;
	readonly since: Since;
	readonly to: number;
};

/**
One change of an instance's connection state. `at` is the first look that showed the new state, `former` the period that ended,
`lasted` its length. If `isExact`, no more than a few polls lie between the end of the former period and `at`.
*/
export type Transition = {
	readonly key: InstanceKey;
	readonly name: SafeText;
	readonly at: number;
	readonly isExact: boolean;
	readonly era: number;
	readonly to: ConnectionState;
	readonly former: Period;
	readonly lasted: Lasted;
};

/** Whether two states are the same to a reader: they have one kind, and the same word where the kind is `other`. */
export function isSameState(one: ConnectionState, other: ConnectionState): boolean {
	return one.kind === other.kind && (one.kind !== 'other' || one.text === other.text);
}
