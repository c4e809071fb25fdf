import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import type {StateKind} from '../../../../source/core/instance/instance.js';
import {
	addOutage,
	noOutages,
	type OutageSums,
	type ReportedOutage,
} from '../../../../source/core/report/outage-sums.js';
import {frameOf, type FrameOptions} from '../../../../source/core/report/report-frame.js';
import {openInstanceReport, type InstanceCounts} from '../../../../source/core/report/report-instance.js';
import {tries} from '../../../helpers/properties/tries.js';

const minute = 60_000;

/** One look at an instance, at a minute; `undefined` is a list without it. */
type Look = {readonly at: number; readonly state: StateKind | undefined};

/** Looks that are further apart than this have a hole between them; a change over more than three minutes is not seen closely. */
const widest = 6;
const close = 3;

type Story = {readonly looks: readonly Look[]; readonly from: number; readonly to: number; readonly falls: ReadonlyArray<readonly [number, number]>};

/** Reports the one instance of a story as the record of its looks tells it. */
function report({looks, from, to, falls}: Story): InstanceCounts | undefined {
	const runs: Array<{from: number; to: number}> = [];
	for (const {at} of looks) {
		const last = runs.at(-1);
		if (last === undefined || at - last.to > widest) {
			runs.push({from: at, to: at});
		} else {
			last.to = at;
		}
	}

	const options: FrameOptions = {
		asked: {from: from * minute, to: to * minute},
		lastLook: (looks.at(-1)?.at ?? 0) * minute,
		watches: runs.map(run => ({
			instance: undefined, began: run.from * minute, seen: run.to * minute, every: minute,
		})),
		falls: falls.map(([began, ended]) => ({
			began: began * minute, until: began * minute, fallen: 5, listed: 6, ended: ended * minute,
		})),
		isWithoutFalls: falls.length > 0,
		cells: 0,
	};
	const frame = frameOf(options);
	if (frame === undefined) {
		return undefined;
	}

	const {finish, take} = openInstanceReport(1, frame);
	let [first] = looks;
	let [before] = looks;
	for (const look of looks) {
		if (first === undefined || before === undefined) {
			break;
		}

		if (look.state !== first.state) {
			take({
				instance: 1,
				at: look.at * minute,
				slack: (look.at - before.at) * minute,
				was: first.state,
				became: look.state,
				// One that is new was never known before.
				lasted: first === looks[0] && first.state === undefined ? 0 : (look.at - first.at) * minute,
			});
			first = look;
		}

		before = look;
	}

	return finish({kind: first?.state, since: (first?.at ?? 0) * minute});
}

/** A moment in the window at which a state was seen, or known to go on; and until when it held, as far as is known. */
type Moment = {readonly at: number; readonly state: StateKind | undefined; readonly until: number; readonly isClose: boolean};

/** Counts the same by looking at every two looks that follow each other, and at every minute. */
function count({looks, from, to, falls: allFalls}: Story): InstanceCounts | undefined {
	const lastLook = looks.at(-1)?.at ?? -1;
	const end = Math.min(to, lastLook);
	const falls = allFalls.filter(([began, ended]) => began < end && ended > from).map(([began, ended]) => [Math.max(from, began), Math.min(end, ended)] as const);
	const isInWindow = (at: number) => at >= from && at < to && at <= lastLook;
	const isLeftOut = (at: number) => falls.some(([began, ended]) => at >= began && at < ended);
	const moments: Moment[] = [];
	for (const [index, {at, state}] of looks.entries()) {
		const [former, next] = [looks[index - 1], looks[index + 1]];
		const isHeld = next !== undefined && next.at - at <= widest
			&& (next.state === state || (next.at - at <= close && next.state !== undefined));
		const isClose = former?.state !== undefined && former.state !== state && at - former.at <= close;
		const until = isHeld ? next.at : at;
		if (isInWindow(at)) {
			moments.push({
				at, state, until: Math.min(until, end), isClose,
			});
		} else if (at < from && until >= from && (until > from || looks.every(look => look.at !== from)) && isInWindow(from)) {
			moments.push({
				at: from, state, until: Math.min(until, end), isClose: false,
			});
		}
	}

	const minutes = moments.flatMap(({at, state, until}) => state === undefined
		? []
		: Array.from({length: until - at}, (_, index) => ({at: at + index, state}))).filter(({at}) => !isLeftOut(at));
	const outages: ReportedOutage[] = [];
	const before = looks.findLast(({at}) => at < from);
	let down: Moment[] = [];
	const finish = (how: ReportedOutage['end'], next: Moment | undefined) => {
		const [begin] = down;
		const last = down.at(-1);
		if (begin === undefined || last === undefined) {
			return;
		}

		const isEndSeen = next?.isClose === true && next.at === last.until;
		const hasHole = down.some((each, index) => index > 0 && each.at > (down[index - 1]?.until ?? 0));
		outages.push({
			from: begin.at,
			to: last.until,
			end: how,
			isBegunBefore: before?.state !== undefined && isDownUntil(looks, before, begin.at),
			bound: hasHole ? 'approximate' : (begin.isClose && isEndSeen ? 'exact' : 'at-least'),
		});
		down = [];
	};

	for (const moment of moments) {
		if (moment.state === 'connected') {
			finish('returned', moment);
		} else if (moment.state !== undefined) {
			down.push(moment);
		}
	}

	finish(moments.at(-1)?.state === undefined ? 'left' : 'open', undefined);
	let sums: OutageSums = noOutages;
	for (const outage of outages) {
		const inside = Array.from({length: outage.to - outage.from}, (_, index) => outage.from + index);
		const left = inside.filter(at => !isLeftOut(at)).length;
		const isWhole = falls.some(([began, ended]) => outage.from >= began && outage.to <= ended) || (inside.length > 0 && left === 0);
		sums = isWhole ? sums : addOutage(sums, outage, left * minute);
	}

	const share = {
		up: minutes.filter(({state}) => state === 'connected').length * minute,
		seen: minutes.length * minute,
		window: Array.from({length: end - from}, (_, index) => from + index).filter(at => !isLeftOut(at)).length * minute,
	};
	return {
		share, outages: sums, flapped: countFlapping(looks, isInWindow), strip: [], last: lastOf(looks, to),
	};
}

/** Whether an instance was not connected from a look to the last one before a time. */
function isDownUntil(looks: readonly Look[], look: Look, at: number): boolean {
	return looks.every(other => other.at < look.at || other.at >= at || other.state !== 'connected');
}

function lastOf(looks: readonly Look[], to: number): StateKind | undefined {
	return looks.findLast(({at}) => at < to)?.state;
}

function countFlapping(looks: readonly Look[], isInWindow: (at: number) => boolean): number {
	const changes = looks.filter(({at, state}, index) => isInWindow(at) && index > 0 && looks[index - 1]?.state !== state);
	const flapping = changes.filter(({at}, index) => {
		const latest = changes.slice(Math.max(0, index - 3), index + 1);
		return latest.length === 4 && at - (latest[0]?.at ?? 0) < 10
			&& latest.every(change => change.state !== undefined && looks[looks.indexOf(change) - 1]?.state !== undefined);
	});
	return flapping.filter(({at}, index) => at - (flapping[index - 1]?.at ?? -Infinity) >= 10).length;
}

const stories: fc.Arbitrary<Story> = fc.record({
	steps: fc.array(fc.tuple(
		fc.constantFrom(1, 1, 1, 1, 2, 3, 4, 6, 9, 30),
		fc.constantFrom<StateKind | undefined>('connected', 'connected', 'connected', 'disconnected', 'disconnected', 'connecting', 'other', undefined),
		fc.integer({min: 1, max: 6}),
	), {minLength: 1, maxLength: 25}),
	from: fc.integer({min: 0, max: 90}),
	length: fc.integer({min: 1, max: 120}),
	falls: fc.oneof(fc.constant([]), fc.tuple(fc.tuple(fc.integer({min: 0, max: 60}), fc.integer({min: 1, max: 30})))),
}).map(({steps, from, length, falls}) => {
	const looks: Look[] = [];
	let at = 0;
	for (const [gap, state, times] of steps) {
		for (let time = 0; time < times; time++) {
			looks.push({at, state});
			at += time === times - 1 ? gap : 1;
		}
	}

	return {
		looks, from, to: from + length, falls: falls.map(([began, lasted]) => [began, began + lasted] as const),
	};
});

test('a report of an instance is what looking at every two looks and every minute gives', () => {
	fc.assert(fc.property(stories, story => {
		const expected = count(story);
		const found = report(story);
		if (found !== undefined && expected !== undefined) {
			assert.deepEqual(found, expected);
		}
	}), {numRuns: tries(250), seed: 1});
});
