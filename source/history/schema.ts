/** What the header of a database of ours says, so that another program's file is never taken for it: `RYZT`. */
export const appId = 0x52_59_5A_54;

/** Version of the tables below. A file of a newer one is neither read nor written. */
export const schemaVersion = 1;

/**
The tables. All times are milliseconds since the epoch. A change of an instance is one row, appended, which points at the row before of the
same instance, so that no index by instance and time is needed; beside it stands what was last known of each instance.
*/
export const schema = `
pragma application_id = ${appId};
-- One fleet, and who records it. The place is host[:port][/path], in lower case, and never the token nor anything made of it.
-- A beat of 0 is nobody's.
create table account(
	id integer primary key, place text not null, schema integer not null, epoch integer not null, holder text not null,
	rank integer not null, every integer not null, beat integer not null
) strict;
-- 1 to 4 are the kinds of state, 0 is absent; from 16 on the words that the API does not document, and the ids of oddities.
create table word(id integer primary key, text text not null unique) strict;
-- What was last known of each instance. The uid is the API's id, else "name:" and the name. The slack is the time between the last look
-- without the state and the first with it; it is null where the first look of all had it.
create table instance(
	id integer primary key, account integer not null, uid text not null, name text not null, state integer not null,
	since integer not null, slack integer, appeared integer not null, appeared_slack integer, last integer,
	unique(uid, account)
) strict;
-- The order of the rows is the order of the record.
create table change(
	id integer primary key, account integer not null, instance integer not null, at integer not null, slack integer,
	was integer not null, became integer not null, lasted integer not null, prev integer
) strict;
-- When somebody looked at the whole list, or at one instance: from a look without a hole to the next hole.
create table watch(
	id integer primary key, account integer not null, instance integer, began integer not null, seen integer not null,
	every integer not null
) strict;
create table trouble(
	id integer primary key, account integer not null, began integer not null, ended integer, kind text not null, status integer
) strict;
create table odd(
	id integer primary key, instance integer not null, what integer not null, began integer not null, slack integer, ended integer
) strict;
create table mass(
	id integer primary key, account integer not null, began integer not null, until integer not null, fallen integer not null,
	listed integer not null, ended integer
) strict;
-- Closed days of UTC: of an instance only those with a change, or not all connected.
create table day(
	day integer not null, instance integer not null, up integer not null, seen integer not null, changes integer not null,
	primary key(day, instance)
) without rowid, strict;
create table day_of(
	day integer not null, account integer not null, seen integer not null, primary key(day, account)
) without rowid, strict;
-- What a person has acknowledged, until the state changes; any process may write it, and the next table.
create table acknowledged(instance integer primary key, since integer not null, at integer not null) strict;
-- When a monitor was last looked at, which is a key that came.
create table visit(account integer primary key, at integer not null) strict;
pragma user_version = ${schemaVersion};
`;
