import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {newFleet, type Fleet} from '../../../../../source/core/fleet/fleet.js';
import {ownCounts, ownLooks} from '../../../../../source/core/fleet/past/own-counts.js';
import {addCounts, drawFleetStrip} from '../../../../../source/core/fleet/past/fleet-strip.js';
import {rowIn} from '../../../../../source/core/fleet/row.js';
import {factsOf} from '../../../../../source/core/instance/facts.js';
import {runAtOnce} from '../../../../../source/core/polling/slices.js';
import {lineWidth} from '../../../../../source/core/screen/line.js';
import {asciiSymbols, unicodeSymbols} from '../../../../../source/core/screen/symbols.js';
import {sanitize} from '../../../../../source/core/text/sanitize.js';
import {
	describeBucket,
	describeFleetBucket,
	fleetRow,
	layoutTimeline,
	stretch,
	timelineRow,
	type RowPast,
} from '../../../../../source/core/view/timeline/timeline-lines.js';
import {cursorLabel, rulerLine, spansLine} from '../../../../../source/core/view/timeline/timeline-ruler.js';
import {
	bucketsOf,
	changeSpan,
	cursorBucket,
	moveInTime,
	timelineSpans,
	type TimelineView,
} from '../../../../../source/core/view/timeline/timeline-view.js';
import {account, noon, snapshotOf} from '../../../../helpers/fleet.js';
import {foldOne, listed} from '../../../../helpers/fold-snapshot.js';
import {utc} from '../../../../helpers/utc.js';
import {textOf} from '../../../../helpers/watch-polls.js';
import {tries} from '../../../../helpers/properties/tries.js';

const minute = 60_000;
const day = {span: 2, cursor: undefined} as const satisfies TimelineView;

/** A fleet that was looked at each half minute; `stateAt` has the words of the instances. */
function watch(minutes: number, stateAt: (minute: number) => Readonly<Record<string, string>>): Fleet {
	let fleet = newFleet([{account, host: sanitize('host')}]);
	for (let half = 0; half <= minutes * 2; half++) {
		const at = noon + (half * minute / 2);
		const items = Object.entries(stateAt(half / 2)).map(([name, state]) => ({name, state}));
		fleet = foldOne(fleet, listed(snapshotOf(items, at)), {at, interval: minute / 2});
	}

	return fleet;
}

function pastsOf({inventory}: Fleet, now: number): readonly RowPast[] {
	return inventory.tracked.values().map(tracked => ({
		row: rowIn(inventory, tracked, {facts: factsOf(tracked.instance), now, isAcknowledged: false}),
		coverage: inventory.coverage.get(account) ?? assert.fail(),
		older: [],
	})).toArray();
}

const looksAt = ({inventory}: Fleet) => runAtOnce(ownLooks(inventory));

test('buckets stay where they are until the present is in the next one', () => {
	const {window, length} = bucketsOf(day, 48, noon);
	assert.equal(length, 30 * minute);
	assert.deepEqual(window, {from: noon - (24 * 60 * minute), to: noon});
	assert.deepEqual(bucketsOf(day, 48, noon - (29 * minute)).window, window);
	assert.equal(bucketsOf(day, 48, noon + 1).window.to, window.to + (30 * minute));
});

test('the cursor begins at the present, moves by buckets, stays at its time in another span, and within the window', () => {
	const buckets = bucketsOf(day, 48, noon);
	const first = moveInTime(day, buckets, -1);
	assert.equal(cursorBucket(first, buckets), 47);
	const moved = moveInTime(moveInTime(first, buckets, -1), buckets, -1);
	assert.equal(cursorBucket(moved, buckets), 45);
	assert.equal(cursorBucket(moveInTime(moved, buckets, 100), buckets), 47);
	assert.equal(cursorBucket(moveInTime(moved, buckets, -100), buckets), 0);
	const longer = changeSpan(moved, 1);
	assert.equal(longer.cursor, moved.cursor);
	assert.equal(cursorBucket(longer, bucketsOf(longer, 48, noon)), 46);
	assert.equal(changeSpan({...day, span: timelineSpans.length - 1}, 1).span, timelineSpans.length - 1);
	assert.equal(changeSpan({...day, span: 0}, -1).span, 0);
});

test('a row has the glyph, the name, the strip with what has passed of its last bucket, the share and the time in the state', () => {
	const now = noon + (60 * minute);
	const fleet = watch(60, at => ({a: 'connected', b: at >= 20 && at < 50 ? 'disconnected' : 'connected'}));
	const hour = {span: 0, cursor: undefined};
	const layout = {name: 8, strip: 12};
	const lines = pastsOf(fleet, now).map(past => textOf(timelineRow({...past, ...stretch(past)}, bucketsOf(hour, 12, now), layout, unicodeSymbols)));
	assert.deepEqual(lines, [
		'● a        ────────────   100%  ≥ 1h',
		'● b        ────○○○○○○──  50.0%   10m',
	]);
	const [, b] = pastsOf(fleet, now);
	assert.ok(b);
	const buckets = bucketsOf(hour, 6, now);
	assert.equal(describeBucket(b, buckets, 2, utc), '12:20–12:30 disconnected 10m 00s');
	assert.equal(describeBucket(b, bucketsOf(day, 6, now), 1, utc), 'Thu 20:00–00:00 not watched');
});

test('each label of the ruler begins above its bucket, and gives way to the cursor, which has a bar and its time', () => {
	const rulerAt = (span: number, count: number, bucket?: number) => {
		const buckets = bucketsOf({span}, count, noon);
		const cursor = bucket === undefined ? undefined : {bucket, label: cursorLabel(buckets, bucket, {time: utc, now: noon})};
		return textOf(rulerLine(buckets, {span, cursor}, {name: 8, strip: count}, unicodeSymbols));
	};

	assert.deepEqual([rulerAt(2, 48), rulerAt(2, 48, 10), rulerAt(2, 48, 47), rulerAt(2, 48, 0), rulerAt(0, 30), rulerAt(3, 42), rulerAt(4, 12)], [
		'    NAME     24h ago     18h         12h         6h       now  UP24H SINCE',
		'    NAME     24h ago   │Thu 17:00    12h         6h       now  UP24H SINCE',
		'    NAME     24h ago     18h         12h         6h    11:30│  UP24H SINCE',
		'    NAME     │Thu 12:00  18h         12h         6h       now  UP24H SINCE',
		'    NAME     1h ago         30m    15m  now   UP1H SINCE',
		'    NAME     7d ago      5d    4d    3d    2d       now   UP7D SINCE',
		'    NAME     30d ago  now  UP30D SINCE',
	]);
	assert.equal(textOf(spansLine(day)), ' 1h  6h [24h] 7d  30d ');
});

test('the fleet has the most that were down at once in each bucket, by the looks of the program alone', () => {
	const now = noon + (60 * minute);
	const fleet = watch(60, at => ({
		a: at >= 15 && at < 25 ? 'disconnected' : 'connected', b: at >= 18 && at < 22 ? 'loggedout' : 'connected', c: at >= 41 ? 'connecting' : 'connected', d: 'connected',
	}));
	const counts = ownCounts(looksAt(fleet), {from: noon - (20 * minute), to: now}, 8);
	assert.deepEqual(counts.map(count => count?.down), [undefined, undefined, 0, 2, 2, 0, 1, 1]);
	assert.equal(textOf(drawFleetStrip(counts, unicodeSymbols)), '··─▄▄─▂▂');
	assert.equal(textOf(drawFleetStrip(counts, asciiSymbols)), '..-55-33');
	assert.equal(textOf(fleetRow(counts, {name: 14, strip: 8}, unicodeSymbols)), '    down at once   ··─▄▄─▂▂  up to 2/4');
	const told = {time: utc, now};
	const buckets = bucketsOf({span: 0}, 6, now);
	assert.equal(describeFleetBucket({down: 2, listed: 4}, buckets, 1, told), '12:10–12:20 up to 2 of 4 down');
	assert.equal(describeFleetBucket({down: 0, listed: 4}, buckets, 1, told), '12:10–12:20 none down');
	assert.deepEqual(addCounts([{down: 1, listed: 2}, undefined], [{down: 3, listed: 4}, {down: 1, listed: 4}]), [{down: 4, listed: 6}, {down: 1, listed: 4}]);
});

test('every share of a fleet has a height, more are never lower, and all of it is the highest', () => {
	for (const symbols of [unicodeSymbols, asciiSymbols]) {
		const heights = Array.from({length: 101}, (_, down) => textOf(drawFleetStrip([{down, listed: 100}], symbols)));
		const places = heights.slice(1).map(height => symbols.heights.indexOf(height));
		assert.equal(heights[0], symbols.fine);
		assert.deepEqual(places, places.toSorted((one, other) => one - other));
		assert.equal(places[0], 0);
		assert.equal(places.at(-1), symbols.heights.length - 1);
	}
});

test('a line is as wide as the screen at any width, whatever the name is', () => {
	fc.assert(fc.property(fc.integer({min: 40, max: 500}), fc.string({unit: 'grapheme', minLength: 1, maxLength: 40}), fc.integer({min: 0, max: 4}), (width, name, span) => {
		const fleet = watch(1, () => ({[name.trim() === '' ? 'x' : name]: 'connected'}));
		const [past] = pastsOf(fleet, noon + minute);
		assert.ok(past);
		const layout = layoutTimeline(width);
		const buckets = bucketsOf({span}, layout.strip, noon + minute);
		assert.equal(lineWidth(timelineRow({...past, ...stretch(past)}, buckets, layout, unicodeSymbols)) + 2, width);
		assert.ok(lineWidth(fleetRow(ownCounts(looksAt(fleet), buckets.window, buckets.count), layout, unicodeSymbols)) <= width);
		assert.ok(lineWidth(rulerLine(buckets, {span, cursor: undefined}, layout, unicodeSymbols)) + 0 <= width);
	}), {numRuns: tries(60)});
});

test('whatever was watched, and whatever a name is made of, each line is as wide as the screen, in both sets of signs', () => {
	const names = ['東京ストア', 'Pousada 🌊👩‍👩‍👧', 'e\u{301}\u{301}\u{301}'.repeat(20), '\u{202E}evil\u{2066}', 'مرحبا', 'x', 'ﷺ'.repeat(9)];
	const states = (state: string) => Object.fromEntries(names.map(name => [name, state]));
	const once = watch(0, () => states('connected'));
	const aMinute = watch(1, at => states(at === 0 ? 'loggedout' : 'qr'));
	const after = (fleet: Fleet, at: number, elapsed: number) => foldOne(fleet, listed(snapshotOf(names.map(name => ({name, state: 'connected'})), at)), {at, elapsed, interval: minute});
	const unwatched = after(aMinute, noon + (9 * 60 * minute), noon + (9 * 60 * minute));
	const afterSetBack = after(aMinute, noon - (5 * 60 * minute), noon + (2 * minute));
	for (const fleet of [newFleet([{account, host: sanitize('host')}]), once, aMinute, unwatched, afterSetBack]) {
		const now = Math.max(noon, ...fleet.inventory.coverage.values().map(({at}) => at));
		for (const [width, symbols] of [[40, unicodeSymbols], [80, asciiSymbols], [500, unicodeSymbols]] as const) {
			const layout = layoutTimeline(width);
			for (const span of timelineSpans.keys()) {
				const buckets = bucketsOf({span}, layout.strip, now);
				const lines = pastsOf(fleet, now).map(past => timelineRow({...past, ...stretch(past)}, buckets, {...layout, cursor: span}, symbols));
				assert.ok(lines.every(line => lineWidth(line) + 2 === width), lines.map(line => textOf(line)).join('\n'));
				assert.ok(lineWidth(fleetRow(ownCounts(looksAt(fleet), buckets.window, buckets.count), layout, symbols)) <= width);
				for (const bucket of [undefined, 0, 1, 7, layout.strip - 1]) {
					const cursor = bucket === undefined ? undefined : {bucket, label: cursorLabel(buckets, bucket, {time: utc, now})};
					assert.equal(lineWidth(rulerLine(buckets, {span, cursor}, layout, symbols)), width);
				}
			}
		}
	}
});

test('without colour every cell of a strip is told by its sign', () => {
	for (const {states: {connected: _, ...down}, fine, off, brief, flapping, bar, heights} of [unicodeSymbols, asciiSymbols]) {
		const signs = [...Object.values(down), fine, off, brief, flapping, bar, ' ', ...heights];
		assert.equal(new Set(signs).size, signs.length);
	}
});

test('the scale of the fleet is never cut', () => {
	const scaleOf = (down: number, of: number) => textOf(fleetRow([{down, listed: of}], {name: 8, strip: 1}, unicodeSymbols)).slice(14);
	assert.deepEqual([scaleOf(0, 9), scaleOf(3, 44), scaleOf(999, 1000), scaleOf(10_000, 10_000)], ['', '  up to 3/44', '  999/1000', '  10000/10000']);
});

test('a bucket that is shorter than two minutes is told to the second', () => {
	const buckets = bucketsOf({span: 0}, 120, noon);
	assert.equal(describeFleetBucket(undefined, buckets, 1, {time: utc, now: noon}), '11:00:30–11:01:00 not watched');
});
