import {joinWords} from '../../core/text/join-words.js';
import {accept, refuse, type Parsed} from '../../core/text/parsed.js';
import {shorten} from '../../core/text/quote.js';

/** An instance that is waited for: its name, and the account that it is of where the name tells that. */
export type Waited = {readonly name: string; readonly account: string | undefined};

/**
Reads the name of an instance that several accounts may have: `prod/sales-04` is that of the account `prod`. One account needs none. Of the
accounts `prod` and `prod/eu` either can have been meant by `prod/eu/x`, so that it is refused.
*/
export function chooseWaited(name: string, accounts: readonly string[]): Parsed<Waited> {
	const readings = (accounts.length > 1 ? accounts : [])
		.filter(account => name.startsWith(`${account}/`) && name.length > account.length + 1)
		.map(account => ({name: name.slice(account.length + 1), account}));
	return readings.length > 1
		? refuse(`${shorten(name)} can be ${joinWords(readings.map(each => `${shorten(each.name)} of ${shorten(each.account)}`), 'or')}. `
			+ 'Name one account with --profile, and the instance by its name alone.')
		: accept(readings[0] ?? {name, account: undefined});
}
