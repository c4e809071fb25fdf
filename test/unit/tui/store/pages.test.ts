import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {blockNames} from '../../../../source/core/blocks/blocks.js';
import {initialDetail, openSection, type DetailView} from '../../../../source/core/detail/detail-view.js';
import {moveCursor} from '../../../../source/core/detail/move-cursor.js';
import {scrollTo} from '../../../../source/core/detail/scroll.js';
import {divideScreen, type DetailBox} from '../../../../source/core/screen/geometry.js';
import {lineWidth} from '../../../../source/core/screen/line.js';
import {unicodeSymbols} from '../../../../source/core/screen/symbols.js';
import type {Subject} from '../../../../source/core/sections/section.js';
import {sectionIds} from '../../../../source/core/sections/sections.js';
import {createPages} from '../../../../source/tui/store/pages.js';
import {subjectAsItCame, subjectOf, textOf} from '../../../helpers/watch-polls.js';
import {tries} from '../../../helpers/properties/tries.js';

function boxAt(columns: number, rows: number): DetailBox {
	const geometry = divideScreen({columns, rows}, {fills: 'detail', isPaneOpen: true, hasEvents: false});
	assert.ok(geometry.kind === 'full' && geometry.detail !== undefined);
	return geometry.detail;
}

test('at any size, of any instance, wherever the cursor is: no line is too wide, the box is full, and the field is in sight', () => {
	const fields = fc.dictionary(fc.constantFrom('enabled', 'url', 'name', 'state', 'status', 'apiToken', 'events', 'other'), fc.jsonValue({maxDepth: 2}));
	const item = fc.record(Object.fromEntries([...blockNames, 'status', 'id', 'extra'].map(name => [name, fc.oneof(fields, fc.jsonValue({maxDepth: 2}))])), {requiredKeys: []});
	const keys = fc.array(fc.oneof(fc.constantFrom(1, -1, 9, -9, Infinity, -Infinity), fc.constantFrom(...sectionIds)), {maxLength: 6});
	fc.assert(fc.property(item, fc.integer({min: 40, max: 220}), fc.integer({min: 8, max: 60}), keys, fc.boolean(), (came, columns, rows, pressed, isShown) => {
		const subject = subjectAsItCame({...came, name: 'sales'});
		const pages = createPages(unicodeSymbols);
		const box = boxAt(columns, rows);
		const {width, height} = box.fields;
		let view: DetailView = {...initialDetail, revealedUntil: isShown ? subject.now + 1 : undefined};
		for (const key of pressed) {
			const page = pages(view, subject, box);
			view = typeof key === 'number' ? {...view, ...moveCursor(page, view, key, height)} : openSection(view, key);
		}

		const page = pages(view, subject, box);
		const {lines, above, below} = scrollTo(page, view, height);
		assert.ok(page.entries.flatMap(entry => entry.lines).every(line => lineWidth(line) <= width));
		assert.equal(lines.length, Math.min(height, page.length));
		assert.equal(above + lines.length + below, page.length);
		assert.ok(lines.some(({isAtCursor}) => isAtCursor));
	}), {numRuns: tries(40)});
});

const item = {
	name: 'sales', chatwoot: {enabled: true, apiToken: 'zz-chatwoot'}, proxy: {password: 'zz-proxy'}, more: ['x'.repeat(1000)],
};
const box = boxAt(80, 20);

/** The sections that are the same objects in two pages: those that were not laid out again. */
const kept = (view: DetailView, subject: Subject, later: DetailView, laterSubject: Subject) => {
	const pages = createPages(unicodeSymbols);
	const before = new Set(pages(view, subject, box).entries);
	const after = pages(later, laterSubject, box).entries;
	return sectionIds.filter(id => after.filter(({section}) => section === id).every(entry => before.has(entry)));
};

test('a key that moves the cursor, and the frame after it, lay out nothing again; a second later only what tells times is', () => {
	const subject = subjectOf(item);
	const moved = {...initialDetail, field: 3, line: 4};
	assert.deepEqual(kept(initialDetail, subject, moved, {...subject, now: subject.now + 20}), sectionIds);
	assert.deepEqual(kept(initialDetail, subject, moved, {...subject, now: subject.now + 1000}), sectionIds.filter(id => id !== 'connection' && id !== 'history'));
});

test('x lays out and shows the section under the cursor alone', () => {
	const subject = subjectOf(item);
	const view = openSection(initialDetail, 'chatwoot');
	const shown = {...view, revealedUntil: subject.now + 1000};
	assert.deepEqual(kept(view, subject, shown, subject), sectionIds.filter(id => id !== 'chatwoot'));
	const text = createPages(unicodeSymbols)(shown, subject, box).entries.flatMap(({lines}) => lines.map(line => textOf(line))).join('\n');
	assert.match(text, /zz-chatwoot/v);
	assert.doesNotMatch(text, /zz-proxy/v);
});

test('the search finds in all sections, and not in what is masked', () => {
	const subject = subjectOf({...item, profile: {name: 'Chatwoot friend'}});
	const found = (find: string) => {
		const {entries} = createPages(unicodeSymbols)({...initialDetail, find}, subject, box);
		return entries.filter(({isFound}) => isFound).map(({section, path}) => `${section} ${path}`);
	};

	assert.deepEqual(found('friend'), ['profile profile.name', 'json profile.name']);
	assert.deepEqual(found('zz-'), []);
});
