import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	divideScreen,
	listRows,
	menuRows,
	splitGap,
	type Fills,
} from '../../../../source/core/screen/geometry.js';

const range = (last: number, step: number) => Array.from({length: Math.ceil(last / step)}, (_, index) => 1 + (index * step));

test('on no screen is anything smaller than nothing or larger than the screen', () => {
	for (const columns of [...range(160, 1), ...range(500, 13), 500]) {
		for (const rows of [...range(40, 1), ...range(200, 9), 200]) {
			for (const [fills, isPaneOpen] of [['grid', false], ['grid', true], ['detail', true], ['body', false]] as const) {
				const geometry = divideScreen({columns, rows}, {fills, isPaneOpen, hasEvents: rows % 2 === 0});
				if (geometry.kind === 'summary') {
					continue;
				}

				const {body, grid, events, detail} = geometry;
				const boxes = [body, grid, events, detail, detail?.fields].filter(box => box !== undefined);
				assert.ok(boxes.every(({width, height}) => width >= 1 && width <= columns && height >= 1 && height <= body.height), `${fills} at ${columns}×${rows}`);
				assert.ok(body.height < rows);
				assert.ok(events === undefined || (grid !== undefined && grid.height + events.height < body.height));
				assert.ok(listRows(geometry) >= 1);
				assert.ok((detail?.fields.width ?? 0) < (detail?.width ?? 1));
				assert.ok(grid === undefined || detail === undefined || grid.width + splitGap + detail.width === columns);
			}
		}
	}
});

test('below 40 by 8 a summary is all there is', () => {
	for (const [columns, rows, kind] of [[1, 1, 'summary'], [39, 50, 'summary'], [200, 7, 'summary'], [40, 8, 'full'], [500, 200, 'full']] as const) {
		assert.equal(divideScreen({columns, rows}, {fills: 'grid', isPaneOpen: false, hasEvents: true}).kind, kind, `${columns}×${rows}`);
	}
});

/** The parts of a screen of 30 rows. */
const partsAt = (columns: number, fills: Fills, isPaneOpen = false) => {
	const geometry = divideScreen({columns, rows: 30}, {fills, isPaneOpen, hasEvents: false});
	return geometry.kind === 'full' ? {hasGrid: geometry.grid !== undefined, sectionsAt: geometry.detail?.sectionsAt} : undefined;
};

test('from 140 columns the detail opens beside the grid, below that it takes the body', () => {
	assert.deepEqual(partsAt(139, 'detail'), {hasGrid: false, sectionsAt: 'left'});
	assert.deepEqual(partsAt(140, 'detail'), {hasGrid: true, sectionsAt: 'left'});
	assert.deepEqual(partsAt(200, 'grid'), {hasGrid: true, sectionsAt: undefined});
	assert.deepEqual(partsAt(200, 'body'), {hasGrid: false, sectionsAt: undefined});
});

test('a narrow detail has its sections across the top', () => {
	assert.equal(partsAt(65, 'detail')?.sectionsAt, 'top');
	assert.equal(partsAt(66, 'detail')?.sectionsAt, 'left');
});

test('an open pane stays beside the grid that has the keys, where there is room for both', () => {
	assert.deepEqual(partsAt(140, 'grid', true), {hasGrid: true, sectionsAt: 'left'});
	assert.deepEqual(partsAt(139, 'grid', true), {hasGrid: true, sectionsAt: undefined});
	assert.deepEqual(partsAt(200, 'body', true), {hasGrid: false, sectionsAt: undefined});
});

test('from 160 by 30 the latest events stand below the grid, as long as it is alone and anything has happened', () => {
	const eventsAt = (columns: number, rows: number, {fills = 'grid', isPaneOpen = false, hasEvents = true}: {
		readonly fills?: Fills; readonly isPaneOpen?: boolean; readonly hasEvents?: boolean;
	} = {}) => {
		const geometry = divideScreen({columns, rows}, {fills, isPaneOpen, hasEvents});
		return geometry.kind === 'full' ? [geometry.grid?.height, geometry.events?.height] : [];
	};

	assert.deepEqual(eventsAt(160, 30), [19, 7]);
	assert.deepEqual(eventsAt(200, 50), [35, 11]);
	assert.deepEqual(eventsAt(500, 200), [185, 11]);
	assert.deepEqual(eventsAt(159, 30), [26, undefined]);
	assert.deepEqual(eventsAt(160, 29), [25, undefined]);
	assert.deepEqual(eventsAt(160, 30, {hasEvents: false}), [26, undefined]);
	assert.deepEqual(eventsAt(160, 30, {isPaneOpen: true}), [26, undefined]);
	assert.deepEqual(eventsAt(160, 30, {fills: 'detail'}), [26, undefined]);
	assert.deepEqual(eventsAt(160, 30, {fills: 'body'}), [undefined, undefined]);
});

test('a menu stands below the body, which it leaves as much as it needs, or takes whole', () => {
	for (const [columns, rows, menu, body] of [[80, 20, 9, 8], [200, 50, 20, 27], [40, 8, 5, 5], [60, 15, 12, 12]] as const) {
		const geometry = divideScreen({columns, rows}, {
			fills: 'grid', isPaneOpen: false, hasEvents: true, hasMenu: true,
		});
		assert.strictEqual(geometry.kind, 'full');
		assert.deepEqual([geometry.menu?.height, geometry.body.height, geometry.events], [menu, body, undefined], `${columns}×${rows}`);
		assert.equal(geometry.menu?.isAlone, rows < 17);
		assert.equal(menuRows(geometry), rows < 17 ? menu - 1 : menu - 2);
	}
});
