import assert from 'node:assert/strict';
import {test} from 'node:test';
import {blockReader} from '../../../../source/api/item/block-reader.js';
import {wholeBlock} from '../../../../source/core/instance/whole-item.js';
import {maskText} from '../../../../source/core/json/mask.js';
import {describeBlock, type FieldsOf, type FieldValue} from '../../../../source/core/blocks/descriptor.js';
import {isOn, valueOf, type Block} from '../../../../source/core/blocks/field.js';
import {blockColumn} from '../../../../source/core/columns/block-columns.js';
import {integrationField, valueField} from '../../../../source/core/filter/block-fields.js';
import {createTextReader} from '../../../../source/core/filter/row-texts.js';
import {blockStanding} from '../../../../source/core/instance/integration.js';
import {unicodeSymbols} from '../../../../source/core/screen/symbols.js';
import {blockSection} from '../../../../source/core/sections/block-section.js';
import {noon} from '../../../helpers/fleet.js';
import {rowOfItem, subjectOf, textOf} from '../../../helpers/watch-polls.js';

/** A block that no API has, with a field of every kind. */
const telegram = describeBlock({
	enabled: {kind: 'flag', label: 'Enabled'},
	bot: {kind: 'text', label: 'Bot', meaning: 'its name'},
	port: {kind: 'word-text', label: 'Port'},
	status: {kind: 'text', label: 'Status', words: ['idle', 'busy']},
	botToken: {kind: 'secret', label: 'Bot token'},
	hook: {kind: 'url', label: 'Hook'},
	chats: {kind: 'list', label: 'Chats'},
	begun: {kind: 'time', label: 'Begun'},
}, {
	title: 'Telegram',
	letter: 'T',
	column: 'hook',
	oddities: [{
		id: 'telegram-no-bot', words: 'Telegram is on with no bot', field: 'bot', holds: ({enabled, bot}) => isOn(enabled) && valueOf(bot) === undefined,
	}],
});

type Telegram = Block<FieldsOf<typeof telegram.fields>>;

const decode: (raw: unknown) => Telegram = blockReader(telegram.fields, maskText);

const whole = decode({
	enabled: true, bot: 'orion', port: 8443, status: 'idle', botToken: 'zz-token', hook: 'https://hook-user:zz-pass@bots.example.com/in', chats: ['a', 'b'], begun: '2026-04-28T10:30:00Z', region: 'eu',
});

const row = rowOfItem({name: 'sales'});

test('every kind of field is decoded to its type, and a wrong type is unexpected', () => {
	assert.strictEqual(whole.kind, 'present');
	assert.deepEqual([
		valueOf(whole.fields.enabled), valueOf(whole.fields.bot), valueOf(whole.fields.port), valueOf(whole.fields.chats), valueOf(whole.fields.begun)?.at,
	], [true, 'orion', '8443', ['a', 'b'], Date.UTC(2026, 3, 28, 10, 30)]);
	assert.deepEqual(whole.unknown.map(({name}) => name), ['region']);
	const wrong = decode({enabled: 'yes', bot: 5, status: null});
	assert.strictEqual(wrong.kind, 'present');
	const all = wholeBlock(telegram.fields, wrong);
	assert.strictEqual(all.kind, 'present');
	assert.deepEqual(Object.values(all.fields).map(({kind}) => kind), ['unexpected', 'unexpected', 'missing', 'null', 'missing', 'missing', 'missing', 'missing']);
	assert.deepEqual([decode(null).kind, decode('x').kind], ['null', 'unexpected']);
});

test('its section shows the fields in the order of their descriptors, with labels, meanings and masks', () => {
	const section = blockSection('telegram', telegram, () => whole);
	const views = section.fields(subjectOf({name: 'sales'}));
	assert.equal(section.title, 'Telegram');
	assert.deepEqual(
		views.map(({path, label, shown, meaning}) => [path, label, shown.kind, meaning]),
		[
			['telegram.enabled', 'Enabled', 'flag', undefined],
			['telegram.bot', 'Bot', 'text', 'its name'],
			['telegram.port', 'Port', 'text', undefined],
			['telegram.status', 'Status', 'text', undefined],
			['telegram.botToken', 'Bot token', 'secret', undefined],
			['telegram.hook', 'Hook', 'url', undefined],
			['telegram.chats', 'Chats', 'list', undefined],
			['telegram.begun', 'Begun', 'time', undefined],
			['telegram.region', 'region', 'unexpected', 'not documented by the API'],
		],
	);
	assert.doesNotMatch(JSON.stringify(views), /zz-/v);
});

test('a block with a letter has the standing of an integration, one without has none', () => {
	const subject = subjectOf({name: 'sales'});
	const standing = (raw: unknown) => blockSection('telegram', telegram, () => decode(raw)).standing(subject);
	assert.deepEqual([{enabled: true}, {enabled: false}, {enabled: 'yes'}, null].map(raw => standing(raw)), ['on', 'off', 'trouble', 'missing']);
	assert.equal(blockStanding(whole, true), 'trouble');
	const {title, fields} = telegram;
	assert.equal(blockSection('telegram', {title, fields}, () => whole).standing(subject), 'none');
});

test('its filter field takes the standings and the documented words', () => {
	const field = integrationField(telegram.fields, () => whole, () => 'trouble');
	assert.equal(field.accepts, 'on|off|trouble|missing|idle|busy');
	const matches = (word: string) => {
		const found = field.read(word, ':');
		return typeof found === 'function' ? found(row, {readTexts: createTextReader(), now: noon}) : 'why' in found && found.why;
	};

	assert.deepEqual(['on', 'off', 'trouble', 'missing', 'idle', 'busy'].map(word => matches(word)), [true, false, true, false, true, false]);
	assert.equal(matches('lazy'), 'it can be on, off, trouble, missing, idle, busy');
});

test('a value is filtered by its kind, by what its column shows of it', () => {
	const fields = whole.kind === 'present' ? whole.fields : assert.fail('It is present.');
	const matches = (name: keyof typeof fields, word: string) => {
		const found = valueField(telegram.fields[name].kind, () => valueOf<FieldValue>(fields[name])).read(word, ':');
		return typeof found === 'function' && found(row, {readTexts: createTextReader(), now: noon});
	};

	assert.deepEqual([matches('enabled', 'on'), matches('enabled', 'off'), matches('bot', 'ORI'), matches('hook', 'bots.example'), matches('botToken', 'zz-')], [true, false, true, true, false]);
});

test('its column shows the field that it names, by its kind', () => {
	const cell = (column: string) => textOf(blockColumn('telegram', {column}, () => whole).cell(row, unicodeSymbols));
	assert.equal(blockColumn('telegram', telegram, () => whole).title, 'TELEGRAM');
	assert.deepEqual(
		['enabled', 'bot', 'hook', 'chats', 'begun', 'botToken', 'none'].map(column => cell(column)),
		['on', 'orion', 'bots.example.com', 'a b', '2026-04-28 10:30', '••••••••', unicodeSymbols.nothing],
	);
	assert.equal(blockColumn('telegram', {column: 'begun'}, () => whole).sortKey(row), Date.UTC(2026, 3, 28, 10, 30));
});

test('its oddities read its own fields', () => {
	const [{holds} = assert.fail('It has an oddity.')] = telegram.oddities;
	const holdsFor = (raw: unknown) => {
		const block = decode(raw);
		return block.kind === 'present' && holds(block.fields);
	};

	assert.deepEqual([holdsFor({enabled: true}), holdsFor({enabled: true, bot: 'orion'}), holdsFor(null)], [true, false, false]);
});

test('the compiler refuses a column of a secret or of no field, and a letter without the flag `enabled`', () => {
	// @ts-expect-error -- A secret has no column.
	describeBlock({key: {kind: 'secret', label: 'Key'}}, {title: 'Odd', column: 'key'});
	// @ts-expect-error -- There is no such field.
	describeBlock({name: {kind: 'text', label: 'Name'}}, {title: 'Odd', column: 'nmae'});
	// @ts-expect-error -- What has no `enabled` has no standing.
	describeBlock({name: {kind: 'text', label: 'Name'}}, {title: 'Odd', letter: 'O'});
	// @ts-expect-error -- There is no such kind.
	const {title} = describeBlock({name: {kind: 'txt', label: 'Name'}}, {title: 'Odd'});
	assert.equal(title, 'Odd');
});
