import type {AccountId} from '../../instance/instance.js';
import type {Fleet} from '../fleet.js';
import type {Inventory} from '../inventory.js';
import type {FromMemory} from './remember-account.js';

/**
Puts what is remembered of an account into a fleet that has no answer of it, so that the next poll is folded as if the program had never
ended. `isShown` makes a picture of it, which is as old as the last look that anybody had.
*/
export function withMemory(fleet: Fleet, account: AccountId, fromMemory: FromMemory, isShown: boolean): Fleet {
	const {coverage, tracked, events, massEvents, mass} = fromMemory;
	const feed = fleet.feeds.get(account);
	const {inventory: others, log, masses} = withoutMemory(fleet, account);
	const present = log.events.filter(({id}) => id > 0);
	const past = [...log.events.slice(present.length), ...events].toSorted((one, other) => other.at - one.at);
	return {
		...fleet,
		// Those of several accounts are in the order of their times, and have ids of their own.
		log: {...log, events: [...present, ...past.map((event, index) => ({...event, id: -index}))], falls: [...massEvents, ...log.falls]},
		inventory: {
			...others,
			coverage: new Map(others.coverage).set(account, coverage),
			tracked: new Map([...others.tracked, ...tracked]),
		},
		masses: new Map(masses).set(account, mass),
		feeds: feed === undefined || !isShown ? fleet.feeds : new Map(fleet.feeds).set(account, {...feed, answeredAt: coverage.at}),
	};
}

/** Takes what is known of an account out of a fleet: it was another account's. */
export function withoutMemory(fleet: Fleet, account: AccountId): Fleet {
	const {coverage, tracked, shares} = fleet.inventory;
	if (!coverage.has(account)) {
		return fleet;
	}

	const inventory: Inventory = {
		coverage: new Map(coverage.entries().filter(([owner]) => owner !== account)),
		tracked: new Map(tracked.entries().filter(([, {instance}]) => instance.account !== account)),
		changes: new Map(),
		shares: new Map(shares.entries().filter(([owner]) => owner !== account)),
	};
	const feed = fleet.feeds.get(account);
	return {
		...fleet,
		inventory,
		masses: new Map(fleet.masses.entries().filter(([owner]) => owner !== account)),
		log: {
			...fleet.log,
			events: fleet.log.events.filter(({id, account: owner}) => id > 0 || owner !== account),
			falls: fleet.log.falls.filter(({account: owner}) => owner !== account),
		},
		feeds: feed === undefined ? fleet.feeds : new Map(fleet.feeds).set(account, {...feed, answeredAt: undefined}),
	};
}
