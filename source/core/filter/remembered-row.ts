import {keyOf, partsOf} from '../fleet/memory/uid.js';
import {emptyHistory} from '../fleet/packed-history.js';
import {rowOf, type Row} from '../fleet/row.js';
import {factsOf} from '../instance/facts.js';
import {firstLook} from '../fleet/seen/coverage.js';
import type {AccountId, ConnectionState} from '../instance/instance.js';
import {rememberedInstance} from '../instance/remembered-instance.js';

/** What is remembered of an instance that a filter can ask for: its name and its state, and since when it is in that. */
export type RememberedFields = {
	readonly uid: string;
	/** Name of its account. */
	readonly account: AccountId;
	readonly name: string;
	/** `undefined` where it is not in the list. */
	readonly state: ConnectionState | undefined;
	readonly since: number;
};

/** Makes a row of it that a filter can be tried on, as at `now`. One that is not in the list has no state that any filter asks for. */
export function rememberedRow({uid, account, name, state, since}: RememberedFields, now: number, gone: ConnectionState): Row {
	const key = keyOf(account, uid);
	const instance = rememberedInstance({
		account, key, id: partsOf(uid).id, name, state: state ?? gone,
	});
	const began = {
		at: since, slack: undefined, isExact: false, era: 0,
	};
	return rowOf({
		instance,
		since: began,
		appeared: began,
		history: emptyHistory,
		odd: new Map(),
		gone: state === undefined ? since : undefined,
		goneSince: undefined,
		lastSeen: undefined,
		unseen: [],
	}, factsOf(instance), {now, coverage: firstLook(now), isAcknowledged: false});
}
