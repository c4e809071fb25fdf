import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {parseFilter} from '../../../../source/core/filter/parse.js';
import type {ToldEvent} from '../../../../source/core/fleet/memory/tell-events.js';
import {openStory, type StoryOptions} from '../../../../source/history/past/story.js';
import type {GoodPoll, OddChange} from '../../../../source/history/record/good-poll.js';
import type {Observed} from '../../../../source/history/record/record.js';
import {createRecords, type EventRecord} from '../../../../source/output/events/record.js';
import {
	openRecord,
	pollAt,
	recordPoll,
	second,
	startRecorder,
	stateOf,
	type TestRecord,
} from '../../../helpers/history/polls.js';
import {tries} from '../../../helpers/properties/tries.js';

const noon = Date.UTC(2026, 5, 1, 12);
const interval = 15;
const uids = ['a', 'b', 'c'] as const;

/** A poll: the seconds since the one before it, the words of the states (none where an instance is not listed), and who is odd. */
type Tick = {readonly gap: number; readonly states: ReadonlyArray<string | undefined>; readonly odd: readonly boolean[]; readonly isTrouble: boolean};

const words = fc.constantFrom('connected', 'connected', 'connected', 'disconnected', 'disconnected', 'qr', undefined);
const ticks = fc.array(fc.record({
	// A poll in time, one that is late, a failure of polls, and a hole.
	gap: fc.constantFrom(15, 15, 15, 60, 400, 3000),
	states: fc.tuple(words, words, words),
	odd: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
	isTrouble: fc.boolean(),
}), {minLength: 2, maxLength: 40});

/** What is told of an event; times are seconds since the beginning. */
type Told = readonly [
	at: number, event: string, name: string, from: string, to: string,
	lasted: number | undefined, bound: string, slack: number | undefined, exact: boolean | undefined, isOfMass: boolean,
];

/** When something began: the first look, the time since the look before it, and whether that is close. */
type Began = {readonly at: number; readonly slack: number | undefined};

const isClose = ({slack}: Began) => slack !== undefined && slack <= 3 * interval;

/** A plain account of what happened, made beside the record. */
function createModel() {
	const told: Told[] = [];
	const runs: Array<{from: number; to: number}> = [];
	const states = new Map<string, {readonly word: string | undefined; readonly began: Began}>();
	const odds = new Map<string, Began>();
	const lasted = (since: Began, to: number, ended: Began): readonly [number, string] => {
		const isUnbroken = runs.some(run => run.from <= since.at && to <= run.to);
		return isUnbroken && isClose(since) && isClose(ended) ? [ended.at - since.at, 'exact'] : [to - since.at, isUnbroken ? 'at-least' : 'approximate'];
	};

	return {
		told,
		states,
		odds,
		/** Takes a look, and gives the time since the one before it. */
		look(at: number): number | undefined {
			const last = runs.at(-1);
			if (last === undefined) {
				runs.push({from: at, to: at});
				return undefined;
			}

			const slack = at - last.to;
			if (slack > 120) {
				told.push([at, 'unwatched', '', '', '', slack, 'exact', undefined, undefined, false]);
				runs.push({from: at, to: at});
			} else {
				last.to = at;
			}

			return slack;
		},
		change(uid: string, word: string | undefined, began: Began, isOfMass: boolean) {
			const before = states.get(uid);
			// One that appeared may have been in its state before.
			states.set(uid, {word, began: before?.word === undefined ? {at: began.at, slack: undefined} : began});
			if (began.slack === undefined || before?.word === word) {
				return;
			}

			const to = began.at - began.slack;
			const exact = [began.slack, isClose(began), isOfMass] as const;
			if (before === undefined) {
				told.push([began.at, 'appeared', uid, '', word ?? '', undefined, '', ...exact]);
			} else if (word === undefined) {
				told.push([began.at, 'vanished', uid, before.word ?? '', '', undefined, '', ...exact]);
			} else if (before.word === undefined) {
				told.push([began.at, 'returned', uid, '', word, ...lasted(before.began, to, began), ...exact]);
			} else {
				told.push([began.at, 'changed', uid, before.word, word, ...lasted(before.began, to, began), ...exact]);
			}
		},
		turnOdd(uid: string, isOdd: boolean, began: Began) {
			const before = odds.get(uid);
			if (isOdd && before === undefined) {
				odds.set(uid, began);
				told.push([began.at, 'odd-began', uid, '', '', undefined, '', began.slack, isClose(began), false]);
			} else if (!isOdd && before !== undefined) {
				odds.delete(uid);
				told.push([began.at, 'odd-ended', uid, '', '', ...lasted(before, began.at, {...before, at: began.at}), undefined, undefined, false]);
			}
		},
	};
}

type Model = ReturnType<typeof createModel>;

/** A tick at its second, with the time since the look before it. */
type Looked = Tick & {readonly at: number; readonly slack: number | undefined};

const timeOf = (seconds: number) => noon + (seconds * second);

/** The changes of a tick, and the fall of many in it. */
function turn(model: Model, {at, slack, states}: Looked): Pick<GoodPoll, 'changes' | 'mass'> {
	const turned = uids.flatMap((uid, place) => {
		const before = model.states.get(uid);
		const word = states[place];
		return (before === undefined ? word === undefined : before.word === word) ? [] : [{uid, word, hasFallen: before?.word === 'connected' && word !== undefined}];
	});
	const fallen = turned.filter(({hasFallen}) => hasFallen).length;
	const isMass = slack !== undefined && fallen > 1;
	if (isMass) {
		model.told.push([at - slack, 'mass', '', '', '', undefined, '', undefined, undefined, true]);
	}

	for (const {uid, word, hasFallen} of turned) {
		model.change(uid, word, {at, slack}, isMass && hasFallen);
	}

	return {
		changes: slack === undefined
			? []
			: turned.map(({uid, word}): Observed => ({
				uid, name: uid, state: word === undefined ? undefined : stateOf(word), at: timeOf(at), slack: slack * second,
			})),
		mass: isMass
			? {
				began: timeOf(at - slack), until: timeOf(at), fallen, listed: 3, ended: undefined,
			}
			: undefined,
	};
}

/** The oddities that begin or end at a tick. */
function turnOdd(model: Model, {at, slack, states, odd}: Looked): readonly OddChange[] {
	return uids.flatMap((uid, place) => {
		const isOdd = odd[place] === true && states[place] !== undefined;
		const began = model.odds.get(uid);
		if (slack === undefined || isOdd === (began !== undefined)) {
			return [];
		}

		model.turnOdd(uid, isOdd, {at, slack});
		return [{
			uid, name: uid, what: 'no-webhook', began: timeOf(began?.at ?? at), slack: (began?.slack ?? slack) * second, ended: isOdd ? undefined : timeOf(at),
		}];
	});
}

/** The trouble that is over at a tick. */
function fail(model: Model, {at, slack, isTrouble}: Looked): GoodPoll['troubles'] {
	if (!isTrouble || slack !== 60) {
		return [];
	}

	model.told.push(
		[at - 45, 'trouble-began', '', '', '', undefined, '', undefined, undefined, false],
		[at, 'trouble-ended', '', '', '', 45, 'approximate', undefined, undefined, false],
	);
	return [{
		began: timeOf(at - 45), ended: timeOf(at), kind: 'server-error', status: 502,
	}];
}

/** Puts a story through the recorder, and gives what a plain account of it tells. */
function live(record: TestRecord, story: readonly Tick[]): readonly Told[] {
	const recorder = startRecorder(record);
	const model = createModel();
	let at = 0;
	for (const [index, tick] of story.entries()) {
		at += index === 0 ? 0 : tick.gap;
		const time = timeOf(at);
		const looked = {...tick, at, slack: model.look(at)};
		// Each time without a look is that of a restart: a process that was only held up lets others record first.
		recorder.release();
		assert.equal(recordPoll(recorder, pollAt(time, {}, {
			look: {at: time, elapsed: at * second, interval: interval * second},
			...turn(model, looked),
			odd: turnOdd(model, looked),
			troubles: fail(model, looked),
			listed: () => uids.flatMap((uid, place) => {
				const word = tick.states[place];
				return word === undefined
					? []
					: [{
						uid, name: uid, state: stateOf(word), at: time, slack: undefined,
					}];
			}),
		})), undefined);
	}

	recorder.release();
	return model.told;
}

const recordOf = createRecords();

const tellRecord = ({at, event, name, from, to, fromWord, toWord, lasted, bound, slack, exact, mass}: EventRecord): Told => [
	(Date.parse(String(at)) - noon) / second,
	String(event),
	String(name ?? ''),
	String(from === undefined ? '' : fromWord),
	String(to === undefined ? '' : toWord),
	typeof lasted === 'number' ? lasted : undefined,
	String(bound ?? ''),
	typeof slack === 'number' ? slack : undefined,
	typeof exact === 'boolean' ? exact : undefined,
	mass !== undefined,
];

/** All events of a story, with steps of three changes unless told otherwise. */
function read({database}: TestRecord, place: string | undefined, options: Partial<Omit<StoryOptions, 'spanOf'>> & {readonly from?: number; readonly to?: number} = {}): readonly ToldEvent[] {
	const {from = -Infinity, to = Infinity, ...others} = options;
	const {events} = openStory(database, {
		places: place === undefined ? undefined : [place], filter: parseFilter(''), isReversed: false, isFolded: false, perPage: 3, spanOf: () => ({from, to}), ...others,
	});
	return events.filter(event => event !== undefined).toArray();
}

const told = (events: readonly ToldEvent[]) => events.map(event => tellRecord(recordOf(event)));
const keyOf = ([at, event, name]: Told) => `${at + 1e9} ${event} ${name}`;
const inOrder = (list: readonly Told[]) => list.toSorted((one, other) => keyOf(one).localeCompare(keyOf(other)));
const isSorted = (list: readonly Told[]) => list.every(([at], index) => index === 0 || at >= (list[index - 1]?.[0] ?? 0));

test('what is told is what happened, in order, in any span, turned round, filtered, in pages of any length', async () => {
	await fc.assert(fc.asyncProperty(ticks, fc.tuple(fc.integer({min: 0, max: 40}), fc.integer({min: 0, max: 40})), async (story, cuts) => {
		const record = await openRecord();
		const place = 'host';
		const expected = inOrder(live(record, story));
		const all = read(record, place);
		assert.deepEqual(inOrder(told(all)), expected);
		assert.ok(isSorted(told(all)));
		assert.deepEqual(told(read(record, place, {isReversed: true})), told(all).toReversed());
		assert.deepEqual(told(read(record, place, {perPage: 1000})), told(all));
		const times = all.map(({event}) => event.at);
		const [from = 0, to = 0] = cuts.map(index => times[index] ?? noon).toSorted((one, other) => one - other);
		const inside = all.filter(({event: {at}}) => at >= from && at < to);
		assert.deepEqual(told(read(record, place, {from, to})), told(inside));
		assert.deepEqual(told(read(record, place, {from, to, isReversed: true})), told(inside).toReversed());
		assert.deepEqual(
			inOrder(told(read(record, place, {filter: parseFilter('name:a,b state:down')}))),
			expected.filter(([, event, name, before, after]) => (name === 'a' || name === 'b') && (event === 'vanished' ? before : after) !== 'connected'),
		);
	}), {numRuns: tries(12), seed: 1});
});

test('accounts are told as one, in the order of time, and one place alone where it is named', async () => {
	const record = await openRecord();
	const {tables} = record;
	const other = {...record, account: tables.addAccount('other')};
	const story = (...states: readonly string[]): readonly Tick[] => states.map((state, index) => ({
		gap: 15 + index, states: [state], odd: [], isTrouble: false,
	}));
	live(record, story('connected', 'qr', 'connected', 'qr'));
	live(other, story('connected', 'connected', 'disconnected', 'connected'));
	const places = (events: readonly ToldEvent[]) => events.map(({place, event: {at}}) => `${place} ${(at - noon) / second}`);
	assert.deepEqual(places(read(record, undefined)), ['host 16', 'host 33', 'other 33', 'host 51', 'other 51']);
	assert.deepEqual(places(read(record, undefined, {isReversed: true})), ['other 51', 'host 51', 'other 33', 'host 33', 'host 16']);
	assert.deepEqual(places(read(record, 'other')), ['other 33', 'other 51']);
	assert.deepEqual(read(record, 'nowhere'), []);
});

test('the falls of a mass event are folded into it, but those of one that began before the span or that a filter hides', async () => {
	const record = await openRecord();
	const [up, down] = ['connected', 'disconnected'].map(word => ({
		gap: 15, states: [word, word, word], odd: [], isTrouble: false,
	}));
	assert.ok(up !== undefined && down !== undefined);
	live(record, [up, up, down, up]);
	const kinds = (events: readonly ToldEvent[]) => events.map(({event}) => event.kind === 'instance' ? `${event.tracked.instance.name} ${event.tracked.instance.state.kind}` : event.kind);
	const back = uids.map(uid => `${uid} connected`);
	const falls = uids.map(uid => `${uid} disconnected`);
	assert.deepEqual(kinds(read(record, 'host', {isFolded: true})), ['mass', ...back]);
	assert.deepEqual(kinds(read(record, 'host', {isFolded: true, from: noon + (20 * second)})), [...falls, ...back]);
	assert.deepEqual(kinds(read(record, 'host', {isFolded: true, filter: parseFilter('name:b')})), ['b disconnected', 'b connected']);
	assert.deepEqual(kinds(read(record, 'host')), ['mass', ...falls, ...back]);
	assert.equal(new Set(read(record, 'host').slice(0, 4).map(({mass}) => mass)).size, 1);
});

test('rows that go back by less than an hour come in the order of time, and none is lost that goes back by more', async () => {
	const record = await openRecord();
	const {tables, account} = record;
	const instance = tables.addInstance(account, {
		uid: 'a', name: 'a', state: stateOf('connected'), since: noon, slack: 5000, appeared: noon, appearedSlack: undefined,
	});
	const minutes = [0, 50, 10, 20, 120, 200, 141, 300, 60, 400];
	for (const minute of minutes) {
		tables.addChange(account, {
			instance, at: noon + (minute * 60 * second), slack: 5000, was: stateOf('connected'), became: stateOf('disconnected'), lasted: 1000,
		}, undefined);
	}

	const times = (options: Parameters<typeof read>[2]) => read(record, 'host', options).map(({event: {at}}) => (at - noon) / (60 * second));
	const sorted = minutes.toSorted((one, other) => one - other);
	for (const perPage of [1, 2, 3, 1000]) {
		for (const isReversed of [false, true]) {
			const all = times({perPage, isReversed});
			assert.deepEqual(all.toSorted((one, other) => one - other), sorted);
			const others = all.filter(minute => minute !== 60);
			assert.deepEqual(isReversed ? others.toReversed() : others, sorted.filter(minute => minute !== 60));
		}
	}
});

test('an instance that is watched by itself is told by its own looks, and nobody watched only where nobody looked at anything', async () => {
	const record = await openRecord();
	const {tables, account} = record;
	const at = (seconds: number) => noon + (seconds * second);
	const instance = tables.addInstance(account, {
		uid: 'a', name: 'a', state: stateOf('connected'), since: at(0), slack: 5000, appeared: at(0), appearedSlack: undefined,
	});
	const watch = (of: number | undefined, began: number, seen: number) => tables.addWatch(account, {
		instance: of, began: at(began), seen: at(seen), every: 5000,
	});
	watch(undefined, 0, 100);
	watch(instance, 90, 900);
	watch(undefined, 800, 1000);
	watch(undefined, 2000, 2100);
	const first = tables.addChange(account, {
		instance, at: at(200), slack: 5000, was: stateOf('connected'), became: stateOf('disconnected'), lasted: 200_000,
	}, undefined);
	tables.addChange(account, {
		instance, at: at(700), slack: 5000, was: stateOf('disconnected'), became: stateOf('connected'), lasted: 500_000,
	}, first);
	assert.deepEqual(told(read(record, 'host')).map(line => [line[0], line[1], line[5], line[6]]), [
		[200, 'changed', 195, 'approximate'],
		[700, 'changed', 500, 'exact'],
		[2000, 'unwatched', 1000, 'exact'],
	]);
});
