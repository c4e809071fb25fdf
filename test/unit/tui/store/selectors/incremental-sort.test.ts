import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type {Row} from '../../../../../source/core/fleet/row.js';
import {runAtOnce} from '../../../../../source/core/polling/slices.js';
import {coarseStep, describeCoarsely} from '../../../../../source/core/text/duration.js';
import {sortRows, type Sort} from '../../../../../source/core/columns/sort.js';
import {sortAgain} from '../../../../../source/tui/store/selectors/incremental-sort.js';
import {rowsOf, watch, type Poll} from '../../../../helpers/watch-polls.js';
import {tries} from '../../../../helpers/properties/tries.js';

const item = fc.record({name: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'inst-2', 'inst-10'), state: fc.constantFrom('connected', 'disconnected', 'loggedout', 'connecting')});
const poll = fc.uniqueArray(item, {selector: ({name}) => name, maxLength: 7});
const sorts: readonly Sort[] = [{by: 'health', isReversed: false}, {by: 'health', isReversed: true}, {by: 'name', isReversed: false}, {by: 'state', isReversed: true}];

test('poll after poll the order is the one that sorting anew would give', () => {
	fc.assert(fc.property(fc.array(poll, {maxLength: 6}), fc.constantFrom(...sorts), (steps, sort) => {
		const polls: Poll[] = [];
		let previous: readonly Row[] = [];
		for (const [index, items] of steps.entries()) {
			polls.push([index * 5, items]);
			const rows = rowsOf(watch(...polls).inventory);
			previous = runAtOnce(sortAgain(previous, rows, sort));
			assert.deepEqual(previous, sortRows(rows, sort));
		}
	}), {numRuns: tries(100)});
});

test('two lengths of time are of one step exactly if they are told in the same words', () => {
	fc.assert(fc.property(fc.integer({min: 0, max: 400_000_000}), fc.integer({min: 0, max: 400_000_000}), (one, other) => {
		assert.equal(coarseStep(one) === coarseStep(other), describeCoarsely(one) === describeCoarsely(other));
	}));
});
