import assert from 'node:assert/strict';
import {runAtOnce} from '../../../source/core/polling/slices.js';
import {healthFirst} from '../../../source/core/columns/sort.js';
import {parseFilter} from '../../../source/core/filter/parse.js';
import type {Fleet} from '../../../source/core/fleet/fleet.js';
import {unicodeSymbols} from '../../../source/core/screen/symbols.js';
import {writeCsv} from '../../../source/output/csv.js';
import {createEventStream} from '../../../source/output/watch/event-stream.js';
import {writeJson, writeNdjson} from '../../../source/output/json.js';
import {listFleet} from '../../../source/output/listing.js';
import {checkListing} from '../../../source/output/nagios.js';
import {writePrometheus} from '../../../source/output/prometheus.js';
import {writeTable} from '../../../source/output/table.js';
import type {Random} from '../../../source/simulator/instances/random.js';
import {account} from '../../../test/helpers/fleet.js';
import {allColumns} from './look-at-screen.js';
import type {LookFor} from './look-for.js';
import type {Stopwatch} from './stopwatch.js';

export type Written = {
	readonly random: Random;
	readonly look: LookFor;
	readonly fleet: Fleet;
	readonly before: Fleet;
	readonly now: number;
	readonly stopwatch: Stopwatch;
};

const any = parseFilter('');

const noneNeeded = {
	from: 0, to: 0, isInside: false, isShare: false,
};

/** Looks at what the commands write of a fleet, to a terminal and to other programs. */
export function lookAtOutput({random, look, fleet, before, now, stopwatch}: Written): void {
	const write = (what: string, make: () => string) => stopwatch.measureNow(what, make);
	const listing = stopwatch.measureNow('the listing', () => runAtOnce(listFleet(fleet, {
		asked: [{
			account, url: 'https://fuzz.example', at: now, trouble: undefined,
		}], filter: any, sort: random.chance(0.5) ? healthFirst : {by: 'number', isReversed: false},
	})));
	const isTerminal = random.chance(0.5);
	const lookAt = isTerminal ? look.lines : look.raw;
	const json = write('JSON', () => runAtOnce(writeJson(listing, {isRevealed: false})));
	look.json(json, 'JSON');
	JSON.parse(json);
	switch (random.between(0, 3)) {
		case 0: {
			const ndjson = write('NDJSON', () => runAtOnce(writeNdjson(listing, {isRevealed: false})));
			look.json(ndjson, 'NDJSON');
			assert.equal(ndjson.split('\n').length, listing.rows.length + 1, 'NDJSON has a line for each instance');
			break;
		}

		case 1: {
			lookAt(write('CSV', () => runAtOnce(writeCsv(listing, {columns: allColumns, isRevealed: false, isTerminal}))), 'CSV');
			break;
		}

		case 2: {
			const metrics = write('Prometheus', () => runAtOnce(writePrometheus(listing, {isTerminal})));
			lookAt(metrics, 'Prometheus');
			assert.ok(metrics.split('\n').every(line => line === '' || /^(?:# |ryzetop_)/v.test(line)), 'each line of Prometheus is a metric or a comment');
			break;
		}

		default: {
			const width = isTerminal ? random.between(20, 250) : undefined;
			look.lines(write('the table', () => runAtOnce(writeTable(listing.rows, {columns: allColumns, symbols: unicodeSymbols, width}))), 'the table');
		}
	}

	const {text} = stopwatch.measureNow('the check', () => checkListing(listing, {
		warning: noneNeeded, critical: undefined, missing: [], counted: 'action', whenEmpty: 'unknown',
	}));
	look.lines(text, 'the check');
	assert.ok(text.length <= 4100, 'the check fits into a plugin\'s output');
	for (const line of runAtOnce(createEventStream({filter: any, hasInitial: true})(before, fleet, now))) {
		look.json(line, 'the events of watch');
	}
}
