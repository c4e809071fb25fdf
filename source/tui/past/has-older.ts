import type {State} from '../store/store.js';

type Older = Pick<State, 'older' | 'view'>;
type Cursors = State['older']['cursors'];

/** Where the memory can be read on behind the events at hand: of the account that is shown alone, or of all. */
export function olderCursors({older: {cursors}, view: {filter}}: Older): Cursors {
	const {account: alone} = filter;
	return alone === undefined ? cursors : new Map(cursors.entries().filter(([account]) => account === alone));
}

/** Whether the memory holds more than the events at hand. */
export function hasOlder(state: Older): boolean {
	return olderCursors(state).size > 0;
}
