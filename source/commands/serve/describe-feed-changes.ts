import {isOfServer} from '../../core/fleet/events.js';
import type {Fleet} from '../../core/fleet/fleet.js';
import type {AccountId} from '../../core/instance/instance.js';
import type {ServerHappening} from '../../core/polling/server.js';
import {describeTrouble} from '../../core/polling/trouble.js';
import {describeCoarsely} from '../../core/text/duration.js';
import {troubleLabel} from '../../core/polling/trouble-label.js';
import {sanitize} from '../../core/text/sanitize.js';

/**
Says of each account whose polling has come into another kind of trouble, or is good again, what has become of it, and what happened to its
server.
*/
export function describeFeedChanges(before: Fleet, after: Fleet, accounts: readonly AccountId[]): readonly string[] {
	return [...describePolling(before, after, accounts), ...describeServers(before, after, accounts)];
}

function describeServers({log: {nextId}}: Fleet, {log: {events}}: Fleet, accounts: readonly AccountId[]): readonly string[] {
	return events
		.filter(event => event.id >= nextId && accounts.includes(event.account))
		.toReversed()
		.filter(event => isOfServer(event))
		.map(event => `${sanitize(event.account)}: ${describeServer(event)}.`);
}

function describeServer(happening: ServerHappening): string {
	switch (happening.kind) {
		case 'server-restarted': {
			return `server restarted, was up ${describeCoarsely(happening.was)}`;
		}

		case 'server-ill': {
			return `server reports ${happening.words}`;
		}

		case 'server-well': {
			return 'server reports ok again';
		}
	}
}

function describePolling(before: Fleet, after: Fleet, accounts: readonly AccountId[]): readonly string[] {
	return accounts.flatMap(account => {
		const [former, present] = [before.feeds.get(account), after.feeds.get(account)];
		const trouble = present?.trouble?.outcome;
		const formerTrouble = former?.trouble?.outcome;
		if (present === undefined || (trouble && troubleLabel(trouble)) === (formerTrouble && troubleLabel(formerTrouble))) {
			return former?.polls.made === 0 && present?.polls.made === 1 && trouble === undefined ? [`${sanitize(account)}: live.`] : [];
		}

		if (trouble === undefined) {
			return [`${sanitize(account)}: live again.`];
		}

		const {health, what, advice} = describeTrouble(trouble, present.profile, 'log');
		return [`${sanitize(account)}: ${health}: ${what}; ${advice}${/[!.?]$/v.test(advice) ? '' : '.'}`];
	});
}
