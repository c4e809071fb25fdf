import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type MassEvent, type Masses, noMass} from '../../../../../source/core/fleet/mass-event.js';
import {emptyInventory} from '../../../../../source/core/fleet/inventory.js';
import {describeNews} from '../../../../../source/core/fleet/several/describe-news.js';
import {accountId, instanceKey} from '../../../../../source/core/instance/instance.js';
import {noon} from '../../../../helpers/fleet.js';
import {utc} from '../../../../helpers/utc.js';

/** So many of an account that fell, from `began` to `until` seconds after noon. */
function fallOf(name: string, fallen: number, [began, until]: readonly [number, number], common?: MassEvent['common']): [ReturnType<typeof accountId>, Masses extends ReadonlyMap<unknown, infer State> ? State : never] {
	const account = accountId(name);
	return [account, {
		...noMass,
		event: {
			from: noon + (began * 1000),
			until: noon + (until * 1000),
			fallen: new Set(Array.from({length: fallen}, (_, index) => instanceKey(account, `${index}`))),
			of: 30,
			...common !== undefined && {common},
		},
	}];
}

const newsOf = (masses: Masses, hasSeveral = true, alone?: string) => describeNews(masses, emptyInventory, {
	now: noon + 90_000, time: utc, isLive: () => true, hasSeveral, alone: alone === undefined ? undefined : accountId(alone),
});

test('the fall of one of several accounts names it, and that of the only one does not', () => {
	assert.deepEqual(newsOf(new Map([fallOf('lab', 20, [0, 20])])), ['lab: 20 of 30 fell 12:00:00–20', 'last 1m ago']);
	assert.deepEqual(newsOf(new Map([fallOf('lab', 20, [0, 20])]), false), ['20 of 30 fell 12:00:00–20', 'last 1m ago']);
});

test('falls of several accounts together are one sentence, with what they share where it is the same', () => {
	const proxy = (count: number) => ({words: 'through proxy br1.example', count, of: count});
	assert.deepEqual(newsOf(new Map([fallOf('prod', 20, [0, 20], proxy(20)), fallOf('lab', 11, [30, 50], proxy(11))])), [
		'31 of 60 fell 12:00:00–50', '20 of 30 in prod and 11 of 30 in lab', 'last 40s ago', 'all through proxy br1.example',
	]);
	assert.deepEqual(newsOf(new Map([fallOf('prod', 20, [0, 20], proxy(20)), fallOf('lab', 11, [30, 50], 'nothing')])), [
		'31 of 60 fell 12:00:00–50', '20 of 30 in prod and 11 of 30 in lab', 'last 40s ago',
	]);
});

test('a later fall of one account alone is told, and not the joint one before it', () => {
	const news = newsOf(new Map([fallOf('prod', 20, [-300, -290]), fallOf('lab', 11, [-295, -280]), fallOf('sea', 15, [60, 80])]));
	assert.equal(news[0], 'sea: 15 of 30 fell 12:01:00–20');
});

test('where one account is shown alone its own news comes first and without its name, then what happened in another, by name', () => {
	const down = {
		down: 25, of: 30, first: 25, common: {words: 'through proxy br1.example', count: 25, of: 25},
	};
	const standing = (name: string): ReturnType<typeof fallOf> => [accountId(name), {...noMass, down}];
	const [own, other] = [fallOf('prod', 20, [-300, -290]), fallOf('lab', 11, [60, 80])];
	const firstOf = (...all: ReadonlyArray<ReturnType<typeof fallOf>>) => newsOf(new Map(all), true, 'prod')[0];
	assert.equal(firstOf(own, other), '20 of 30 fell 11:55:00–10');
	assert.equal(firstOf(standing('prod'), other), 'lab: 11 of 30 fell 12:01:00–20');
	assert.equal(firstOf(standing('prod'), standing('lab')), '25 of 30 down');
	assert.equal(firstOf(standing('lab')), undefined);
});

test('what fell in several accounts together is told of the one that is shown alone where it is among them', () => {
	const [prod, lab, sea] = [fallOf('prod', 20, [0, 20]), fallOf('lab', 11, [30, 50]), fallOf('sea', 15, [60, 70])];
	assert.equal(newsOf(new Map([prod, lab]), true, 'prod')[0], '31 of 60 fell 12:00:00–50');
	assert.equal(newsOf(new Map([prod, lab]), true, 'sea')[0], '31 of 60 fell 12:00:00–50', 'it has no news of its own');
	assert.equal(newsOf(new Map([fallOf('prod', 20, [-300, -290]), lab, sea]), true, 'prod')[0], '20 of 30 fell 11:55:00–10');
});
