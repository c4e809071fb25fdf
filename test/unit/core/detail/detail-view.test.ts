import assert from 'node:assert/strict';
import {test} from 'node:test';
import {initialDetail, openSection, type DetailView} from '../../../../source/core/detail/detail-view.js';
import {noon} from '../../../helpers/fleet.js';

const open: DetailView = {
	section: 'chatwoot', field: 4, key: 'chatwoot.url', line: 2, revealedUntil: noon, find: 'x',
};

test('another section begins at its first field with the secrets masked; what is searched for stays', () => {
	assert.deepEqual(openSection(open, 'proxy'), {...initialDetail, section: 'proxy', find: 'x'});
});

test('the section of the cursor begins at its first field again, and what is revealed in it stays so', () => {
	assert.deepEqual(openSection(open, 'chatwoot'), {
		...initialDetail, section: 'chatwoot', find: 'x', revealedUntil: noon,
	});
});
