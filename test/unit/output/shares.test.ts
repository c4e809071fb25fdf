import assert from 'node:assert/strict';
import test from 'node:test';
import {parse} from 'csv-parse/sync';
import parsePrometheus from 'parse-prometheus-text-format';
import {parseThreshold} from '../../../source/cli/values/range.js';
import {runAtOnce} from '../../../source/core/polling/slices.js';
import {writeCsv} from '../../../source/output/csv.js';
import {writeJson, writeNdjson} from '../../../source/output/json.js';
import {checkListing} from '../../../source/output/nagios.js';
import {writePrometheus} from '../../../source/output/prometheus.js';
import type {ToldShares} from '../../helpers/history/told-shares.js';
import {columnsOf, listingOf} from './listing.js';

const items = [{name: 'half'}, {name: 'new'}];
const told: ToldShares = {half: {up24h: [12, 24], up7d: [2, 3], up30d: [710.123, 720]}, new: {up24h: [0.5, 0.5]}};

type Computed = {readonly ryzetop: Readonly<Record<string, unknown>>};

test('in JSON each share is a number, or null where too little was seen, in the document and in the lines alike', () => {
	const listing = listingOf(items, '', told);
	const {instances} = JSON.parse(runAtOnce(writeJson(listing, {isRevealed: false}))) as {readonly instances: readonly Computed[]};
	const lines = runAtOnce(writeNdjson(listing, {isRevealed: false})).trimEnd().split('\n').map(line => JSON.parse(line) as Computed);
	for (const list of [instances, lines]) {
		assert.deepEqual(list.map(({ryzetop: {up24h, up7d, up30d}}) => [up24h, up7d, up30d]), [[0.5, null, 0.9862], [null, null, null]]);
	}
});

test('in CSV a share is a plain number, and nothing where it is not known', () => {
	const text = runAtOnce(writeCsv(listingOf(items, '', told), {columns: columnsOf('name,up24h,up7d,up30d'), isRevealed: false, isTerminal: false}));
	assert.deepEqual(parse(text, {record_delimiter: '\r\n'}), [['name', 'up24h', 'up7d', 'up30d'], ['half', '0.5', '', '0.9862'], ['new', '', '', '']]);
});

test('Prometheus is given the shares that are known, and no other series of them', () => {
	const families = parsePrometheus(runAtOnce(writePrometheus(listingOf(items, '', told), {isTerminal: false})));
	assert.deepEqual(families.find(({name}) => name === 'ryzetop_instance_connected_ratio')?.metrics.map(({labels, value}) => [labels, value]), [
		[{account: 'api.example', name: 'half', window: '24h'}, '0.5'],
		[{account: 'api.example', name: 'half', window: '30d'}, '0.9862'],
	]);
	// When the states began was not seen by this one look.
	assert.equal(families.find(({name}) => name.includes('since')), undefined);
});

test('a filter by shares chooses what is listed', () => {
	assert.deepEqual(listingOf(items, 'up24h<99%', told).rows.map(({tracked}) => tracked.instance.name), ['half']);
});

test('a check by shares of which none is known is UNKNOWN, and says so once', () => {
	const warning = parseThreshold('0');
	const {code, text} = checkListing(listingOf(items, 'up7d<99%', told), {
		warning: warning.kind === 'value' ? warning.value : assert.fail(), critical: undefined, missing: [], counted: 'matches', whenEmpty: 'unknown',
	});
	assert.equal(code, 3);
	assert.match(text, /^RYZETOP UNKNOWN: 0 of 2 match; one look cannot tell of up7d<99%, and nothing is remembered; the monitor and watch can \|/v);
});
