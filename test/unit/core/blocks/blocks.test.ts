import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	blockNames,
	blocks,
	blocksWithColumn,
	integrations,
	settingNames,
} from '../../../../source/core/blocks/blocks.js';
import type {FieldTable} from '../../../../source/core/blocks/descriptor.js';
import {itemFields} from '../../../../source/core/blocks/item.js';
import {blockColumns, settingColumns} from '../../../../source/core/columns/block-columns.js';
import {columnNames, defaultColumns, severalColumns} from '../../../../source/core/columns/choose.js';
import {columnTable} from '../../../../source/core/columns/column-table.js';
import {columns} from '../../../../source/core/columns/columns.js';
import {integrationFields, settingFields} from '../../../../source/core/filter/block-fields.js';
import {filterFields} from '../../../../source/core/filter/fields.js';
import {sectionIds, sections} from '../../../../source/core/sections/sections.js';
import {cellWidth} from '../../../../source/core/text/measure.js';
import {isSecretName} from '../../../../source/core/text/secret-name.js';

const tables: ReadonlyArray<readonly [string, FieldTable]> = [
	['the item', itemFields],
	...blockNames.map((name): readonly [string, FieldTable] => [name, blocks[name].fields]),
];

test('every block has a section of its title, which fits into the list of sections', () => {
	assert.deepEqual(sectionIds.slice(0, blockNames.length), blockNames);
	for (const name of blockNames) {
		assert.equal(sections[name].title, blocks[name].title);
		assert.ok(cellWidth(blocks[name].title) < 11, name);
	}
});

test('every integration has a letter of one cell that no other has', () => {
	const letters = integrations.map(name => blocks[name].letter);
	assert.deepEqual(letters.filter((letter, index) => cellWidth(letter) !== 1 || letters.indexOf(letter) !== index), []);
	assert.equal(columns.integrations.title, letters.join(''));
});

test('a field is a secret if it is named like one, so that the JSON and other programs never see it unmasked', () => {
	for (const [table, fields] of tables) {
		for (const [name, {kind}] of Object.entries(fields)) {
			assert.equal(isSecretName(name), kind === 'secret', `${name} of ${table}`);
		}
	}
});

test('no two fields of a block have one label, and no two documented words of a block are alike', () => {
	for (const [table, fields] of tables) {
		const labels = Object.values(fields).map(({label}) => label);
		assert.equal(new Set(labels).size, labels.length, table);
		const words = ['on', 'off', 'trouble', 'missing', ...Object.values(fields).flatMap(field => field.words ?? [])];
		assert.equal(new Set(words).size, words.length, table);
		assert.deepEqual(words.filter(word => word !== word.toLowerCase()), [], table);
	}
});

test('no block and no setting takes the name of another column', () => {
	for (const name of blocksWithColumn) {
		assert.equal(columnTable[name], blockColumns[name]);
	}

	for (const name of settingNames) {
		assert.equal(columnTable[name], settingColumns[name]);
	}

	assert.deepEqual(columnNames.slice(-settingNames.length), settingNames);
	const folded = columnNames.map(name => name.toLowerCase());
	assert.equal(new Set(folded).size, folded.length);
});

test('no integration and no setting takes the name of another filter field', () => {
	const names = Object.keys(filterFields);
	const start = names.indexOf(integrations[0] ?? '');
	assert.deepEqual(names.slice(start, start + integrations.length), integrations);
	assert.deepEqual(integrations.filter(name => filterFields[name] !== integrationFields[name]), []);
	assert.deepEqual(names.slice(-settingNames.length), Object.keys(settingFields));
	assert.deepEqual(names.filter(name => name !== name.toLowerCase()), []);
});

test('the usual columns are the first of the table, in its order', () => {
	assert.deepEqual(defaultColumns.map(({id}) => id), ['state', 'name', 'number', 'since', 'do', 'integrations', 'why', 'up24h', 'last24h', 'profile']);
	assert.deepEqual(columnNames.slice(0, severalColumns.length), severalColumns.map(({id}) => id));
});
