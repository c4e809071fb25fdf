import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {integrations} from '../../../../../source/core/blocks/blocks.js';
import type {Counts, Troubles} from '../../../../../source/core/fleet/counts.js';
import type {DownCount} from '../../../../../source/core/fleet/past/fleet-strip.js';
import {stateKinds} from '../../../../../source/core/instance/instance.js';
import {newFeed, type Feed} from '../../../../../source/core/polling/feed.js';
import {lineWidth} from '../../../../../source/core/screen/line.js';
import type {Line} from '../../../../../source/core/screen/span.js';
import {asciiSymbols, unicodeSymbols} from '../../../../../source/core/screen/symbols.js';
import {recordOf} from '../../../../../source/core/text/record-of.js';
import {sanitize} from '../../../../../source/core/text/sanitize.js';
import {stateLine, titleLine} from '../../../../../source/core/view/header/header-lines.js';
import {account, noon} from '../../../../helpers/fleet.js';
import {utc} from '../../../../helpers/utc.js';
import {tries} from '../../../../helpers/properties/tries.js';

const feed: Feed = {...newFeed(account, sanitize('ryzeapi.cloud')), tokenKind: 'account', answeredAt: noon};

const textOf = (line: Line) => line.map(({text}) => text).join('');

/** So many instances in each state, in the order of the states. */
function countsOf(...numbers: readonly number[]): Counts {
	return {...recordOf(stateKinds, kind => numbers[stateKinds.indexOf(kind)] ?? 0), total: numbers.reduce((sum, number) => sum + number, 0)};
}

const outage = countsOf(6, 4, 33, 1);
const mass = ['31 of 44 fell 20:51:30–50', 'last 40s ago', '8 back', 'all through proxy br1.example.net'];
const troubles: Troubles = [{integration: 'webhook', count: 1}, {integration: 'chatwoot', count: 3}];

/** The first line at each width. */
function titles(widths: readonly number[], parts: {readonly counts?: Counts; readonly troubles?: Troubles; readonly mass?: readonly string[]}): readonly string[] {
	return widths.map(width => {
		const line = titleLine({
			feed, counts: outage, troubles: [], mass: [], ...parts,
		}, width, unicodeSymbols);
		assert.equal(lineWidth(line), width);
		return textOf(line);
	});
}

test('where the first line gets narrow the name and the times of a mass event go, then its parts from the end, and the counts stay', () => {
	assert.deepEqual(titles([160, 120, 110, 100, 90, 80, 70, 60, 50, 40], {mass}), [
		' ryzetop  31 of 44 fell 20:51:30–50 · last 40s ago · 8 back · all through proxy br1.example.net                                                ●6 ◐4 ○33 ✕1  44 ',
		' ryzetop  31 of 44 fell 20:51:30–50 · last 40s ago · 8 back · all through proxy br1.example.net        ●6 ◐4 ○33 ✕1  44 ',
		' 31 of 44 fell 20:51:30–50 · last 40s ago · 8 back · all through proxy br1.example.net       ●6 ◐4 ○33 ✕1  44 ',
		' 31 of 44 fell · last 40s ago · 8 back · all through proxy br1.example.net         ●6 ◐4 ○33 ✕1  44 ',
		' ryzetop  31 of 44 fell 20:51:30–50 · last 40s ago · 8 back              ●6 ◐4 ○33 ✕1  44 ',
		' ryzetop  31 of 44 fell 20:51:30–50 · last 40s ago · 8 back    ●6 ◐4 ○33 ✕1  44 ',
		' 31 of 44 fell 20:51:30–50 · last 40s ago · 8 back   ●6 ◐4 ○33 ✕1  44 ',
		' 31 of 44 fell · last 40s ago · 8 back     ●6 ◐4 ○33 ✕1  44 ',
		' 31 of 44 fell · last 40s ago    ●6 ◐4 ○33 ✕1  44 ',
		' 31 of 44 fell         ●6 ◐4 ○33 ✕1  44 ',
	]);
});

test('the words of the states go first, then the integrations in trouble, then the end of the title', () => {
	assert.deepEqual(titles([140, 110, 100, 60, 50, 40], {counts: countsOf(38, 2, 3, 1), troubles}), [
		' ryzetop  ryzeapi.cloud  account             Webhook !1  Chatwoot !3  ● 38 connected  ◐ 2 connecting  ○ 3 disconnected  ✕ 1 logged out   44 ',
		' ryzetop  ryzeapi.cloud  account                                    Webhook !1  Chatwoot !3  ●38 ◐2 ○3 ✕1  44 ',
		' ryzetop  ryzeapi.cloud  account                          Webhook !1  Chatwoot !3  ●38 ◐2 ○3 ✕1  44 ',
		' ryzetop  ryzeapi.cloud  account           ●38 ◐2 ○3 ✕1  44 ',
		' ryzetop  ryzeapi.cloud          ●38 ◐2 ○3 ✕1  44 ',
		' ryzetop               ●38 ◐2 ○3 ✕1  44 ',
	]);
	assert.equal(titles([99], {counts: countsOf(38), troubles})[0]?.includes('Chatwoot'), false);
	const [crowded] = titles([100], {counts: outage, troubles, mass});
	assert.equal(crowded, ' 31 of 44 fell · last 40s ago · 8 back · all through proxy br1.example.net         ●6 ◐4 ○33 ✕1  44 ');
});

test('counts that are as long as they can be stand close to each other', () => {
	assert.deepEqual(titles([44, 40], {counts: countsOf(24_000, 24_000, 24_000, 24_000, 24_000)}), [
		' ●24000 ◐24000 ○24000 ✕24000 ?24000  120000 ',
		'   ●24000◐24000○24000✕24000?24000 120000',
	]);
});

test('from 40 to 200 columns the first line has exactly its width, and the counts whole', () => {
	const number = fc.oneof(fc.constant(0), fc.integer({min: 0, max: 24_000}));
	const parts = fc.record({
		counts: fc.tuple(number, number, number, number, number).map(numbers => countsOf(...numbers)),
		troubles: fc.subarray([...integrations]).chain(some => fc.tuple(...some.map(integration => fc.record({integration: fc.constant(integration), count: fc.integer({min: 1, max: 99_999})})))),
		mass: fc.oneof(fc.constant([]), fc.constant(mass), fc.constant(['the list is empty: all 120000 vanished'])),
		host: fc.constantFrom('ryzeapi.cloud', `${'long.'.repeat(40)}example`, '東京.example'),
	});
	fc.assert(fc.property(parts, fc.integer({min: 40, max: 200}), fc.constantFrom(unicodeSymbols, asciiSymbols), ({host, ...told}, width, symbols) => {
		const line = titleLine({feed: {...feed, host: sanitize(host)}, ...told}, width, symbols);
		assert.equal(lineWidth(line), width);
		const text = textOf(line);
		for (const kind of stateKinds) {
			const count = told.counts[kind];
			const isTold = ['', ' '].some(blank => text.split(`${symbols.states[kind]}${blank}${count}`).slice(1).some(rest => !/^\d/v.test(rest)));
			assert.ok(count === 0 || isTold, text);
		}

		assert.match(text, new RegExp(` ${told.counts.total} ?$`, 'v'));
		assert.ok(width >= 100 || told.troubles.every(({count}) => !text.includes(` !${count} `)));
	}), {numRuns: tries(400)});
});

const health = {
	now: noon, interval: 5000, heldAt: undefined, waiting: 0, time: utc, symbols: unicodeSymbols,
};
const lastHour = Array.from({length: 20}, (_, index): DownCount => index < 5 ? undefined : {down: index < 15 ? 0 : 10, listed: 20});

test('the last hour stands between the state of polling and the sort, and is the first to go', () => {
	const at = (width: number) => {
		const line = stateLine({
			feed, health, lastHour, view: {sort: 'sort health ↓', filter: '', matches: 44},
		}, width);
		assert.equal(lineWidth(line), width);
		return textOf(line);
	};

	assert.equal(at(80), ' live · 12:00:00 · every 5s      last hour ·····──────────▄▄▄▄▄   sort health ↓ ');
	assert.equal(at(77), ' live · 12:00:00 · every 5s   last hour ·····──────────▄▄▄▄▄   sort health ↓ ');
	assert.equal(at(76), ' live · 12:00:00             last hour ·····──────────▄▄▄▄▄   sort health ↓ ');
	assert.equal(at(66), ' live · 12:00:00   last hour ·····──────────▄▄▄▄▄   sort health ↓ ');
	assert.equal(at(65), ' live · 12:00:00 · every 5s                        sort health ↓ ');
});

test('the calls that are left make room for a last hour in which something fell, and not for an even one', () => {
	const budget = {limit: 100, resetAt: noon + 60_000};
	const at = (hour: readonly DownCount[], left = 92) => textOf(stateLine({
		feed: {...feed, budget: {...budget, remaining: left}}, health, lastHour: hour, view: {sort: 'sort health ↓', filter: '', matches: 44},
	}, 80));
	assert.equal(at(lastHour), ' live · 12:00:00 · every 5s      last hour ·····──────────▄▄▄▄▄   sort health ↓ ');
	assert.equal(at(lastHour.slice(0, 15)), ' live · 12:00:00 · every 5s · 92/100 calls left                   sort health ↓ ');
	// Few that are left have to be known.
	assert.match(at(lastHour, 3), /3\/100 calls left/v);
});

test('the strip has no colour where nothing was down, and is left out before the first answer', () => {
	const tones = (hour: readonly DownCount[]) => new Set(stateLine({
		feed, health, lastHour: hour, view: {sort: '', filter: '', matches: 44},
	}, 100).filter(({text}) => /[·─▄]/v.test(text)).map(({tone}) => tone));
	assert.deepEqual(tones(lastHour.slice(0, 15)), new Set(['dim']));
	assert.deepEqual(tones(lastHour), new Set(['dim', 'trouble']));
	// As many all the hour are nothing new.
	assert.deepEqual(tones(lastHour.map(count => count && {down: 10, listed: 20})), new Set(['dim']));
	assert.doesNotMatch(textOf(stateLine({
		feed, health, lastHour: [], view: {sort: '', filter: '', matches: 44},
	}, 100)), /last hour/v);
});
