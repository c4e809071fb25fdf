import type {AccountId} from '../instance/instance.js';
import {foldServerLook, type ServerLook} from '../polling/server.js';
import {addEvents} from './events.js';
import type {Fleet} from './fleet.js';

/**
Folds a look at the server of an account into the fleet. It is no poll: whatever it shows or fails with, instances, polling and its trouble
stay as they are.
*/
export function foldServer(fleet: Fleet, account: AccountId, look: ServerLook): Fleet {
	const feed = fleet.feeds.get(account);
	if (feed === undefined) {
		return fleet;
	}

	const {server, happened} = foldServerLook(feed.server, look);
	return {
		...fleet,
		feeds: new Map(fleet.feeds).set(account, {...feed, server}),
		log: addEvents(fleet.log, happened.map(happening => ({...happening, at: look.at, account}))),
	};
}
