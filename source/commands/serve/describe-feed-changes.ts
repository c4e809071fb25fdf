import type {Fleet} from '../../core/fleet/fleet.js';
import type {AccountId} from '../../core/instance/instance.js';
import {describeTrouble} from '../../core/polling/trouble.js';
import {troubleLabel} from '../../core/polling/trouble-label.js';
import {sanitize} from '../../core/text/sanitize.js';

/** Says of each account whose polling has come into another kind of trouble, or is good again, what has become of it. */
export function describeFeedChanges(before: Fleet, after: Fleet, accounts: readonly AccountId[]): readonly string[] {
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
