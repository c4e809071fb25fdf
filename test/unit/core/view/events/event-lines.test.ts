import assert from 'node:assert/strict';
import {test} from 'node:test';
import {olderEvents} from '../../../../../source/core/fleet/memory/older-events.js';
import type {EventPage, RememberedEvent} from '../../../../../source/core/fleet/memory/remembered.js';
import {firstLook} from '../../../../../source/core/fleet/seen/coverage.js';
import {runAtOnce} from '../../../../../source/core/polling/slices.js';
import {sanitize} from '../../../../../source/core/text/sanitize.js';
import {describeLine} from '../../../../../source/core/view/events/describe-event.js';
import {
	findLine,
	foldEvents,
	isFold,
	type EventLine,
} from '../../../../../source/core/view/events/event-lines.js';
import {account, noon} from '../../../../helpers/fleet.js';
import {utc} from '../../../../helpers/utc.js';
import {textOf} from '../../../../helpers/watch-polls.js';

const up = {kind: 'connected', text: sanitize('connected')} as const;
const down = {kind: 'disconnected', text: sanitize('close')} as const;

const change = (name: string, seconds: number, isFall = true): RememberedEvent => ({
	uid: name, name, change: {
		at: noon + (seconds * 1000), slack: 5000, was: isFall ? up : down, became: isFall ? down : up, lasted: 60_000, formerSlack: 5000,
	},
});

/** The events of a page of the memory, whose ids go down from `lowestId`; a mass event of six instances fell within ten seconds of noon. */
function pageOf(changes: readonly RememberedEvent[], lowestId = 0) {
	const page: EventPage = {
		from: -Infinity, changes, oddities: [], troubles: [], older: undefined, falls: [{
			began: noon, until: noon + 10_000, fallen: 6, listed: 8, ended: undefined,
		}],
	};
	return olderEvents(account, page, {
		watches: [{began: noon - 100_000, seen: noon + 100_000, every: 5000}],
		coverage: firstLook(noon),
		cursor: {change: Infinity, at: noon + 100_000},
		lowestId,
	});
}

test('a remembered mass event that a page cuts is one line as soon as a part of it is at hand, and grows with the next page', () => {
	const newer = pageOf([change('a', 5), change('b', 10), change('back', 12, false), change('late', 20)]);
	const older = pageOf([change('early', 0), change('c', 5), change('d', 5)], newer.events.at(-1)?.id);
	const linesOf = (isBoth: boolean, unfolded: ReadonlySet<string> = new Set()) => runAtOnce(foldEvents(
		isBoth ? [...newer.events, ...older.events] : newer.events, newer.falls, unfolded,
	));
	const tell = (line: EventLine) => {
		if (line.kind === 'mass') {
			return `${line.events.length} of ${line.fall.fallen}`;
		}

		const event = line.kind === 'inner' ? line.event : line;
		const name = event.kind === 'instance' ? event.tracked.instance.name : event.kind;
		return line.kind === 'inner' ? `- ${name}` : name;
	};

	const told = (isBoth: boolean, unfolded?: ReadonlySet<string>) => linesOf(isBoth, unfolded).map(line => tell(line));
	assert.deepEqual(told(false), ['late', 'back', '2 of 6']);
	assert.deepEqual(told(true), ['late', 'back', '4 of 6', 'early']);
	const mass = linesOf(true)[2];
	assert.strictEqual(mass?.kind, 'mass');
	assert.deepEqual(told(true, new Set([mass.id])), ['late', 'back', '4 of 6', '- b', '- a', '- c', '- d', 'early']);
	// What was selected in the line stays in it, folded or not.
	const fall = mass.events.at(-1)?.id;
	assert.equal(findLine(linesOf(true), fall), 2);
	assert.equal(findLine(linesOf(true, new Set([mass.id])), fall), 6);
	assert.equal(findLine(linesOf(false), mass.id), findLine(linesOf(true), mass.id));
});

/** The lines of changes of these instances at these seconds after noon, oldest first; what they are by turns is disconnected and connected. */
function flapLines(changes: ReadonlyArray<readonly [name: string, seconds: number]>, unfolded: ReadonlySet<string> = new Set()) {
	const page = olderEvents(account, {
		from: -Infinity, oddities: [], troubles: [], older: undefined, falls: [],
		changes: changes.map(([name, seconds], index) => change(name, seconds, changes.slice(0, index).filter(([other]) => other === name).length % 2 === 0)),
	}, {
		watches: [{began: noon - 100_000, seen: noon + 9_000_000, every: 5000}], coverage: firstLook(noon), cursor: {change: Infinity, at: noon + 9_000_000}, lowestId: 0,
	});
	return runAtOnce(foldEvents(page.events, page.falls, unfolded));
}

const tellFlaps = (lines: readonly EventLine[]) => lines.map(line => textOf(describeLine(line, {
	time: utc, now: noon, massWords: new Map(), isFiltered: false,
})));

test('the changes of an instance that flaps are one line at the time of the last, whatever else happens between them', () => {
	const flaps = [['a', 0], ['a', 60], ['other', 70], ['a', 120], ['a', 599], ['a', 650]] as const;
	assert.deepEqual(tellFlaps(flapLines(flaps)), [
		'12:10:50  a  flapped 5 times 12:00:00–10:50 · now disconnected',
		'12:01:10  other  connected → disconnected, after 1m 00s',
	]);
	const [line] = flapLines(flaps);
	assert.ok(line !== undefined && isFold(line));
	assert.equal(flapLines(flaps, new Set([line.id])).length, 7);
});

test('changes further apart are a line each, and an instance that flapped twice has two lines, of which the older does not tell its state now', () => {
	assert.equal(flapLines([['a', 0], ['a', 60], ['a', 120], ['a', 600]]).length, 4);
	const twice = [0, 1, 2, 3, 3000, 4000, 4001, 4002, 4003].map(seconds => ['a', seconds] as const);
	assert.deepEqual(tellFlaps(flapLines(twice)).map(line => line.slice(10)), [
		'a  flapped 4 times 13:06:40–43 · now disconnected',
		'a  connected → disconnected, after 1m 00s',
		'a  flapped 4 times 12:00:00–03 · then connected',
	]);
});

test('a line that was unfolded stays so, and the cursor on it, while changes come at both of its ends', () => {
	const middle = [['a', 0], ['a', 1], ['a', 2], ['a', 3], ['b', 4]] as const;
	const [, line] = flapLines(middle);
	assert.ok(line !== undefined && isFold(line));
	const grown = flapLines([['a', -1], ...middle], new Set([line.id]));
	assert.deepEqual([grown[1]?.id, grown.length], [line.id, 7]);
	const folded = flapLines([['a', -1], ...middle]);
	assert.equal(findLine(folded, line.id), 1);
	assert.equal(findLine(folded, line.events.at(-1)?.id), 1);
});
