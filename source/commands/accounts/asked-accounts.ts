import type {Trouble} from '../../core/polling/feed.js';
import type {SafeText} from '../../core/text/sanitize.js';
import {describeFailure} from '../../output/describe-failure.js';
import {findMissing} from '../../output/listing.js';
import type {FetchResult} from '../../polling/fetch-once.js';
import type {Fetched} from '../../polling/fetch-all.js';
import type {CommandAccount} from '../context.js';

/** An account and what came of asking it. */
export type AskedAccount = CommandAccount & {readonly result: FetchResult; readonly trouble: Trouble | undefined; readonly at: number};

/** The accounts of a command with what each of them answered. */
export function askedAccounts(accounts: readonly CommandAccount[], {results}: Fetched): readonly AskedAccount[] {
	return accounts.flatMap(account => {
		const result = results.get(account.account);
		return result === undefined
			? []
			: [{
				...account, result, trouble: result.trouble, at: result.at,
			}];
	});
}

/** Whether an account gave its list, though perhaps an old one. */
export function isAnswered({result}: AskedAccount): boolean {
	return result.kind === 'answer';
}

/** Whether the API refused the token of an account. It refuses none where there is no token to send. */
export function isTokenRefused({trouble}: Pick<AskedAccount, 'trouble'>): boolean {
	return trouble?.kind === 'unauthorized' && trouble.status !== 0;
}

/** Says what was wrong with asking an account, with its name where there are several; `undefined` where nothing was. */
export function describeAsked({account, profile, trouble, at}: AskedAccount, isOneOfSeveral: boolean): string | undefined {
	return trouble && nameAccount(account, isOneOfSeveral) + describeFailure(trouble, at, profile);
}

/** Puts the name of an account before words that are about it. */
export function nameAccount(account: string, isOneOfSeveral: boolean): string {
	return isOneOfSeveral ? `${account}: ` : '';
}

/** The names that were asked for and that no account has, made safe. Where one that was asked for a name gave no answer, nobody knows. */
export function findAbsent(asked: readonly AskedAccount[]): readonly SafeText[] {
	const names = new Set(asked.flatMap(account => account.names));
	return [...names].flatMap(name => {
		const askers = asked.filter(account => account.names.includes(name));
		const missing = askers.map(({result}) => result.kind === 'answer' ? findMissing([name], result.snapshot) : []);
		return missing.every(found => found.length > 0) ? missing[0] ?? [] : [];
	});
}
