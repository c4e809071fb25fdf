import assert from 'node:assert/strict';
import {test} from 'node:test';
import {chooseColumns, columnNames} from '../../../../../source/core/columns/choose.js';
import type {Column} from '../../../../../source/core/columns/column.js';
import {columnMeanings} from '../../../../../source/core/columns/meanings.js';
import {healthFirst} from '../../../../../source/core/columns/sort.js';
import {
	columnId,
	columnItems,
	columnsLine,
	orderColumns,
	toggleColumn,
} from '../../../../../source/core/view/menu/column-items.js';
import {viewLines} from '../../../../../source/core/view/menu/view-items.js';
import {monitorOf} from '../../../config/configuring.js';

function chosen(spec: string): readonly Column[] {
	const result = chooseColumns(spec);
	return result.kind === 'ok' ? result.columns : assert.fail(spec);
}

const idsOf = (columns: readonly Column[] | undefined) => columns?.map(({id}) => id);

test('all columns are listed with what they show, those that are shown first, and why one is not in sight', () => {
	const items = columnItems({chosen: chosen('name,why,up7d'), inSight: ['name'], inSightIfTold: ['name', 'why']});
	assert.deepEqual(items.slice(0, 4).map(({mark, label, right}) => [mark, label, right]), [
		['[x]', 'name', ''], ['[x]', 'why', 'nothing to tell'], ['[x]', 'up7d', 'no room'], ['[ ]', 'state', ''],
	]);
	assert.deepEqual(items.map(({label}) => label).toSorted(), columnNames.toSorted());
	assert.ok(Object.values(columnMeanings).every(words => words !== '' && words.length < 70));
});

test('a column comes where it stands in the menu, leaves, and the last one stays', () => {
	const order = ['state', 'since', 'name', 'do'].map(id => `column:${id}`);
	const two = chosen('state,name');
	assert.deepEqual(idsOf(toggleColumn(two, 'since', order)), ['state', 'since', 'name']);
	assert.deepEqual(idsOf(toggleColumn(two, 'state', order)), ['name']);
	assert.equal(toggleColumn(chosen('name'), 'name', order), undefined);
	assert.deepEqual(idsOf(orderColumns(two, order.toReversed())), ['name', 'state']);
	assert.equal(columnId('since'), order[1]);
});

test('the lines for the config file are read as what was shown', async () => {
	assert.equal(columnsLine(chosen('name,state')), 'columns = ["name", "state"]');
	const columns = chosen('since,name');
	const sort = {by: 'name', isReversed: true} as const;
	const lines = viewLines({filter: 'is:odd "a b"', columns, sort}, 'mine');
	const read = await monitorOf({toml: [columnsLine(columns), ...lines].join('\n')});
	assert.deepEqual(idsOf(read.columns), ['since', 'name']);
	assert.deepEqual(read.views.map(view => ({...view, columns: idsOf(view.columns)})), [{
		name: 'mine', filter: 'is:odd "a b"', columns: ['since', 'name'], sort,
	}]);
	assert.deepEqual(viewLines({filter: '', columns: undefined, sort: healthFirst}), ['[[view]]', 'name = "mine"']);
});
