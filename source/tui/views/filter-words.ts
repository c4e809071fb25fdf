import type {Doubt} from '../../core/filter/find-doubts.js';
import type {Filter} from '../../core/filter/parse.js';
import type {GridFilter} from '../../core/view/view-state.js';
import type {Selectors} from '../store/selectors/selectors.js';
import type {State} from '../store/store.js';

/** Words of the filter language for the whole filter of the grid: the account and the state, the filter for trouble, the typed text. */
export function filterWords({text, state, account, isTroubleOnly}: GridFilter): string {
	return [
		account === undefined ? '' : `account:${/[\s",]/v.test(account) ? `"${account}"` : account}`,
		state === undefined ? '' : `state:${state}`,
		isTroubleOnly ? 'is:trouble' : '',
		text,
	].filter(word => word !== '').join(' ');
}

/** Whether the body explains the filter, since it hides all instances. Where nothing is known of an account its polling tells why. */
export function isFilterExplained(state: State, selectors: Selectors): boolean {
	const {account} = selectors.filterOfRows(state);
	return selectors.selected(state) === undefined
		&& selectors.shown(state).tracked.size > 0
		&& (account === undefined || selectors.accountCounts(state).has(account));
}

/** The first part of a filter that could not be understood or finds nothing, and why; `undefined` if there is none. */
export function describeIgnored({ignored}: Filter, doubts: readonly Doubt[] = []): string | undefined {
	// The words of a doubt name what it is about.
	const [first, ...others] = [...ignored.map(({text, why}) => `${text.replace(/:$/v, '')}: ${why}`), ...doubts.map(({why}) => why)];
	return first === undefined ? undefined : `${first}${others.length === 0 ? '' : `, and ${others.length} more`}`;
}
