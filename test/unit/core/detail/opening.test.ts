import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openingPlace} from '../../../../source/core/detail/opening.js';
import {oddities} from '../../../../source/core/instance/oddities.js';
import {sectionIds, sections, type SectionId} from '../../../../source/core/sections/sections.js';
import type {WireItem} from '../../../helpers/fleet.js';
import {
	rowOfItem,
	rowsOf,
	subjectOf,
	watch,
} from '../../../helpers/watch-polls.js';

const fine: WireItem = {name: 'sales', state: 'connected', numberJid: '5511999990001@s.whatsapp.net'};

const opens = (item: WireItem) => {
	const {section, key} = openingPlace(rowOfItem(item));
	return [section, key];
};

test('the detail opens at the first field that the reasons speak of', () => {
	const cases: ReadonlyArray<readonly [item: WireItem, section: SectionId, key: string | undefined]> = [
		[fine, 'connection', undefined],
		[{...fine, state: 'disconnected', chatwoot: {enabled: true, status: 'error'}}, 'connection', undefined],
		[{...fine, chatwoot: {enabled: true, status: 'error'}}, 'chatwoot', 'chatwoot.status'],
		[{...fine, chatwoot: {enabled: true, status: 'paused'}}, 'chatwoot', 'chatwoot.status'],
		[{...fine, proxy: {enabled: true, host: ''}}, 'proxy', 'proxy.host'],
		[{...fine, webhook: {enabled: true, url: null}, proxy: {enabled: true}}, 'webhook', 'webhook.url'],
		[{...fine, status: 'connecting'}, 'connection', 'status'],
		[{...fine, s3: ['what']}, 's3', undefined],
	];
	for (const [item, section, key] of cases) {
		assert.deepEqual(opens(item), [section, key], JSON.stringify(item));
	}
});

test('one that has left the list opens at the top, whatever was wrong with it', () => {
	const odd = {...fine, chatwoot: {enabled: true, status: 'error'}};
	const rows = rowsOf(watch([0, [odd, {name: 'other'}]], [20, [{name: 'other'}]]).inventory);
	const gone = rows.find(({tracked}) => tracked.gone !== undefined);
	assert.ok(gone);
	assert.equal(openingPlace(gone).section, 'connection');
});

test('one that flaps opens where its changes are counted', () => {
	const polls = [0, 1, 2, 3, 4, 5, 6].map(poll => [poll * 20, [{...fine, state: poll % 2 === 0 ? 'connected' : 'disconnected'}]] as const);
	const [row] = rowsOf(watch(...polls).inventory);
	assert.ok(row?.isFlapping);
	const {section, key} = openingPlace(row);
	assert.deepEqual([section, key], ['history', 'Changes']);
});

test('the field of every oddity is in the section of its block', () => {
	const subject = subjectOf({name: 'sales'});
	for (const {id, path} of oddities) {
		if (path === undefined) {
			continue;
		}

		const [block = ''] = path.split('.', 1);
		const section = sectionIds.find(name => name === block) ?? 'connection';
		assert.ok(sections[section].fields(subject).some(field => field.path === path), id);
	}
});
