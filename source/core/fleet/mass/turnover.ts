import {filterInSlices, type Slices} from '../../polling/slices.js';
import type {InstanceKey} from '../../instance/instance.js';
import {isWithin} from '../seen/is-within.js';
import type {Transition} from '../transitions.js';

/**
Times, within the last half minute, at which instances of an account fell, and at which some came back that had been down for longer than
that. What flaps is in neither.
*/
export type Turnover = {
	readonly falls: readonly number[];
	readonly returns: readonly number[];
};

export const noTurnover: Turnover = {falls: [], returns: []};

/** With a third as many that come back as fall, a fleet comes and goes: what falls then has not fallen together. */
const leastReturns = 1 / 3;

/** Number of transitions in a slice: whether so many flap is known after a few milliseconds. */
const perSlice = 500;

/** What tells the turnover at one poll; `window` is the time in milliseconds that it covers. */
type Context = {
	readonly now: number;
	readonly window: number;
	readonly isFlapper: (key: InstanceKey) => boolean;
};

/**
Adds what one poll found. One that was down for less than the window, as after a restart of the gateway, does not count as coming back:
it is still the same fall. One that was down at the first look has been so for longer as far as is known.

@yields Nothing.
*/
export function * foldTurnover(
	{falls, returns}: Turnover,
	newFalls: ReadonlyArray<{readonly at: number}>,
	transitions: readonly Transition[],
	{now, window, isFlapper}: Context,
): Slices<Turnover> {
	const isLate = ({to, former: {state, since}, at}: Transition) => to.kind === 'connected' && state.kind !== 'connected'
		&& (since.slack === undefined || at - since.at >= window);
	const late = yield * filterInSlices(transitions, perSlice, transition => isLate(transition) && !isFlapper(transition.key));
	const recent = (times: readonly number[], more: ReadonlyArray<{readonly at: number}>) =>
		[...times.filter(at => isWithin(window, at, now)), ...more.map(({at}) => at)];
	return {falls: recent(falls, newFalls), returns: recent(returns, late)};
}

/** Whether about as many come back as fall, so that the falls are spread over time and belong to no one cause. */
export function isComingAndGoing({falls, returns}: Turnover): boolean {
	return returns.length > 0 && returns.length >= falls.length * leastReturns;
}

/** So many falls, and so many for each that fell in a mass event, show that it was no more than coming and going either. */
const leastFalls = 3;
const leastAgain = 1 / 4;

/** Whether a mass event of so many turned out to be the beginning of coming and going. A few that fall while the others heal are not it. */
export function isOnlyTurnover(turnover: Turnover, fallen: number): boolean {
	const {length} = turnover.falls;
	return length >= leastFalls && length >= fallen * leastAgain && isComingAndGoing(turnover);
}
