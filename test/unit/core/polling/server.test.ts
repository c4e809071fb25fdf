import assert from 'node:assert/strict';
import test from 'node:test';
import {serverHappenings, serverRecord} from '../../../../source/core/polling/server-code.js';
import {
	describeIllness,
	foldServerLook,
	type Server,
	type ServerLook,
	type ServerReport,
} from '../../../../source/core/polling/server.js';
import {
	day,
	hour,
	minute,
	second,
} from '../../../../source/core/text/duration.js';
import {sanitize} from '../../../../source/core/text/sanitize.js';
import {noon} from '../../../helpers/fleet.js';

/** A report of so many milliseconds. */
const up = (uptime: number | undefined): ServerReport => ({kind: 'ok', uptime, failing: []});

const degraded: ServerReport = {kind: 'degraded', uptime: undefined, failing: [sanitize('db')]};

/** A look so long after noon; the clocks agree unless `wall` says by how much the wall clock is ahead. */
const look = (after: number, report: ServerReport, wall = 0): ServerLook => ({at: noon + after + wall, elapsed: after, report});

/** What the looks show, one after the other. */
function fold(looks: readonly ServerLook[]): {readonly server: Server | undefined; readonly happened: ReadonlyArray<ReturnType<typeof foldServerLook>['happened'][number]>} {
	let server: Server | undefined;
	const happened = looks.flatMap(each => {
		const folded = foldServerLook(server, each);
		server = folded.server;
		return folded.happened;
	});
	return {server, happened};
}

const restartsOf = (looks: readonly ServerLook[]) => fold(looks).happened.filter(({kind}) => kind === 'server-restarted').length;

test('an uptime that fell is a restart between the two looks that have one, after so long a time', () => {
	const {server, happened} = fold([look(0, up(3 * day)), look(30_000, {kind: 'unknown', reason: 'no-answer'}), look(60_000, up(12_000))]);
	assert.deepEqual(happened, [{
		kind: 'server-restarted', from: noon, to: noon + 60_000, was: 3 * day,
	}]);
	assert.deepEqual([server?.restarts, server?.startedAt], [1, noon + 48_000]);
});

test('what is no restart is none, and what is one is found', () => {
	const check = (expected: number, ...looks: readonly ServerLook[]) => {
		assert.equal(restartsOf(looks), expected, JSON.stringify(looks));
	};

	// The first look has nothing to be compared with, however short the uptime.
	check(0, look(0, up(second)));
	check(0, look(0, up(day)), look(30_000, up(day + (30 * second))));
	// The clock of the server is set back by a second, or an answer takes some.
	check(0, look(0, up(day)), look(second, up(day - second)));
	check(0, look(0, up(second)), look(30_000, up(26 * second)));
	// An uptime that is less than before, of a server that ran at the former look, is that of another one at the address.
	check(0, look(0, up(3 * day)), look(30_000, up(hour)), look(60_000, up(3 * day)));
	// It restarts so often that the uptime never falls.
	check(2, look(0, up(20_000)), look(30_000, up(20_000)), look(60_000, up(20_000)));
	// Nothing is known of how it is, and so nothing of a restart.
	check(0, look(0, up(day)), look(30_000, up(undefined)), look(60_000, {kind: 'unknown', reason: 'unreadable'}));
	// The wall clock is set ahead by a day, and back.
	check(0, look(0, up(10_000)), look(30_000, up(40_000), day), look(60_000, up(70_000)));
	check(1, look(0, up(hour)), look(30_000, up(second), -day));
	// The machine sleeps for an hour, which the monotonic clock does not count.
	check(0, look(0, up(day)), look(second, up(day + hour), hour));
	check(1, look(0, up(day)), look(second, up(30 * minute), hour));
});

test('the start of a server stands still while clocks and answers jitter, and moves with a restart', () => {
	const starts = (uptimes: readonly number[]) => uptimes.map((_, index) => (
		fold(uptimes.slice(0, index + 1).map((uptime, at) => look(at * 30_000, up(uptime)))).server?.startedAt ?? 0
	) - noon);
	assert.deepEqual(starts([hour, hour + 28_000, hour + 63_000, 5000]), [-hour, -hour, -hour, 85_000]);
});

test('what a server says of itself begins once, and only its own word ends it', () => {
	const {server, happened} = fold([
		look(0, up(day)),
		look(30_000, degraded),
		look(60_000, {...degraded, failing: []}),
		look(90_000, {kind: 'unknown', reason: 'no-answer'}),
		look(120_000, degraded),
		look(150_000, up(day)),
		look(180_000, {
			kind: 'other', word: sanitize('unhealthy'), uptime: undefined, failing: [],
		}),
	]);
	assert.deepEqual(happened, [
		{kind: 'server-ill', words: 'degraded: db'},
		{kind: 'server-well', words: 'degraded: db', milliseconds: 120_000},
		{kind: 'server-ill', words: 'unhealthy'},
	]);
	assert.deepEqual(server?.ill, {since: noon + 180_000, words: 'unhealthy'});
	assert.equal(describeIllness({kind: 'unknown', reason: 'not-there'}), undefined);
});

test('what the memory keeps of a server tells the same again, without its own words', () => {
	const at = noon + 60_000;
	const restart = {
		kind: 'server-restarted', from: noon, to: at, was: 3 * day,
	} as const;
	const kept = serverRecord(restart, at);
	assert.deepEqual(kept && serverHappenings(kept), [{...restart, at}]);
	const well = serverRecord({kind: 'server-well', words: 'degraded: secret.example', milliseconds: 60_000}, at);
	assert.deepEqual(well && serverHappenings(well), [
		{kind: 'server-ill', at: noon, words: 'trouble'},
		{
			kind: 'server-well', at, words: 'trouble', milliseconds: 60_000,
		},
	]);
	assert.equal(serverRecord({kind: 'server-ill', words: ''}, at), undefined);
	assert.equal(serverHappenings({
		began: 0, ended: 1, kind: 'unreachable:refused', status: undefined,
	}), undefined);
});
