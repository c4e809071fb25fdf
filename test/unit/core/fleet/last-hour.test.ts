import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	countsOfHour,
	foldLastHours,
	hourBuckets,
	noHours,
} from '../../../../source/core/fleet/past/last-hour.js';
import {drawFleetStrip, type DownCount} from '../../../../source/core/fleet/past/fleet-strip.js';
import {countAccounts} from '../../../../source/core/fleet/several/count-accounts.js';
import {emptyInventory} from '../../../../source/core/fleet/inventory.js';
import {unicodeSymbols} from '../../../../source/core/screen/symbols.js';
import {account, noon, snapshotOf} from '../../../helpers/fleet.js';
import {runAtOnce} from '../../../../source/core/polling/slices.js';
import {foldSnapshot} from '../../../helpers/fold-snapshot.js';

const minute = 60_000;

const draw = (counts: readonly DownCount[]) => drawFleetStrip(counts, unicodeSymbols).map(({text}) => text).join('');

/** The last hour after polls that showed so many of ten down, so many minutes after noon. */
function watch(polls: ReadonlyArray<readonly [minutes: number, down: number]>, interval = 5000) {
	let inventory = emptyInventory;
	let hour = noHours;
	for (const [minutes, down] of polls) {
		const items = Array.from({length: 10}, (_, index) => ({name: `n${index}`, state: index < down ? 'disconnected' : 'connected'}));
		({inventory} = foldSnapshot(inventory, snapshotOf(items, noon + (minutes * minute)), {interval}));
		hour = foldLastHours(hour, inventory, runAtOnce(countAccounts(inventory)), new Map([[account, interval]]));
	}

	return hour;
}

test('each three minutes have the most that were down, and what nobody watched is unwatched', () => {
	assert.deepEqual(countsOfHour(noHours, undefined), []);
	assert.equal(draw(countsOfHour(watch([[0, 0]]), undefined)), '···················─');
	assert.equal(draw(countsOfHour(watch([[0, 0], [1, 9], [2, 0], [3, 0], [4, 1], [5, 0], [6, 10]]), undefined)), '·················█▁█');
	assert.equal(draw(countsOfHour(watch([[0, 5], [20, 0]]), undefined)), '·············▄·····─', 'twenty minutes are a hole');
	assert.equal(draw(countsOfHour(watch([[0, 5], [20, 0]], 10 * minute), undefined)), '·············▄▄▄▄▄▄─', 'or are none at long intervals');
	assert.equal(draw(countsOfHour(watch([[0, 5], [59, 0], [62, 0]]), undefined)), '··················──', 'an hour ago is out of it');
});

test('a clock that was set back begins it anew', () => {
	assert.equal(draw(countsOfHour(watch([[0, 9], [30, 9], [-90, 0]]), undefined)), '···················─');
	assert.equal(draw(countsOfHour(watch([[0, 9], [-10, 0], [0.5, 0]]), undefined)), '···············─···─', 'nor comes what was before back');
});

test('what is remembered stands beside what was seen, whichever tells more', () => {
	const seen = watch([[0, 0], [3, 2]]);
	const {window: {from}, count} = hourBuckets(noon);
	const counts = Array.from({length: count}, (_, index): DownCount => index < 10 ? undefined : {down: index === 19 ? 10 : 5, listed: 10});
	assert.equal(draw(countsOfHour(seen, {from, counts})), '·········▄▄▄▄▄▄▄▄▄█▂');
	assert.equal(draw(countsOfHour(seen, {from: from + (60 * minute), counts})), '··················─▂', 'and of another hour is not taken');
});

test('the buckets begin at multiples of their length, the last one with the present in it', () => {
	for (const now of [noon, noon + 1, noon + (3 * minute) - 1]) {
		assert.deepEqual(hourBuckets(now), {window: {from: noon - (57 * minute), to: noon + (3 * minute)}, count: 20, length: 3 * minute});
	}
});
