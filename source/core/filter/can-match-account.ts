import type {AccountId} from '../instance/instance.js';
import {sanitize} from '../text/sanitize.js';
import {createMatcher} from './match.js';
import type {Filter} from './parse.js';
import {rememberedRow} from './remembered-row.js';

const noState = {kind: 'other', text: sanitize('')} as const;

/** Whether a filter can find instances of an account: nothing that it says of accounts leaves that one out. */
export function canMatchAccount({terms}: Filter, account: AccountId): boolean {
	const about = terms.filter(({field}) => field === 'account');
	const row = rememberedRow({
		uid: '', account, name: '', state: noState, since: 0,
	}, 0, noState);
	return createMatcher()({terms: about, ignored: []}, row, 0);
}
