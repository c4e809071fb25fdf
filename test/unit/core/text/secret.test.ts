import assert from 'node:assert/strict';
import {inspect} from 'node:util';
import {test} from 'node:test';
import fc from 'fast-check';
import {
	isSameSecret,
	mask,
	maskSecrets,
	reveal,
	Secret,
} from '../../../../source/core/text/secret.js';
import {maskUrls} from '../../../../source/core/text/mask-urls.js';
import {isSecretName} from '../../../../source/core/text/secret-name.js';

test('a secret prints itself as the mask in every form', () => {
	const secret = new Secret('s3cr3t');
	assert.equal(String(secret), mask);
	assert.equal(secret.toString(), mask);
	assert.equal(JSON.stringify({secret}), `{"secret":"${mask}"}`);
	assert.equal(inspect({secret}), `{ secret: ${mask} }`);
	assert.equal(inspect(secret, {showHidden: true}), mask);
	assert.deepEqual(Object.keys(secret), []);
	assert.equal(reveal(secret), 's3cr3t');
});

test('secrets are compared by their text', () => {
	assert.ok(isSameSecret(new Secret('a'), new Secret('a')));
	assert.ok(!isSameSecret(new Secret('a'), new Secret('b')));
});

test('a field is secret by its name, known or not', () => {
	for (const name of ['token', 'apiToken', 'password', 'accessKey', 'secretKey', 'MY_SECRET', 'x-api-KEY', 'proxyPassword']) {
		assert.ok(isSecretName(name), name);
	}

	for (const name of ['name', 'status', 'url', 'events', 'region', '']) {
		assert.ok(!isSecretName(name), name);
	}
});

test('every occurrence of a known secret is masked, and one that is too short to tell apart is not', () => {
	assert.equal(maskSecrets('bad token abcd, abcd', [new Secret('abcd')]), `bad token ${mask}, ${mask}`);
	assert.equal(maskSecrets('a.c+d', [new Secret('.c+d')]), `a${mask}`);
	assert.equal(maskSecrets('an apple', [new Secret('a'), new Secret('')]), 'an apple');
});

test('a URL loses its user and its secret fields, and nothing else', () => {
	const check = (cases: ReadonlyArray<readonly [raw: string, masked: string]>) => {
		for (const [raw, masked] of cases) {
			assert.equal(maskUrls(raw), masked, raw);
		}
	};

	check([
		['https://example.com/hook?page=2#top', 'https://example.com/hook?page=2#top'],
		['https://user:pass@example.com/hook', `https://${mask}@example.com/hook`],
		['socks5://user@example.com:1080', `socks5://${mask}@example.com:1080`],
		['https://us@er:p@ss@example.com/', `https://${mask}@example.com/`],
		['https://example.com/?token=abc&page=2', `https://example.com/?token=${mask}&page=2`],
		['https://example.com/?page=2&api_key=a=b', `https://example.com/?page=2&api_key=${mask}`],
		['https://example.com/#access_token=abc', `https://example.com/#access_token=${mask}`],
		['https://example.com/?%74oken=abc', `https://example.com/?%74oken=${mask}`],
		['https://example.com/?token=', 'https://example.com/?token='],
		['https://example.com/@someone', 'https://example.com/@someone'],
		['see https://a:b@c.d and https://e.f/?key=g !', `see https://${mask}@c.d and https://e.f/?key=${mask} !`],
		['5511999999999@s.whatsapp.net', '5511999999999@s.whatsapp.net'],
	]);
});

const urlPart = fc.string({unit: fc.constantFrom('a', 'b', '1', '-', '.'), minLength: 3, maxLength: 10}).map(part => `zz${part}`);

test('no credential of a URL survives masking, wherever the URL stands', () => {
	const prose = fc.string({unit: fc.constantFrom('a', 'b', ' ', ',', '.'), maxLength: 20});
	const name = fc.constantFrom('token', 'apiToken', 'password', 'accessKey', 'client_secret', 'TOKEN');
	fc.assert(fc.property(prose, urlPart, urlPart, name, urlPart, (before, user, password, field, value) => {
		const masked = maskUrls(`${before} https://${user}:${password}@example.com/path?page=2&${field}=${value}#top ${before}`);
		assert.ok([user, password, value].every(part => !masked.includes(part)), masked);
		assert.ok(masked.includes('@example.com/path?page=2&'), masked);
	}));
});

test('masking what is masked changes nothing', () => {
	const piece = fc.constantFrom('https://', 'user', ':', '@', '/', '?', '&', '#', ';', 'token', 'key', '=', ' ', '\n', '%74', 'x', mask);
	fc.assert(fc.property(fc.array(piece, {maxLength: 20}), pieces => {
		const masked = maskUrls(pieces.join(''));
		assert.equal(maskUrls(masked), masked);
	}), {numRuns: 2000});
});
