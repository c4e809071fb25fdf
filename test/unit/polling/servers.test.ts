import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import {accountId, type AccountId} from '../../../source/core/instance/instance.js';
import {looksApart, type Server, type ServerReport} from '../../../source/core/polling/server.js';
import type {Outcome} from '../../../source/core/polling/outcome.js';
import {sanitize} from '../../../source/core/text/sanitize.js';
import {describeEvent} from '../../../source/core/view/events/describe-event.js';
import {lookOnce, withLooks} from '../../../source/polling/look-once.js';
import {createWatcher} from '../../../source/polling/watcher.js';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {noon, snapshotOf} from '../../helpers/fleet.js';
import {listed} from '../../helpers/fold-snapshot.js';
import {createHandClock} from '../../helpers/hand-clock.js';
import {run} from '../../helpers/history/runs.js';
import {utc} from '../../helpers/utc.js';
import {textOf} from '../../helpers/watch-polls.js';

const [prod, lab, far] = [accountId('prod'), accountId('lab'), accountId('far')];
const minute = 60_000;
const hour = 60 * minute;
const well: ServerReport = {kind: 'ok', uptime: hour, failing: []};

type Watching = {
	readonly report: (address: string) => Promise<ServerReport | undefined> | ServerReport;
	readonly answer?: (account: AccountId) => Outcome;
	readonly interval?: number;
	/** Of the first account. */
	readonly known?: Server;
};

/** Watches three accounts by hand, the first two of one address, and notes when each address was asked, in seconds. */
function watch({report, answer, interval = 5000, known}: Watching) {
	const clock = createHandClock(noon);
	const asked: Array<readonly [second: number, what: string]> = [];
	const addressOf = (account: AccountId) => account === far ? 'https://far.example/health' : 'https://one.example/health';
	const watcher = createWatcher({
		accounts: [prod, lab, far].map(account => ({
			account,
			host: sanitize('one.example'),
			timeout: 15_000,
			known: account === prod ? known : undefined,
			async fetchList() {
				asked.push([clock.elapsed() / 1000, account]);
				return answer?.(account) ?? listed(snapshotOf([{name: `of-${account}`}], clock.now(), account));
			},
			server: {
				address: addressOf(account),
				async fetchHealth() {
					asked.push([clock.elapsed() / 1000, addressOf(account)]);
					return report(addressOf(account));
				},
			},
		})),
		clock, interval, random: () => 0,
	});
	const stop = new AbortController();
	const running = watcher.run(stop.signal);
	return {
		clock, watcher,
		timesOf: (what: string) => asked.filter(each => each[1] === what).map(([second]) => second),
		orderAtFirst: () => asked.filter(([second]) => second === 0).map(([, what]) => what),
		async end() {
			stop.abort();
			await running;
		},
	};
}

test('a server is looked at with the polls, no more often than every 30 seconds, once for all accounts of its address, and after their lists', async () => {
	const {clock, watcher, timesOf, orderAtFirst, end} = watch({report: () => well});
	await clock.turn(70_000);
	assert.deepEqual(timesOf('https://one.example/health'), [0, 30, 60]);
	assert.deepEqual(timesOf('https://far.example/health'), [0, 30, 60]);
	assert.equal(timesOf('prod').length, 15);
	assert.deepEqual(orderAtFirst(), ['prod', 'lab', 'far', 'https://one.example/health', 'https://far.example/health']);
	assert.deepEqual(watcher.fleet().feeds.values().map(({server}) => server?.report).toArray(), [well, well, well]);
	await end();
	const rare = watch({report: () => well, interval: 45_000});
	await rare.clock.turn(100_000);
	assert.deepEqual(rare.timesOf('https://one.example/health'), [0, 45, 90]);
	await rare.end();
	assert.equal(looksApart, 30_000);
});

test('a look that hangs, or fails, delays no poll and is no trouble of the list; one under way is not joined by another', async () => {
	const hanging = Promise.withResolvers<ServerReport | undefined>();
	const {clock, watcher, timesOf, end} = watch({report: async address => address.includes('far') ? {kind: 'unknown', reason: 'no-answer'} : hanging.promise});
	await clock.turn(70_000);
	assert.deepEqual(timesOf('prod'), Array.from({length: 15}, (_, index) => index * 5));
	assert.deepEqual(timesOf('https://one.example/health'), [0]);
	const {feeds, log} = watcher.fleet();
	assert.deepEqual(feeds.values().map(({trouble, server}) => [trouble, server?.report.kind]).toArray(), [[undefined, undefined], [undefined, undefined], [undefined, 'unknown']]);
	assert.deepEqual(log.events, []);
	hanging.resolve(undefined);
	await end();
});

test('a list in trouble takes nothing from what the server says, which each of its accounts is told', async () => {
	let report: ServerReport = {kind: 'degraded', uptime: hour, failing: [sanitize('db')]};
	const {clock, watcher, end} = watch({report: () => report, answer: () => ({kind: 'unreachable', reason: 'refused'})});
	await clock.turn(1000);
	report = {kind: 'ok', uptime: 1000, failing: []};
	await clock.turn(60_000);
	assert.deepEqual(watcher.fleet().log.events.filter(({account}) => account === lab).map(event => textOf(describeEvent(event, utc, clock.now()))).toReversed().filter(line => line.includes('server')), [
		'12:00:00  server reports degraded: db',
		'12:00:35  server restarted, was up 1h; between 12:00:00 and 12:00:35',
		'12:00:35  server reports ok again, after ~35s of degraded: db',
	]);
	assert.equal(watcher.fleet().feeds.get(prod)?.trouble?.outcome.kind, 'unreachable');
	await end();
});

test('what is known of a server by former looks stays: a restart between two watchers is seen, and counted on', async () => {
	const first = watch({report: () => well});
	await first.clock.turn(1000);
	const known = {...first.watcher.fleet().feeds.get(prod)?.server ?? assert.fail(), restarts: 2};
	await first.end();
	const second = watch({report: () => ({...well, uptime: 1000}), known});
	await second.clock.turn(1000);
	assert.deepEqual([prod, lab].map(account => second.watcher.fleet().feeds.get(account)?.server?.restarts), [3, 0]);
	assert.deepEqual(second.watcher.fleet().log.events.map(({kind}) => kind), ['server-restarted']);
	await second.end();
});

test('a restart and an illness that is over are remembered, and told by the next process', async () => {
	const file = path.join(freshFolder(), 'servers.db');
	const began = noon + (5 * minute);
	await run({
		file, start: noon, length: 10 * minute, answer: () => [{name: 'a'}],
		report: at => at < began - minute || at >= began
			? {kind: 'ok', uptime: at < began ? hour + (at - noon) : at - began, failing: []}
			: {kind: 'degraded', uptime: hour + (at - noon), failing: [sanitize('db')]},
	});
	let lines: readonly string[] = [];
	await run({
		file, start: noon + (11 * minute), length: minute, answer: () => [{name: 'a'}],
		atEnd(fleet, _, recalled) {
			const [first] = recalled;
			const page = first?.events ?? [];
			lines = page.map(event => textOf(describeEvent(event, utc, noon + (12 * minute)))).toReversed();
			assert.deepEqual(fleet.log.events.filter(({id}) => id > 0), [], 'it saw none of that itself');
		},
	});
	assert.deepEqual(lines.filter(line => line.includes('server')), [
		'12:04:00  server reports trouble',
		'12:05:00  server restarted, was up 1h; between 12:04:30 and 12:05:00',
		'12:05:00  server reports ok again, after ~1m 00s of trouble',
	]);
});

test('one look at each address is enough for a listing', async () => {
	const clock = createHandClock(noon);
	let asked = 0;
	const server = (address: string, report: ServerReport | undefined) => ({
		address,
		async fetchHealth() {
			asked++;
			return report;
		},
	});
	const looks = await lookOnce([
		{account: prod, server: server('a', well)},
		{account: lab, server: server('a', well)},
		{account: far, server: server('b', undefined)},
		{account: accountId('unasked')},
	], clock, new AbortController().signal);
	assert.deepEqual([asked, looks.keys().toArray()], [2, [prod, lab]]);
	const {watcher, end} = watch({report: async () => undefined});
	assert.deepEqual(withLooks(watcher.fleet(), looks).feeds.values().map(({server: told}) => told?.report).toArray(), [well, well, undefined]);
	await end();
});
