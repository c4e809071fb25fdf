import assert from 'node:assert/strict';
import test from 'node:test';
import {chooseColumns} from '../../../../source/core/columns/choose.js';
import {healthFirst, type Sort} from '../../../../source/core/columns/sort.js';
import {findDoubts} from '../../../../source/core/filter/find-doubts.js';
import {isMatch} from '../../../../source/core/filter/match.js';
import {parseFilter} from '../../../../source/core/filter/parse.js';
import {runAtOnce} from '../../../../source/core/polling/slices.js';
import {requiresShares} from '../../../../source/core/view/requires-shares.js';
import {noon} from '../../../helpers/fleet.js';
import {tellShares, type ToldShares} from '../../../helpers/history/told-shares.js';
import {rowsOf, watch} from '../../../helpers/watch-polls.js';

const {inventory} = watch([0, ['always', 'mostly', 'half', 'unseen'].map(name => ({name}))]);
const told: ToldShares = {
	always: {up24h: [24, 24], up7d: [168, 168]},
	mostly: {up24h: [23.976, 24], up7d: [84, 168]},
	half: {up24h: [12, 24]},
	unseen: {up24h: [1, 1]},
};
const rows = rowsOf(tellShares(inventory, told));

const found = (text: string, among = rows) => {
	const filter = parseFilter(text);
	assert.deepEqual(filter.ignored, [], text);
	return among.filter(row => isMatch(filter, row, noon)).map(({tracked}) => tracked.instance.name);
};

test('a share is compared in percent or as a fraction, to the last digit, and one that is not known matches no comparison', () => {
	for (const [text, names] of [
		['up24h<99%', ['half']],
		['up24h<100%', ['mostly', 'half']],
		['up24h<0.5', []],
		['up24h<=.5', ['half']],
		['up24h>=99.9%', ['always', 'mostly']],
		['up24h>99.9%', ['always']],
		['up24h >= 0.999', ['always', 'mostly']],
		['up24h≥0%', ['always', 'mostly', 'half']],
		['UP24H<1', ['mostly', 'half']],
		['up7d<=50%', ['mostly']],
		['up7d>=0%', ['always', 'mostly']],
		['up30d>=0%', []],
		['-up24h>=99%', ['half', 'unseen']],
	] as const) {
		assert.deepEqual(found(text), names, text);
	}
});

test('what is no share is named', () => {
	for (const [text, why] of [
		['up24h<soon', /^it takes a share such as 99%, 99\.5% or 0\.995$/v],
		['up24h<101%', /^it takes a share/v],
		['up24h<99', /^it takes a share/v],
		['up24h<99,5%', /^it takes a share/v],
		['up24h:99%', /^it compares with >, <, >= or <=, as in since>5m, flaps>=3 or up24h<99%$/v],
		['up24h', undefined],
		['up24h<', /^it takes <99\.5%/v],
		['up25h<99%', /^is it up24h\?$/v],
		['name>5', /^it takes a colon; only since, flaps, up24h, up7d and up30d compare$/v],
	] as const) {
		const [ignored] = parseFilter(text).ignored;
		if (why === undefined) {
			assert.equal(ignored, undefined, text);
		} else {
			assert.match(ignored?.why ?? '', why, text);
		}
	}
});

test('a share that is known of no instance makes what is counted by it unknowable', () => {
	const doubts = (text: string) => runAtOnce(findDoubts(parseFilter(text), rows, noon));
	assert.deepEqual(doubts('up24h<1% up7d<1%'), []);
	assert.deepEqual(doubts('-up30d<99.9%'), [
		{
			text: '-up30d<99.9%', why: 'too little was seen to tell up30d of any instance', isMistake: true, isUnknowable: true,
		},
	]);
});

test('shares are wanted by a column, a sort or a filter, and by nothing else', () => {
	const wants = (spec: string, by: Sort['by'], filter: string) => {
		const chosen = chooseColumns(spec);
		return requiresShares({
			columns: chosen.kind === 'ok' ? chosen.columns : assert.fail(spec), sort: {...healthFirst, by}, filters: [parseFilter(''), parseFilter(filter)],
		});
	};

	assert.deepEqual([
		wants('name,since', 'since', 'since>5m up24h'),
		wants('name,up7d', 'health', ''),
		wants('name', 'up30d', ''),
		wants('name', 'health', 'sales -up24h<99%'),
	], [false, true, true, true]);
});
