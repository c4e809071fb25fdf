import assert from 'node:assert/strict';
import {test} from 'node:test';
import {olderEvents} from '../../../../source/core/fleet/memory/older-events.js';
import type {EventPage, RememberedEvent} from '../../../../source/core/fleet/memory/remembered.js';
import {firstLook} from '../../../../source/core/fleet/seen/coverage.js';
import {runAtOnce} from '../../../../source/core/polling/slices.js';
import {sanitize} from '../../../../source/core/text/sanitize.js';
import {
	findLine,
	foldEvents,
	latestLines,
	type EventLine,
} from '../../../../source/core/view/event-lines.js';
import {account, noon} from '../../../helpers/fleet.js';

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

		const event = line.kind === 'fallen' ? line.event : line;
		const name = event.kind === 'instance' ? event.tracked.instance.name : event.kind;
		return line.kind === 'fallen' ? `- ${name}` : name;
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

test('the latest lines look at no more events than they take', () => {
	const {events, falls} = pageOf([change('x', -30), change('a', 5), change('b', 10), change('late', 20)]);
	let looked = 0;
	const counted = new Proxy(events, {
		get(target, key) {
			looked += Number(typeof key === 'string' && /^\d+$/v.test(key));
			return Reflect.get(target, key) as unknown;
		},
	});
	assert.deepEqual(latestLines(counted, falls, 2).map(({kind}) => kind), ['instance', 'mass']);
	assert.ok(looked <= 3, String(looked));
});
