import type {Fleet} from '../core/fleet/fleet.js';
import type {AccountId} from '../core/instance/instance.js';
import {troubleLabel} from '../core/polling/trouble-label.js';
import type {Page} from './listener.js';

/**
Whether the program does what it is for: every account is polled when it is due. An API that is in trouble is no fault of the program's,
which goes on asking; a poll that does not end within the planned wait and its timeout is.
*/
export function isTurning({feeds}: Fleet): boolean {
	return feeds.values().every(({trouble}) => trouble?.outcome.kind !== 'overdue');
}

/** Makes the page that tells whether the program polls, as JSON. */
export function healthPage(fleet: Fleet, accounts: readonly AccountId[]): Page {
	const isWell = isTurning(fleet);
	const told = accounts.map(account => {
		const feed = fleet.feeds.get(account);
		return {
			account,
			polls: feed?.polls.made ?? 0,
			trouble: feed?.trouble === undefined ? null : troubleLabel(feed.trouble.outcome),
			dataFrom: feed?.answeredAt === undefined ? null : new Date(feed.answeredAt).toISOString(),
		};
	});
	return {
		status: isWell ? 200 : 503,
		type: 'application/json; charset=utf-8',
		body: `${JSON.stringify({status: isWell ? 'ok' : 'not polling', accounts: told})}\n`,
	};
}
