import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	describeShare,
	ratioOf,
	shareOf,
	spellShare,
	spellShareShortly,
	type Share,
} from '../../../../../source/core/fleet/past/share.js';
import type {Stretch} from '../../../../../source/core/fleet/periods.js';
import {asciiSymbols, unicodeSymbols} from '../../../../../source/core/screen/symbols.js';
import {day, hour, minute} from '../../../../../source/core/text/duration.js';

const stretch = (kind: Stretch['kind'], from: number, to: number): Stretch => ({
	kind, from, to, isStartSeen: true, isEndSeen: true,
});

const share = (up: number, seen: number, window: number): Share => ({up, seen, window});

test('a share counts what was seen within its window, and nothing beyond it', () => {
	const stretches = [stretch('connected', 0, 30), stretch('disconnected', 30, 40), stretch('connected', 60, 100)];
	assert.deepEqual(shareOf(stretches, {from: 20, to: 90}), share(40, 50, 70));
	assert.deepEqual(shareOf([], {from: 20, to: 90}), share(0, 0, 70));
});

test('a share is rounded down, so that no time down is lost', () => {
	const text = (up: number, seen: number) => describeShare(share(up, seen, seen), unicodeSymbols);
	assert.equal(text(day, day), '100%');
	assert.equal(text((30 * day) - 1, 30 * day), '99.9%');
	assert.equal(text(0.9999 * day, day), '99.9%');
	assert.equal(text(0.1299 * day, day), '12.9%');
	assert.equal(text(0, day), '0.0%');
});

test('a share of which a part was not seen is marked, and one of too little is not told', () => {
	const text = (seen: number, window: number) => describeShare(share(seen, seen, window), unicodeSymbols);
	assert.deepEqual([text(0.95 * day, day), text((0.95 * day) - 1, day)], ['100%', '~100%']);
	assert.deepEqual([text(0.05 * day, day), text((0.05 * day) - 1, day)], ['~100%', '—']);
	assert.deepEqual([text(10 * minute, hour), text((10 * minute) - 1, hour), text(0, hour)], ['~100%', '—', '—']);
	assert.equal(describeShare(share(0, 0, hour), asciiSymbols), '-');
});

test('a share that is not told is compared with nothing', () => {
	assert.equal(ratioOf(share(12 * hour, 18 * hour, day)), 12 / 18);
	assert.equal(ratioOf(share(0, 0, day)), undefined);
	assert.equal(ratioOf(share(hour, hour, 2 * day)), undefined);
});

test('a share in words tells of how much it is the share', () => {
	const told = share(18.2 * hour, (18 * hour) + (20 * minute), day);
	assert.equal(spellShare(told, '24h'), '99.2% of the 18h 20m seen in 24h');
	assert.equal(spellShareShortly(told), '99.2% of 18h 20m');
	assert.equal(spellShare(share(5000, 5000, day), '24h'), 'only 5s seen in 24h');
	assert.equal(spellShareShortly(share(5000, 5000, day)), 'only 5s seen');
});
