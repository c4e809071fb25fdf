import {joinWords} from '../../core/text/join-words.js';
import {accept, refuse, type Parsed} from '../../core/text/parsed.js';
import {shorten} from '../../core/text/quote.js';
import {sanitize} from '../../core/text/sanitize.js';

/** An instance that is waited for: its name, and the account that it is of where the name tells that. */
export type Waited = {readonly name: string; readonly account: string | undefined};

/**
Reads the name of an instance that several accounts may have: `prod/sales-04` is that of the account `prod`. One account needs none. Of the
accounts `prod` and `prod/eu` either can have been meant by `prod/eu/x`, so that it is refused. The names of the accounts are those that
are shown, which can lack what was typed, such as a joiner in an emoji.
*/
export function chooseWaited(name: string, accounts: readonly string[]): Parsed<Waited> {
	const ends = (accounts.length > 1 ? name : '').matchAll(/\/(?=.)/gsv).map(({index}) => index).toArray();
	const readings = ends
		.map(end => ({name: name.slice(end + 1), account: accounts.find(account => account === sanitize(name.slice(0, end)))}))
		.filter(({account}) => account !== undefined);
	return readings.length > 1
		? refuse(`${shorten(name)} can be ${joinWords(readings.map(each => `${shorten(each.name)} of ${shorten(each.account ?? '')}`), 'or')}. `
			+ 'Name one account with --profile, and the instance by its name alone.')
		: accept(readings[0] ?? {name, account: undefined});
}
