import {
	blocks,
	integrations,
	settingNames,
	type Integration,
	type SettingName,
} from '../blocks/blocks.js';
import type {
	BlockFields,
	FieldKind,
	FieldTable,
	FieldValue,
} from '../blocks/descriptor.js';
import {fieldOf, valueOf, type Block} from '../blocks/field.js';
import {fieldText} from '../blocks/field-text.js';
import type {Row} from '../fleet/row.js';
import type {Standing} from '../instance/integration.js';
import {recordOf} from '../text/record-of.js';
import {
	choiceField,
	textField,
	type FilterField,
	type Test,
} from './field.js';

/** Fields of the integrations, by their names. */
export const integrationFields: Readonly<Record<Integration, FilterField>> = recordOf(integrations, name => {
	const index = integrations.indexOf(name);
	return integrationField(blocks[name].fields, ({tracked}) => tracked.instance.item[name], ({facts}) => facts.integrations[index] ?? 'missing');
});

/** Fields of the settings, by their names in lower case. */
export const settingFields: Readonly<Record<string, FilterField>> = Object.fromEntries(settingNames.map(name => [
	name.toLowerCase(),
	{...valueField(blocks.settings.fields[name].kind, row => settingOf(row, name)), name},
]));

function settingOf({tracked: {instance}}: Row, name: SettingName): FieldValue | undefined {
	return valueOf<FieldValue>(fieldOf(instance.item.settings, name));
}

/**
Makes the field of an integration: its standing, and the documented words of its fields.
`on` tests the flag `enabled` alone, so that an integration in trouble can be found by `on` too.
*/
export function integrationField(
	table: FieldTable,
	read: (row: Row) => Block<BlockFields>,
	standing: (row: Row) => Standing,
): FilterField {
	const valueIn = (row: Row, name: string) => valueOf<FieldValue>(fieldOf(read(row), name) ?? {kind: 'missing'});
	const testStanding = (wanted: Standing): Test => row => standing(row) === wanted;
	const words = Object.entries(table).flatMap(([name, field]) => (field.words ?? []).map((word): [string, Test] => [
		word,
		row => valueIn(row, name) === word,
	]));
	return choiceField({
		on: row => valueIn(row, 'enabled') === true,
		off: testStanding('off'),
		trouble: testStanding('trouble'),
		missing: testStanding('missing'),
		...Object.fromEntries(words),
	});
}

/** Makes the field of one value by its kind: a flag is on or off, every other kind is found by a part of what its column shows. */
export function valueField(kind: FieldKind, read: (row: Row) => FieldValue | undefined): FilterField {
	return kind === 'flag'
		? choiceField({on: row => read(row) === true, off: row => read(row) === false})
		: textField(row => fieldText(read(row)));
}
