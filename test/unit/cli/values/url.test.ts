import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isExposed, parseUrl} from '../../../../source/cli/values/url.js';
import {accept} from '../../../../source/core/text/parsed.js';

test('an address is kept without slashes at its end', () => {
	for (const [text, url] of [
		['https://ryzeapi.cloud', 'https://ryzeapi.cloud'],
		['https://ryzeapi.cloud///', 'https://ryzeapi.cloud'],
		['HTTPS://RyzeAPI.cloud:443/', 'https://ryzeapi.cloud'],
		['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
		['https://example.com/ryze/', 'https://example.com/ryze'],
		['http://[::1]:80/', 'http://[::1]'],
		['https://example.com/@me', 'https://example.com/@me'],
	] as const) {
		assert.deepEqual(parseUrl(text), accept(url), text);
	}
});

test('what is no web address is shown, with what to give instead', () => {
	for (const text of ['ryzeapi.cloud', 'localhost:8080', 'ftp://example.com', 'https://', 'http://a b', '//example.com']) {
		assert.deepEqual(parseUrl(text), {kind: 'problem', problem: `"${text}" is no http or https address. Give it whole, such as https://ryzeapi.cloud.`});
	}
});

test('a long or harmful address is shown cut and made safe', () => {
	const parsed = parseUrl(`\u{1B}[31m${'x'.repeat(100)}`);
	assert.strictEqual(parsed.kind, 'problem');
	assert.ok(parsed.problem.startsWith(`"␛[31m${'x'.repeat(42)}…" is no http`));
});

test('an address with credentials, a query or a fragment is refused without showing them', () => {
	for (const text of [
		'https://user:hunter2@example.com',
		'https://hunter2@example.com',
		'https://:hunter2@example.com',
		'user:hunter2@example.com',
		'ftp://user:hunter2@example.com',
		'https://user:hunter2@',
		'https://example.com/?token=hunter2',
		'https://example.com/#hunter2',
		'example.com?token=hunter2',
		'http://user:hunter2@[bad',
		'http://user:hunter2%40[bad',
		'http://user:hunter2',
		'ftp://user:hunter2',
		'user:hunter2',
		'//user:hunter2@h',
		String.raw`http:\\user:hunter2`,
		'http://user:hunter2 x@host',
		'user:hunter2@host:port',
		'http://[user:hunter2@host',
		'http://user:hunter2@host:99999',
		'http://user:hunter2/x@host',
		'http://user:hunter2#x@host',
		'http:user:hunter2@ho st',
	]) {
		const parsed = parseUrl(text);
		assert.strictEqual(parsed.kind, 'problem', text);
		assert.doesNotMatch(parsed.problem, /hunter2/v, text);
	}

	assert.equal(parseUrl('https://example.com/?').kind, 'problem');
	assert.equal(parseUrl('https://example.com/#').kind, 'problem');
});

test('the address of the list itself is answered with what to leave out', () => {
	const parsed = parseUrl('https://ryzeapi.cloud/api/instance/list/');
	assert.strictEqual(parsed.kind, 'problem');
	assert.ok(parsed.problem.startsWith('Leave out /api/instance/list'));
});

test('plain HTTP is exposed, but for this machine itself', () => {
	for (const [url, expected] of [
		['http://example.com', true],
		['http://192.168.1.4:8080', true],
		['http://localhost.example.com', true],
		['http://127.example.com', true],
		['http://[2001:db8::1]', true],
		['https://example.com', false],
		['http://localhost:8080', false],
		['http://api.localhost', false],
		['http://127.0.0.1', false],
		['http://127.1.2.3:1', false],
		['http://[::1]:8080', false],
	] as const) {
		assert.equal(isExposed(url), expected, url);
	}
});
