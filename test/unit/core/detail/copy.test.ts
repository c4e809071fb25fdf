import assert from 'node:assert/strict';
import {test} from 'node:test';
import {copyField, copyPath} from '../../../../source/core/detail/copy.js';
import {layoutSection} from '../../../../source/core/detail/layout.js';
import type {Subject} from '../../../../source/core/sections/section.js';
import {sectionIds, type SectionId} from '../../../../source/core/sections/sections.js';
import {unicodeSymbols} from '../../../../source/core/screen/symbols.js';
import {subjectOf} from '../../../helpers/watch-polls.js';

const subject = subjectOf({
	name: 'sales',
	webhook: {enabled: true, url: 'https://hook-user:zz-pass@example.com/hook', events: ['message.exchange', 'call.update']},
	proxy: {enabled: false, host: null, password: 'zz-proxy'},
	profile: {name: 'masked', businessName: ''},
	createdAt: '2026-04-28T10:30:00Z',
});

const positionOf = (id: SectionId, path: string, of: Subject) => layoutSection(id, of, {
	width: 80, isRevealed: false, symbols: unicodeSymbols, find: '',
}).findIndex(entry => entry.path === path);

const copied = (id: SectionId, path: string, isRevealed = false) => {
	const copy = copyField(id, subject, positionOf(id, path, subject), {isRevealed, symbols: unicodeSymbols});
	return copy.kind === 'text' ? [copy.text, copy.isSecret] : copy.why;
};

test('a field is copied as it is shown, a time as it came', () => {
	assert.deepEqual(copied('webhook', 'webhook.enabled'), ['on', false]);
	assert.deepEqual(copied('webhook', 'webhook.events'), ['message.exchange, call.update', false]);
	assert.deepEqual(copied('connection', 'createdAt'), ['2026-04-28T10:30:00Z', false]);
	assert.deepEqual(copied('profile', 'profile.name'), ['masked', false]);
});

test('characters that are drawn in a portable form are copied as they came, but for what could command a terminal', () => {
	const odd = subjectOf({name: '🩵 é\u{1B}[2J', profile: {name: '👨‍👩‍👧 ☰\u{202E}'}});
	const copyOf = (id: SectionId, path: string) => copyField(id, odd, positionOf(id, path, odd), {isRevealed: false, symbols: unicodeSymbols});
	const texts = [copyOf('connection', 'name'), copyOf('profile', 'profile.name'), copyOf('json', 'profile.name')];
	assert.deepEqual(texts.map(copy => copy.kind === 'text' ? copy.text : ''), ['🩵 é␛[2J', '👨‍👩‍👧 ☰⠮', '👨‍👩‍👧 ☰⠮']);
});

test('what is masked is copied only once it is shown, and told to be a secret', () => {
	assert.match(String(copied('proxy', 'proxy.password')), /masked: x shows it first/v);
	assert.match(String(copied('webhook', 'webhook.url')), /masked/v);
	assert.deepEqual(copied('proxy', 'proxy.password', true), ['zz-proxy', true]);
	assert.deepEqual(copied('webhook', 'webhook.url', true), ['https://hook-user:zz-pass@example.com/hook', true]);
});

test('a strip is copied as its share in words', () => {
	assert.deepEqual(copyField('history', subject, 0, {isRevealed: false, symbols: unicodeSymbols}), {
		kind: 'text', text: 'only 0s seen in 1h', what: 'Last hour', isSecret: false,
	});
});

test('nothing is copied where there is nothing, and it is said which kind of nothing', () => {
	assert.equal(copied('proxy', 'proxy.host'), 'it is null');
	assert.equal(copied('profile', 'profile.businessName'), 'it is empty');
	assert.equal(copied('profile', 'profile.pictureUrl'), 'it is not in the answer');
});

test('the JSON gives the value under the cursor, whole blocks with their secrets masked', () => {
	assert.deepEqual(copied('json', 'profile.name'), ['masked', false]);
	assert.deepEqual(copied('json', 'webhook.events[1]'), ['call.update', false]);
	assert.deepEqual(copied('json', 'webhook.enabled'), ['true', false]);
	assert.deepEqual(copied('json', 'proxy'), ['{\n  "enabled": false,\n  "host": null,\n  "password": "••••••••"\n}', false]);
	assert.match(String(copied('json', 'proxy.password', true)), /never shows secrets/v);
	assert.match(String(copied('json', 'webhook.url', true)), /never shows secrets/v);
});

test('a path is that of the answer; what the program says itself has none', () => {
	const path = (id: SectionId, of: string) => copyPath(id, subject, positionOf(id, of, subject));
	assert.deepEqual(path('webhook', 'webhook.url'), {
		kind: 'text', text: 'webhook.url', what: 'the path', isSecret: false,
	});
	assert.equal(path('json', 'webhook.events[1]').kind, 'text');
	assert.equal(path('history', '').kind, 'none');
});

test('without a reveal no copy of any field of any section holds a secret', () => {
	for (const id of sectionIds) {
		for (let position = 0; position < 200; position++) {
			const copy = copyField(id, subject, position, {isRevealed: false, symbols: unicodeSymbols});
			assert.doesNotMatch(JSON.stringify(copy), /zz-|token-of/v);
		}
	}
});

test('a copy has all of a value of which the detail shows the beginning', () => {
	const long = 'x'.repeat(100_000);
	const of = subjectOf({name: 'sales', profile: {name: long}});
	const copy = copyField('profile', of, positionOf('profile', 'profile.name', of), {isRevealed: false, symbols: unicodeSymbols});
	assert.ok(copy.kind === 'text' && copy.text === long);
});
