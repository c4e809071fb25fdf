import type {Sql} from './row.js';

/** Cuts what an account has of later than `now` to it: the clock was ahead when it was recorded. `from` is the first such row of change. */
export function cutFuture(sql: Sql, account: number, {now, from}: {readonly now: number; readonly from: number}): void {
	const statements = [
		'update watch set began = min(began, :now), seen = :now where account = :account and seen > :now',
		'update instance set since = :now where account = :account and since > :now',
		'update instance set appeared = :now where account = :account and appeared > :now',
		'update acknowledged set since = min(since, :now), at = min(at, :now) where instance in (select id from instance where account = :account) and max(since, at) > :now',
		'update visit set at = :now where account = :account and at > :now',
		'update odd set began = min(began, :now), ended = min(ended, :now) where instance in (select id from instance where account = :account) and max(began, coalesce(ended, 0)) > :now',
		'update trouble set began = min(began, :now), ended = min(ended, :now) where account = :account and max(began, coalesce(ended, 0)) > :now',
		'update mass set began = min(began, :now), until = min(until, :now), ended = min(ended, :now) where account = :account and max(until, coalesce(ended, 0)) > :now',
	];
	for (const text of statements) {
		sql(text).run({now, account});
	}

	// The state before lasted from a time that is cut as well, or that is past.
	sql('update change set lasted = max(0, lasted - (at - :now)), at = :now where id >= :from and account = :account and at > :now')
		.run({now, account, from});
}
