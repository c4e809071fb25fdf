import assert from 'node:assert/strict';
import {test} from 'node:test';
import {columns} from '../../../../source/core/columns/columns.js';
import {readVisit, writeVisits, type LastVisit} from '../../../../source/core/view/last-visit.js';
import {initialView, noFilter} from '../../../../source/core/view/view-state.js';

const visit: LastVisit = {
	place: 'timeline',
	sort: {by: 'since', isReversed: true},
	columns: [columns.state, columns.name],
	filter: {
		...noFilter, text: 'sales -is:known', state: 'loggedout', isTroubleOnly: true,
	},
};
const write = (name: string, shown: LastVisit = visit, former?: string) => writeVisits(former, name, shown, text => text.includes('hidden'));

test('what was shown last is read as it was written, of each set of accounts its own', () => {
	const note = write('lab', {...visit, sort: {by: 'health', isReversed: false}, columns: undefined}, write('prod'));
	assert.deepEqual(readVisit(note, 'prod'), visit);
	assert.deepEqual(readVisit(note, 'lab'), {...visit, sort: {by: 'health', isReversed: false}, columns: undefined});
	assert.deepEqual([readVisit(note, 'other'), readVisit(note, 'toString')], ['none', 'none']);
});

test('the detail is not begun with, and a filter with a secret is not written', () => {
	const note = write('prod', {...initialView, place: 'detail', filter: {...noFilter, text: 'hidden'}});
	assert.doesNotMatch(note, /hidden/v);
	assert.deepEqual(readVisit(note, 'prod'), {
		place: 'grid', sort: initialView.sort, columns: undefined, filter: noFilter,
	});
});

test('the note keeps the visits of twenty sets of accounts', () => {
	let notes = '';
	for (let index = 0; index < 30; index++) {
		notes = write(`account-${index}`, visit, notes);
	}

	assert.deepEqual([readVisit(notes, 'account-9'), readVisit(notes, 'account-10'), readVisit(notes, 'account-29')], ['none', visit, visit]);
});

test('a note that is damaged, or of another version, is broken, and written anew', () => {
	const good = write('prod');
	for (const note of ['', '{', '[]', 'null', good.slice(0, -5), good.replace('"version":1', '"version":2'), good.replace('-since', 'nothing'), good.replace('"name"', '"nome"'), good.replace('timeline', 'page'), '{"version":1,"visits":{"prod":3}}']) {
		assert.equal(readVisit(note, 'prod'), 'broken', note);
		assert.deepEqual(readVisit(write('prod', visit, note), 'prod'), visit);
	}
});
