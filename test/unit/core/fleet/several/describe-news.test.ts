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

const newsOf = (masses: Masses, hasSeveral = true) => describeNews(masses, emptyInventory, {
	now: noon + 90_000, time: utc, isLive: () => true, hasSeveral,
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
