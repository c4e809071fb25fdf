import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {drawStrip} from '../../../../../source/core/fleet/past/draw-strip.js';
import {stripOf} from '../../../../../source/core/fleet/past/strip.js';
import type {Stretch} from '../../../../../source/core/fleet/periods.js';
import type {StateKind} from '../../../../../source/core/instance/instance.js';
import {asciiSymbols, unicodeSymbols, type Symbols} from '../../../../../source/core/screen/symbols.js';
import {textOf} from '../../../../helpers/watch-polls.js';
import {tries} from '../../../../helpers/properties/tries.js';

type Part = readonly [kind: StateKind, from: number, to: number];

/** Stretches of which each change was seen where nothing lies between it and the one before. */
const stretchesOf = (parts: readonly Part[]) => parts.map(([kind, from, to], index): Stretch => ({
	kind, from, to, isStartSeen: index > 0 && parts[index - 1]?.[2] === from, isEndSeen: true,
}));

/** Six buckets of a hundred milliseconds each, from 0 to 600. */
const drawn = (parts: readonly Part[], {symbols = unicodeSymbols, knownSince = 0}: {readonly symbols?: Symbols; readonly knownSince?: number} = {}) => textOf(drawStrip(stripOf(stretchesOf(parts), {
	window: {from: 0, to: 600}, count: 6, knownSince,
}), symbols));

test('each bucket shows its state, in both sets of signs', () => {
	const parts: readonly Part[] = [
		['connected', 100, 290],
		['disconnected', 290, 299],
		['connected', 299, 300],
		['disconnected', 300, 360],
		['connecting', 360, 400],
		['connected', 400, 420],
		['loggedout', 420, 440],
		['connected', 440, 460],
		['loggedout', 460, 480],
		['connected', 480, 500],
	];
	assert.equal(drawn(parts, {knownSince: 100}), ' ─┴○≈·');
	assert.equal(drawn(parts, {symbols: asciiSymbols, knownSince: 100}), ' -\'o%.');
	assert.equal(drawn([['connecting', 0, 100], ['loggedout', 100, 200], ['other', 200, 300]]), '◐✕?···');
	assert.equal(drawn([['connecting', 0, 100], ['loggedout', 100, 200], ['other', 200, 300]], {symbols: asciiSymbols}), '~x?...');
});

test('a fine cell is quiet, and every other has the tone of the state that took most of the time', () => {
	const cells = stripOf(stretchesOf([['connected', 0, 195], ['loggedout', 195, 200], ['connecting', 200, 210], ['disconnected', 210, 300]]), {
		window: {from: 0, to: 400}, count: 4, knownSince: 0,
	});
	assert.deepEqual(drawStrip(cells, unicodeSymbols).map(({tone}) => tone), ['fine', 'state-loggedout', 'state-disconnected', 'dim']);
});

test('what was fine but seen for under half of a bucket is not told as fine; what was down is told however short', () => {
	assert.equal(drawn([['connected', 0, 49], ['connected', 100, 150], ['loggedout', 220, 221], ['connected', 330, 340], ['disconnected', 340, 342]]), '·─✕○··');
});

test('a tenth of the time seen is no small part any more', () => {
	assert.equal(drawn([['connected', 0, 90], ['disconnected', 90, 100], ['connected', 100, 191], ['disconnected', 191, 200]]), '○┴····');
});

test('a bucket has its beginning and not its end, and the last one includes now', () => {
	assert.equal(drawn([['disconnected', 100, 200], ['loggedout', 300, 300], ['connecting', 600, 600]]), '·○·✕·◐');
	assert.equal(drawn([['disconnected', 600, 700]]), '·····○');
	assert.equal(drawn([['disconnected', -100, 0], ['disconnected', 601, 700]]), '······');
});

test('a strip is blank up to the bucket in which the instance became known', () => {
	assert.equal(drawn([['connected', 250, 600]], {knownSince: 250}), '  ────');
	assert.equal(drawn([], {knownSince: 300}), '   ···');
	assert.equal(drawn([['disconnected', 0, 100]], {knownSince: 600}), '○    ·', 'what was seen is shown in any case');
});

/** The sign of one bucket by looking at each of its milliseconds. */
function sampled(parts: readonly Part[], {start, size, isLast}: {readonly start: number; readonly size: number; readonly isLast: boolean}): string {
	const at = (time: number) => parts.find(([, from, to]) => from <= time && time < to)?.[0];
	const looks = Array.from({length: size}, (_, index) => at(start + index)).filter(kind => kind !== undefined);
	const points = parts.filter(([, from, to]) => from === to || (isLast && from === start + size)).filter(([, from]) => from >= start && (isLast ? from <= start + size : from < start + size));
	const kinds = (['other', 'loggedout', 'disconnected', 'connecting'] as const).filter(kind => looks.includes(kind) || points.some(([own]) => own === kind));
	const times = kinds.map(kind => looks.filter(look => look === kind).length);
	const state = kinds[times.indexOf(Math.max(...times))];
	if (state === undefined) {
		return looks.length * 2 >= size ? '─' : '·';
	}

	const changes = parts.filter(([kind, from], index) => index > 0 && kind !== parts[index - 1]?.[0] && from >= start && (isLast ? from <= start + size : from < start + size)).length;
	const down = looks.filter(kind => kind !== 'connected').length;
	return changes >= 4 ? '≈' : (10 * down < looks.length ? '┴' : unicodeSymbols.states[state]);
}

test('the one walk gives what looking at every moment of every bucket gives', () => {
	const kinds = fc.constantFrom<StateKind>('connected', 'connected', 'connecting', 'disconnected', 'loggedout', 'other');
	const pieces = fc.array(fc.tuple(kinds, fc.constantFrom(0, 0, 0, 5, 60), fc.constantFrom(0, 1, 4, 9, 10, 30, 77)), {maxLength: 30});
	fc.assert(fc.property(pieces, fc.integer({min: 1, max: 7}), fc.integer({min: 1, max: 60}), (list, count, size) => {
		let time = -40;
		const parts = list.map(([kind, hole, length], index): Part => {
			const from = time + (list[index - 1]?.[0] === kind ? Math.max(1, hole) : hole);
			time = from + length;
			return [kind, from, time];
		});
		const cells = stripOf(stretchesOf(parts), {window: {from: 0, to: count * size}, count, knownSince: 0});
		assert.equal(
			textOf(drawStrip(cells, unicodeSymbols)),
			Array.from({length: count}, (_, index) => sampled(parts, {start: index * size, size, isLast: index === count - 1})).join(''),
		);
	}), {numRuns: tries(300)});
});
