import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {blockNames} from '../../../../source/core/blocks/blocks.js';
import {itemNames} from '../../../../source/core/blocks/item.js';
import {lineWidth} from '../../../../source/core/screen/line.js';
import {layoutSection} from '../../../../source/core/detail/layout.js';
import type {Subject} from '../../../../source/core/sections/section.js';
import {sectionIds, sections, type SectionId} from '../../../../source/core/sections/sections.js';
import {unicodeSymbols} from '../../../../source/core/screen/symbols.js';
import {subjectAsItCame, subjectOf, textOf} from '../../../helpers/watch-polls.js';
import {tries} from '../../../helpers/properties/tries.js';

const layout = (id: SectionId, subject: Subject, width: number, isRevealed = false) => layoutSection(id, subject, {
	width, isRevealed, symbols: unicodeSymbols, find: '',
});

test('a value of ten thousand characters wraps, and nothing of it is lost', () => {
	const long = Array.from({length: 2000}, (_, index) => String(index).padStart(5, '0')).join('');
	const subject = subjectOf({name: 'sales', profile: {name: long}, chatwoot: {enabled: true, inboxName: long, notes: long}});
	for (const width of [20, 37, 60, 200]) {
		for (const [id, path] of [['profile', 'profile.name'], ['chatwoot', 'chatwoot.inboxName'], ['chatwoot', 'chatwoot.notes'], ['json', 'profile.name']] as const) {
			const lines = layout(id, subject, width).find(found => found.path === path)?.lines ?? [];
			assert.ok(lines.every(line => lineWidth(line) <= width), path);
			assert.ok(lines.map(line => textOf(line.slice(id === 'json' ? 0 : 1)).trim()).join('').includes(long), `${path} in ${width}`);
		}
	}
});

test('a thousand undocumented fields are all there, however long their names', () => {
	const name = (index: number) => `${'x'.repeat(index % 60)}${index}`;
	const extra = Object.fromEntries(Array.from({length: 1000}, (_, index) => [`f-${name(index)}`, index]));
	const entries = layout('settings', subjectOf({name: 'sales', settings: extra}), 40);
	const unknown = entries.filter(({path}) => path.startsWith('settings.f-'));
	assert.deepEqual(unknown.map(({path}) => path), Object.keys(extra).map(key => `settings.${key}`));
	assert.ok(entries.flatMap(({lines}) => lines).every(line => lineWidth(line) <= 40));
	const labels = unknown.map(({lines}) => lines.map(([label]) => label?.text.trim()).join(''));
	assert.deepEqual(labels, Object.keys(extra));
});

test('whatever comes in whatever place is laid out within its width', () => {
	const item = fc.record(Object.fromEntries([...blockNames, ...itemNames, 'extra'].map(field => [field, fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom('enabled', 'url', 'name', 'state', 'status', 'apiToken', 'numberJid', 'events', 'other'), fc.jsonValue()))])), {requiredKeys: []});
	fc.assert(fc.property(item, fc.integer({min: 20, max: 120}), fc.boolean(), (fields, width, isRevealed) => {
		const subject = subjectAsItCame({...fields, name: 'sales'});
		for (const id of sectionIds) {
			sections[id].standing(subject);
			for (const {lines} of layout(id, subject, width, isRevealed)) {
				assert.ok(lines.length > 0);
				assert.ok(lines.every(line => lineWidth(line) <= width), `${id} in ${width}`);
			}
		}
	}), {numRuns: tries(100)});
});

test('of a value that nobody reads to its end the detail shows the beginning, and tells how much more there is', () => {
	const long = 'x'.repeat(1_000_000);
	const subject = subjectOf({
		name: 'sales', profile: {name: long}, chatwoot: {apiToken: long}, more: [long],
	});
	const shown = (id: SectionId, path: string, isRevealed = false) => layout(id, subject, 80, isRevealed)
		.find(found => found.path === path)?.lines.map(line => textOf(line)).join('').replaceAll(/\s/gv, '') ?? '';
	for (const text of [shown('profile', 'profile.name'), shown('chatwoot', 'chatwoot.apiToken', true), shown('connection', 'more'), shown('json', 'profile.name')]) {
		assert.ok(text.includes('x'.repeat(19_000)));
		assert.match(text, /…[\d,]+morecharacters/v);
		assert.ok(text.length < 21_000, String(text.length));
	}
});

test('a section of many long values is not drawn to the end of each', () => {
	const extra = Object.fromEntries(Array.from({length: 25}, (_, index) => [`f${index}`, 'x'.repeat(20_000)]));
	const subject = subjectOf({name: 'sales', settings: extra});
	for (const id of ['settings', 'json'] as const) {
		const cells = layout(id, subject, 80).flatMap(({lines}) => lines).reduce((sum, line) => sum + textOf(line).length, 0);
		assert.ok(cells < 200_000, `${id}: ${cells}`);
	}
});

test('the path of a field is short, however long the names around it', () => {
	const name = 'n'.repeat(100_000);
	const subject = subjectOf({name: 'sales', [name]: {[name]: {[name]: 1}}});
	assert.ok(layout('json', subject, 80).every(({path}) => path.length < 1000));
});
